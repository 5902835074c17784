"""A profile: everything answered for one race, one field a topic; it knows no file and no screen."""

from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple, fields, replace

from mile18.factor import Changes
from mile18.question import Answers, Question, questions
from mile18.topics.debrief import Debrief
from mile18.topics.health.questions import Health
from mile18.topics.heat.forecast import Weather
from mile18.topics.heat.hours import at_the_warmest
from mile18.topics.heat.questions import Heat
from mile18.topics.kept import History, Records, Week
from mile18.topics.nerves import Nerves
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.course import Course
from mile18.topics.race.questions import Race
from mile18.topics.sleep import Sleep
from mile18.topics.training.questions import Training


class Profile(Struct, frozen=True, kw_only=True):
    """The answers for one race, an immutable value."""

    race: Race = Race()
    sleep: Sleep = Sleep()
    training: Training = Training()
    nutrition: Nutrition = Nutrition()
    heat: Heat = Heat()
    nerves: Nerves = Nerves()
    health: Health = Health()
    course: Course = Course()
    weather: Weather = Weather()
    week: Week = Week()
    history: History = History()
    records: Records = Records()
    debrief: Debrief = Debrief()

    def answer(self, question: str) -> Any:
        """The answer to a question, given by its id; None if it is not answered."""
        return attrgetter(question)(self)

    def with_changes(self, changes: Changes) -> "Profile":
        """This profile with some answers replaced; None takes an answer back."""
        return replace(
            self,
            **{topic: replace(getattr(self, topic), **new) for topic, new in changes.items()},
        )

    def with_answer(self, question: str, value: Any) -> "Profile":
        """This profile with the answer to a question, given by its id, replaced; None takes it back."""
        asked = question_by_id(question)
        return self.with_changes({asked.topic: {asked.key: value}})


def at_its_warmest(profile: Profile) -> Profile:
    """The profile with the air of the warmest hour of its race, where hours of weather are known."""
    heat = at_the_warmest(profile.race, profile.heat)
    return profile if heat is profile.heat else replace(profile, heat=heat)


@cache
def topics() -> dict[str, type[Answers]]:
    """Every table of a profile in the order of the file, with the class that holds its answers."""
    return {field.name: type(field.default) for field in fields(Profile)}


@cache
def tabs() -> tuple[str, ...]:
    """The topics that are asked, in the order of their tabs."""
    return tuple(topic for topic, sheet in topics().items() if sheet.is_tab)


@cache
def all_questions() -> dict[str, Question]:
    """Every question of the tabs by its id, in the order of tabs and forms."""
    return {each.id: each for topic in tabs() for each in questions(topics()[topic])}


@cache
def _by_id() -> dict[str, Question]:
    return {each.id: each for sheet in topics().values() for each in questions(sheet)}


def question_by_id(name: str) -> Question:
    """The question with this id, whether a tab asks it or a screen of its own; KeyError if none."""
    return _by_id()[name]


Unanswered = frozenset[str]


def unanswered(profile: Profile) -> Unanswered:
    """The ids of all questions of the tabs without an answer."""
    return frozenset(name for name in all_questions() if profile.answer(name) is None)


@cache
def asked() -> int:
    """How many questions there are; notes do not count."""
    return sum(each.key != "notes" for each in all_questions().values())


def answered(profile: Profile) -> tuple[int, int]:
    """How many questions are answered, and how many there are; notes do not count."""
    said = 0
    for sheet in astuple(profile):
        if not sheet.is_tab:
            continue
        answers = astuple(sheet)
        said += len(answers) - answers.count(None) - (sheet.notes is not None)
    return said, asked()
