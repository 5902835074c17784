"""The claims and references the app may show, read once from the two TOML files beside this one."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

GRADES: Mapping[str, str] = MappingProxyType(
    {
        "A": "Systematic reviews, position stands or several studies that agree.",
        "B": "One good study that followed or tested people.",
        "C": "Expert opinion, practical habit, or small or conflicting studies.",
    }
)
"""What the letter behind a claim says about the support for it."""

READ_DEPTHS: Mapping[str, str] = MappingProxyType(
    {
        "full text": "Read in full, at least in the part that is used here.",
        "abstract": "The abstract was read.",
        "record only": "Only the opening or the catalogue record was read.",
        "quoted by others": "Known through texts that quote it.",
        "not seen": "Cited by others, not read.",
    }
)
"""How far a source was read before it was used."""


class Claim(Struct, frozen=True):
    """One statement the app may show, with its grade (a key of GRADES), population and sources."""

    id: str
    grade: str
    says: str
    about: str
    sources: tuple[str, ...]
    limits: str = ""


class Reference(Struct, frozen=True):
    """One source and how far it was read (a key of READ_DEPTHS)."""

    key: str
    citation: str
    doi: str
    pmcid: str
    pmid: str
    read: str

    @property
    def link(self) -> str:
        """The address of the source, or an empty string where no identifier is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmcid:
            return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return ""


@cache
def claims() -> Mapping[str, Claim]:
    """All claims by id, in the order of the file."""
    return MappingProxyType(
        {
            claim_id: Claim(
                id=claim_id,
                grade=table["grade"],
                says=table["says"],
                about=table["about"],
                sources=tuple(table["sources"]),
                limits=table.get("limits", ""),
            )
            for claim_id, table in _tables("claims.toml").items()
        }
    )


@cache
def references() -> Mapping[str, Reference]:
    """All references by key, in the order of the file."""
    return MappingProxyType(
        {
            key: Reference(
                key=key,
                citation=table["citation"],
                doi=table.get("doi", ""),
                pmcid=table.get("pmcid", ""),
                pmid=table.get("pmid", ""),
                read=table["read"],
            )
            for key, table in _tables("references.toml").items()
        }
    )


def claim(claim_id: str) -> Claim:
    """The claim with this id; KeyError names an id that does not exist."""
    try:
        return claims()[claim_id]
    except KeyError:
        raise KeyError(f"no claim has the id {claim_id!r}") from None


def reference(key: str) -> Reference:
    """The reference with this key; KeyError names a key that does not exist."""
    try:
        return references()[key]
    except KeyError:
        raise KeyError(f"no reference has the key {key!r}") from None


def _tables(name: str) -> dict[str, dict[str, Any]]:
    # Most starts of the app show no claim at all, so the parser is imported only when one is.
    import tomllib

    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return tomllib.loads(text)
