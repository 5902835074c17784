"""`mile18 new NAME`: make a new race, with what is known of the race."""

from argparse import ArgumentParser, Namespace
from typing import Any

from mile18.entry import Setting, answered_too, parse
from mile18.plan.season import Carried, carried
from mile18.profile import Profile
from mile18.question import Question, questions
from mile18.reading import EntryError
from mile18.shell.find import find, settings, shelf, today
from mile18.shell.say import complain, complain_about, say, trouble
from mile18.topics.race.questions import Race

SHORT = {"name": "--race", "start_time": "--start", "goal_time": "--goal"}


def declare(parser: ArgumentParser) -> None:
    """Add NAME and an option for each question about the race."""
    parser.add_argument("name", metavar="NAME", help="what the file is called, such as berlin-2027")
    parser.add_argument(
        "--from",
        dest="old",
        metavar="OLD",
        help="a race to copy what lasts from: weight, products, routines, conditions, past cramps",
    )
    group = parser.add_argument_group("the race, as you would type it in the app")
    for question in questions(Race):
        names = [f"--{question.key.replace('_', '-')}"]
        if short := SHORT.get(question.key):
            names.insert(0, short)
        group.add_argument(
            *names, dest=f"race.{question.key}", metavar="TEXT", default="", help=_help(question)
        )
    parser.epilog = (
        'examples:\n  mile18 new berlin-2027 --race "Berlin Marathon" --date 2027-09-26 '
        "--distance marathon --goal 3h45\n  mile18 new berlin-2028 --from berlin-2027"
    )


def _help(question: Question) -> str:
    # A shell parts words at spaces, and argparse fills in what stands after a percent sign.
    example = f'"{question.example}"' if " " in question.example else question.example
    return f"{question.prompt} (such as {example})".replace("%", "%%")


def run(options: Namespace) -> int:
    """Write the profile and print its path; 2 if an option is no answer or the name is taken.

    Also 2 if an answer in the old profile could not be read, and so could not be taken over.
    """
    units, day = settings(options).units, today(options)
    answers: dict[str, Any] = {}
    wishes: dict[str, Any] = {}
    good = True
    for question in questions(Race):
        typed = getattr(options, f"race.{question.key}")
        try:
            setting = Setting(units, day, answers.get("distance"))
            answers[question.key] = parse(question, typed, setting)
            wishes |= answered_too(question, typed or "", setting).get("race", {})
        except EntryError as error:
            option = SHORT.get(question.key, f"--{question.key.replace('_', '-')}")
            trouble(f"{option}: {error}")
            good = False
    if not good:
        return 2
    old = find(options.old, options) if options.old else None
    begun = carried(old.profile) if old else None
    base = begun.profile if begun else Profile()
    given = wishes | {key: value for key, value in answers.items() if value is not None}
    opened = shelf(options).first.create(options.name, base.with_changes({"race": given}))
    say(str(opened.path))
    if begun:
        _tell(begun)
    return complain_about(old) if old else 0


def _tell(begun: Carried) -> None:
    for title, lines in (("kept", begun.kept), ("asked again", begun.dropped)):
        for line in lines:
            complain(f"{title}: {line}")
    for note in begun.notes:
        complain(note)
