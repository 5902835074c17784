"""Race week in a calendar, read back by a library that did not write it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import vobject
from fuel_plans import gels
from golden_race import GOLDEN, RACE_DAY, TODAY, golden
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from laws import few
from msgspec.structs import replace
from profiles import profiles

from mile18.plan.week.calendar import AHEAD, Entry, WeekCalendar, week_calendar
from mile18.plan.week.calendar_file import calendar_file
from mile18.plan.week.week import race_week
from mile18.profile import Profile
from mile18.topics.health.questions import Health
from mile18.topics.health.restraints import disguised
from mile18.topics.kept import Week
from mile18.units import SI, Units

STAMP = datetime(2027, 4, 20, 12, 0, tzinfo=UTC)
SLEPT = golden(sleep={"race_wake_time": time(5, 30), "race_bedtime": time(21, 0)})
# Everything that a medicine on the list could be called, and what the list says of conditions.
MEDICINES = (
    "statin", "beta2", "inhaler", "diuretic", "water tablet", "insulin", "contracept", "oestrogen",
    "nsaid", "ibuprofen", "naproxen", "aspirin", "paracetamol", "acetaminophen", "painkiller",
    "cortico", "lithium", "pharmacist", "medicine", "medication", "quinine", "prescri",
)  # fmt: skip
SICK = Health(
    medicines=("statin", "diuretic", "nsaid", "insulin", "lithium", "corticosteroid"),
    medicines_discussed=False,
    conditions=("heart_vessel", "diabetes", "pregnancy"),
    cramps_last_10=7,
    cramp_muscles=("calf",),
    notes="secret",
)


def made(profile: Profile, today: date = TODAY, name: str = "golden") -> WeekCalendar:
    return week_calendar(race_week(profile, today), name, SI, today)


def by_task(profile: Profile, today: date) -> dict[str, str]:
    """The uid of each entry by the id of its task."""
    week = race_week(profile, today)
    due = [task for task in week.tasks if not task.private and task.status in ("todo", "today")]
    entries = made(profile, today).entries
    race = [each for each in entries if each.alarm_text == "" and each.title == "Golden race"]
    tasks = entries[len(race) :]
    return {task.id: entry.uid for task, entry in zip(due, tasks, strict=True)}


def plain_title(entry: Entry) -> str:
    """The title without the name of the race behind it."""
    return entry.title.removesuffix(" · Golden race")


def read(calendar: WeekCalendar) -> list[Any]:
    """The events as vobject reads them from the file."""
    text = calendar_file(calendar, STAMP).decode()
    return list(vobject.readOne(text, validate=True).contents.get("vevent", []))


def read_day(entry: Entry) -> date:
    """The day on which an entry starts."""
    return entry.start.date() if isinstance(entry.start, datetime) else entry.start


def as_entry(event: Any) -> Entry:
    """An event read back, as the entry it should have been."""
    alarms = event.contents.get("valarm", [])
    return Entry(
        uid=event.uid.value,
        start=event.dtstart.value,
        end=event.dtend.value,
        title=event.summary.value,
        text=event.description.value,
        alarm=alarms[0].trigger.value if alarms else None,
        alarm_text=alarms[0].description.value if alarms else "",
        place=event.location.value if "location" in event.contents else "",
    )


@pytest.mark.parametrize("profile", [GOLDEN, SLEPT, golden(race={"start_time": None})])
@pytest.mark.parametrize("days", [60, 14, 5, 1, 0, -3])
def test_another_library_reads_back_every_entry(profile: Profile, days: int) -> None:
    calendar = made(profile, RACE_DAY - timedelta(days=days))
    assert calendar.entries
    assert tuple(map(as_entry, read(calendar))) == calendar.entries


@given(profiles(), st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.dates(date(2020, 1, 1)))
@few(40)
def test_any_profile_with_a_date_can_be_read_back(profile: Profile, day: date, race: date) -> None:
    dated = profile.with_answer("race.date", min(race, date(2040, 1, 1)))
    calendar = made(dated, day)
    assert tuple(map(as_entry, read(calendar))) == calendar.entries


def test_lines_end_and_fold_as_the_standard_asks() -> None:
    text = calendar_file(made(GOLDEN), STAMP)
    lines = text.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[:2] == [b"BEGIN:VCALENDAR", b"VERSION:2.0"]


def test_every_dated_task_still_to_do_is_there_once() -> None:
    # The race itself is one more.
    assert len(by_task(GOLDEN, TODAY)) == len(made(GOLDEN).entries) - 1 > 20


def test_times_are_those_of_the_start_line() -> None:
    found = {plain_title(each): each for each in made(SLEPT).entries}
    assert found["Get up"].start == datetime.combine(RACE_DAY, time(5, 30))
    assert found["Start slowly"].start == datetime.combine(RACE_DAY, time(9, 0))
    for event in read(made(SLEPT)):
        assert "tzid" not in {name.lower() for name in event.dtstart.params}
        assert getattr(event.dtstart.value, "tzinfo", None) is None


def test_alarms_come_when_something_can_still_be_done() -> None:
    found = {plain_title(each): each for each in made(SLEPT).entries}
    assert found["Get up"].alarm == timedelta()
    assert found["Be in bed"].alarm == timedelta(minutes=-30)
    assert found["Pack your bag"].alarm == timedelta(hours=14)
    assert found["Read the first useful forecast"].alarm == timedelta(hours=-4)
    timed = [each for each in found.values() if isinstance(each.start, datetime)]
    rung = {each.rings for each in found.values()}
    quiet = [each for each in timed if each.alarm is None and each.title != "Golden race"]
    assert all(each.start in rung or each.start + AHEAD in rung for each in quiet)


def test_one_alarm_rings_for_all_that_is_due_at_one_moment() -> None:
    found = made(SLEPT).entries
    rung = [each.rings for each in found if each.rings]
    assert len(rung) == len(set(rung))
    (up,) = (each for each in found if plain_title(each) == "Get up")
    assert plain_title(up) in up.alarm_text
    assert "Ask yourself how you feel" in up.alarm_text


def test_the_race_is_an_entry_with_its_place_and_length() -> None:
    (race,) = (each for each in made(golden(race={"place": "Köln, am Dom"})).entries if each.place)
    assert (race.title, race.place) == ("Golden race", "Köln, am Dom")
    assert race.start == datetime.combine(RACE_DAY, time(9))
    assert race.end == datetime.combine(RACE_DAY, time(12, 45))
    assert race.text == "42.2 km, goal 3:45:00"
    loose = made(golden(race={"start_time": None, "goal_time": None})).entries[0]
    assert (loose.start, loose.end) == (RACE_DAY, RACE_DAY + timedelta(days=1))
    assert not [each for each in made(GOLDEN, RACE_DAY + timedelta(days=1)).entries if each.place]


def test_the_name_of_the_race_stands_in_every_title() -> None:
    assert all("Golden race" in each.title for each in made(GOLDEN).entries)
    assert not any("·" in each.title for each in made(golden(race={"name": None})).entries)


def test_no_alarm_before_today_and_none_for_a_morning_without_a_clock() -> None:
    for each in made(GOLDEN).entries:
        if each.start == TODAY:
            assert each.alarm is None or each.alarm > timedelta()
    loose = made(golden(race={"start_time": None}))
    counted = [each for each in loose.entries if "before the start)" in each.title]
    assert len(counted) > 4
    assert all(each.start == RACE_DAY and each.alarm is None for each in counted)


def test_an_entry_stays_the_same_one_when_race_and_answers_move() -> None:
    moved = SLEPT.with_answer("race.date", RACE_DAY + timedelta(days=7))
    later = golden(race={"start_time": time(10, 0)})
    uids = by_task(SLEPT, TODAY)
    for other in (by_task(moved, TODAY), by_task(later, TODAY + timedelta(days=2))):
        shared = uids.keys() & other.keys()
        assert len(shared) > 10
        assert all(uids[task] == other[task] for task in shared)
    assert len(set(uids.values())) == len(uids)
    # A calendar that imported this once must know it again in every later version of the app.
    assert uids["start"] == "14f9020b-f42f-5080-bd0f-5f995b616518@mile18"


def test_another_race_has_entries_of_its_own() -> None:
    uids = {each.uid for each in made(GOLDEN).entries}
    assert uids.isdisjoint(each.uid for each in made(GOLDEN, name="other").entries)


def test_what_is_ticked_or_missed_is_left_out() -> None:
    ticked = replace(GOLDEN, week=Week(done=("pack",)))
    assert len(made(ticked).entries) == len(made(GOLDEN).entries) - 1
    eve = RACE_DAY - timedelta(days=1)
    days = [read_day(each) for each in made(GOLDEN, eve).entries]
    assert min(days) == eve


@given(profiles())
@few(40)
def test_nothing_about_health_reaches_the_calendar(profile: Profile) -> None:
    dated = profile.with_answer("race.date", RACE_DAY)
    # What caffeine to take is private to those who should ask first, so it is left out for them.
    without = dated.with_answer("nutrition.race_caffeine_mg", 0.0)
    # What is withheld is missing, whoever it is withheld from and whatever a doctor agreed to.
    shared = made(replace(dated, health=SICK)).entries
    assert shared == made(replace(without, health=disguised(SICK))).entries
    agreed = replace(SICK, doctor_agrees=True)
    assert made(replace(without, health=agreed)).entries == shared


def test_nobody_trains_by_a_calendar_while_the_gate_is_shut() -> None:
    ill = replace(SLEPT, health=replace(SICK, symptoms_now=("chest_pain",)))
    titles = [plain_title(each) for each in made(ill).entries]
    assert titles == ["Know when to get help after a race", "Write down what happened"]


def test_no_medicine_is_named() -> None:
    text = " ".join(
        f"{each.title} {each.text}".lower()
        for day in (60, 10, 5, 1, 0, -1)
        for each in made(replace(SLEPT, health=SICK), RACE_DAY - timedelta(days=day)).entries
    )
    assert [word for word in MEDICINES if word in text] == []
    assert "secret" not in text


def test_a_shared_calendar_keeps_the_details_to_oneself() -> None:
    for event in read(made(SLEPT)):
        assert event.contents["class"][0].value == "PRIVATE"
        all_day = not isinstance(event.dtstart.value, datetime)
        assert ("transp" in event.contents) == all_day


def test_quantities_stand_in_the_units_of_the_runner() -> None:
    miles = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
    week = race_week(SLEPT, TODAY)
    told = " ".join(each.text for each in week_calendar(week, "golden", miles, TODAY).entries)
    assert "8:35/mi" in told
    assert "{" not in told


def test_without_a_date_there_is_nothing_to_enter() -> None:
    assert made(golden(race={"date": None})).entries == ()


def test_the_calendar_is_named_after_the_race() -> None:
    hostile = made(golden(race={"name": "A;B,C\nBEGIN:VEVENT\\n\x1b[2J"}))
    assert hostile.name == "Race week: A;B,C BEGIN:VEVENT\\n [2J"
    assert len(read(hostile)) == len(hostile.entries)
    assert made(golden(race={"name": None})).name == "Race week"


HOSTILE = (
    "Boston Marathon, wave 2",
    "a;b; c",
    "back\\slash, \\n is no line break \\",
    "quotes \" and ' and “these”",
    "colon: X-WR-CALNAME:other",
    "🏃🏽 Köln, 東京; " * 12,
    "END:VCALENDAR",
    "line\nbreak\r\nEND:VEVENT",
    "{km:32} {",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_text_is_read_back_as_it_was_by_two_libraries(text: str) -> None:
    said: dict[str, dict[str, Any]] = {
        "race": {"name": text, "place": text},
        "nutrition": {"breakfast": text, "products": gels(25.0, 20.0, text)},
    }
    calendar = made(SLEPT.with_changes(said))
    content = calendar_file(calendar, STAMP)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    by_one = vobject.readOne(content.decode(), validate=True)
    assert by_one.x_wr_calname.value == calendar.name
    assert tuple(map(as_entry, by_one.vevent_list)) == calendar.entries
    # This one reads as text only what a standard says is text.
    by_other = Calendar.from_ical(content.replace(b"X-WR-CALNAME", b"SUMMARY", 1))
    assert by_other["summary"] == calendar.name
    events = by_other.walk("VEVENT")
    assert [(str(each["summary"]), str(each["description"])) for each in events] == [
        (each.title, each.text) for each in calendar.entries
    ]
    alarms = [str(each["description"]) for each in by_other.walk("VALARM")]
    assert alarms == [each.alarm_text for each in calendar.entries if each.alarm is not None]
    words = " ".join(f"{each.title} {each.text}" for each in calendar.entries)
    assert text.split()[0].strip("{}") in words
