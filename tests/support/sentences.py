"""The sentences of a text as a reader meets them, and how long and how hard they are."""

import re
from collections.abc import Iterable, Iterator
from statistics import median

from msgspec import Struct

from mile18.page import Block, Box, Either, Facts, Page, Sentence

LONGEST = 25
# A full stop, also behind a closing quote; a number or a name such as 1.15 holds none of these.
_ENDS = re.compile(r"(?<=[.!?…])[”\")]*\s+(?=[“\"(*`]*(?:[A-Z0-9]|mile18|--|[a-z]+`))|\n+|\s[·→]\s")
# Behind a colon a list has its items between semicolons.
_ITEMS = re.compile(r";\s+")
_WORD = re.compile(r"[A-Za-z0-9][\w'’/.:,%–-]*")
_VOWELS = re.compile(r"[aeiouy]+")


def words(text: str) -> list[str]:
    """What a reader reads as one word each: a number with its unit is two."""
    return _WORD.findall(text)


def sentences(text: str) -> Iterator[str]:
    """The text cut at full stops and lines; the items of a list with semicolons count apart."""
    for each in _ENDS.split(text):
        head, colon, rest = each.partition(": ")
        items = _ITEMS.split(rest)
        if colon and len(items) > 1:
            yield head
            yield from items
        elif each.strip():
            yield each.strip()


def page_texts(page: Page) -> Iterator[str]:
    """The running text of a page: no tables, plots and sources."""
    for block in (*page.head, *(each for section in page.sections for each in section.blocks)):
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Sentence(asked="sources") | Sentence(kind="laid"):
            return
        case Sentence():
            yield block.text
        case Box():
            yield from (each.text for each in block.blocks)
        case Facts():
            yield from block.texts
        case Either():
            for each in block.narrow:
                yield from _texts(each)
        case _:
            return


class Reading(Struct, frozen=True):
    """How a text reads: its words, and of its sentences the count, the median length and the share
    over 20 words; `grade` is that of Flesch and Kincaid, a number counted as one syllable."""

    words: int
    sentences: int
    median: float
    over_20: float
    over_25: int
    grade: float


def reading_of(texts: Iterable[str]) -> Reading:
    """The measures over all sentences of the texts."""
    found = [each for each in map(words, (s for text in texts for s in sentences(text))) if each]
    lengths = [len(each) for each in found]
    total = sum(lengths)
    syllables = sum(_syllables(word) for each in found for word in each)
    return Reading(
        words=total,
        sentences=len(found),
        median=median(lengths),
        over_20=sum(each > 20 for each in lengths) / len(found),
        over_25=sum(each > LONGEST for each in lengths),
        grade=0.39 * total / len(found) + 11.8 * syllables / total - 15.59,
    )


def _syllables(word: str) -> int:
    plain = word.lower().removesuffix("e")
    return max(1, len(_VOWELS.findall(plain))) if word.isalpha() else 1
