"""Every claim the app may show carries a grade, its sources and words fit for a small box."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import mile18.evidence
from mile18.evidence import library
from mile18.evidence.library import GRADES, READ_DEPTHS, Claim, Reference

FOLDER = Path(mile18.evidence.__file__).parent
CLAIMS = tuple(library.claims().values())
REFERENCES = tuple(library.references().values())


def by_id(claim: Claim) -> str:
    return claim.id


def by_key(reference: Reference) -> str:
    return reference.key


@pytest.mark.parametrize("claim", CLAIMS, ids=by_id)
def test_a_claim_is_complete_and_short(claim: Claim) -> None:
    assert claim.grade in GRADES
    assert claim.says.endswith(".")
    assert len(claim.says) <= 300
    assert claim.about
    assert not claim.about.endswith(".")
    assert claim.limits == "" or claim.limits.endswith(".")
    assert len(claim.limits) <= 220
    assert "\n" not in claim.says + claim.about + claim.limits


@pytest.mark.parametrize("claim", CLAIMS, ids=by_id)
def test_a_claim_names_known_sources_once_each(claim: Claim) -> None:
    assert claim.sources
    assert len(set(claim.sources)) == len(claim.sources)
    assert set(claim.sources) <= library.references().keys()


@pytest.mark.parametrize("claim", CLAIMS, ids=by_id)
def test_a_claim_shows_no_working_notes(claim: Claim) -> None:
    text = f"{claim.says} {claim.about} {claim.limits}".lower()
    for note in ("not verified", "from memory", "seed", "dossier", "todo", "`"):
        assert note not in text


def test_every_reference_supports_a_claim() -> None:
    used = {key for claim in CLAIMS for key in claim.sources}
    assert used == library.references().keys()


def test_medicine_claims_about_a_link_say_not_to_stop_or_change() -> None:
    linked = [
        claim
        for claim in CLAIMS
        if claim.id.startswith("med-")
        and claim.id not in {"med-nsaid-kidney", "med-magnesium", "med-wording"}
    ]
    assert len(linked) >= 8
    for claim in linked:
        assert "Do not stop or change" in claim.limits, claim.id
        assert "pharmacist or doctor" in claim.limits, claim.id


def test_what_must_not_be_used_is_left_out() -> None:
    assert "flags-roberts-equation" not in library.claims()
    assert "rf-missing-refs" not in library.claims()


@pytest.mark.parametrize("reference", REFERENCES, ids=by_key)
def test_a_reference_says_what_it_is_and_how_far_it_was_read(reference: Reference) -> None:
    assert len(reference.citation) > 20
    assert reference.read in READ_DEPTHS
    assert reference.doi == "" or reference.doi.startswith("10.")
    assert reference.pmcid == "" or reference.pmcid.removeprefix("PMC").isdigit()
    assert reference.pmid == "" or reference.pmid.isdigit()


def test_a_link_prefers_the_doi_then_the_free_text_then_the_abstract() -> None:
    full = Reference("k", "c", doi="10.1/x", pmcid="PMC2", pmid="3", read="abstract")
    free = Reference("k", "c", doi="", pmcid="PMC2", pmid="3", read="abstract")
    abstract = Reference("k", "c", doi="", pmcid="", pmid="3", read="abstract")
    nowhere = Reference("k", "c", doi="", pmcid="", pmid="", read="abstract")
    assert full.link == "https://doi.org/10.1/x"
    assert free.link == "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/"
    assert abstract.link == "https://pubmed.ncbi.nlm.nih.gov/3/"
    assert nowhere.link == ""


def test_no_claim_is_lost_on_the_way_from_the_file() -> None:
    tables = tomllib.loads((FOLDER / "claims.toml").read_text(encoding="utf-8"))
    assert list(library.claims()) == list(tables)
    for claim_id, table in tables.items():
        assert table.keys() <= {"grade", "says", "about", "sources", "limits"}
        assert library.claim(claim_id).says == table["says"]
        assert library.claim(claim_id).sources == tuple(table["sources"])
        assert library.claim(claim_id).limits == table.get("limits", "")


def test_no_field_of_a_reference_is_lost_on_the_way_from_the_file() -> None:
    tables = tomllib.loads((FOLDER / "references.toml").read_text(encoding="utf-8"))
    assert list(library.references()) == list(tables)
    for key, table in tables.items():
        assert table.keys() <= {"citation", "doi", "pmcid", "pmid", "read"}
        reference = library.reference(key)
        assert (reference.citation, reference.read) == (table["citation"], table["read"])
        assert reference.doi == table.get("doi", "")
        assert reference.pmcid == table.get("pmcid", "")
        assert reference.pmid == table.get("pmid", "")


def test_an_unknown_id_is_named_in_the_error() -> None:
    with pytest.raises(KeyError, match="no-such-claim"):
        library.claim("no-such-claim")
    with pytest.raises(KeyError, match="nobody1999"):
        library.reference("nobody1999")


def test_nothing_shown_can_be_changed_by_a_caller() -> None:
    with pytest.raises(AttributeError):
        CLAIMS[0].says = "Something else."  # type: ignore[misc]
    with pytest.raises(TypeError):
        library.claims()["new"] = CLAIMS[0]  # type: ignore[index]
    with pytest.raises(TypeError):
        library.references()["new"] = REFERENCES[0]  # type: ignore[index]


def test_importing_the_library_reads_no_file_and_loads_no_parser() -> None:
    code = (
        "import sys; from mile18.evidence import library; "
        "assert library.claims.cache_info().currsize == 0; "
        "assert 'tomllib' not in sys.modules; "
        "assert 'importlib.resources' not in sys.modules"
    )
    subprocess.run([sys.executable, "-I", "-c", code], check=True)
