"""The catalogue of items, and where a row came from."""

from __future__ import annotations

import pytest

from lawgate.records.items import CATALOGUE, IDENTITY_FIELDS, NOT_IDENTITY
from lawgate.records.provenance import DOCUMENTS, FURNISHED_BY, Provenance


def test_catalogue_lists_each_kind_under_its_own_name() -> None:
    assert all(kind.name == name and kind.label for name, kind in CATALOGUE.items())
    assert len({kind.label for kind in CATALOGUE.values()}) == len(CATALOGUE)


def test_identity_is_name_mailing_address_and_tin_and_nothing_else() -> None:
    identity = {kind.identity: name for name, kind in CATALOGUE.items() if kind.identity != NOT_IDENTITY}
    assert identity == {field: f"identity.{field}" for field in IDENTITY_FIELDS}


@pytest.mark.parametrize(
    "name", ["return.1040.phone", "return.1040.email", "taxpayer.date_of_birth", "taxpayer.employer"]
)
def test_what_is_near_identity_is_not_identity(name: str) -> None:
    assert CATALOGUE[name].identity == NOT_IDENTITY


def test_spouse_household_preparer_and_one_liable_beside_the_taxpayer_are_other_persons() -> None:
    assert {name for name, kind in CATALOGUE.items() if kind.of_other} == {
        "return.joint.spouse_income",
        "return.joint.spouse_name",
        "return.joint.spouse_tin",
        "return.household.modified_agi",
        "return.preparer.ptin",
        "return.preparer.efin",
        "irs.penalty_6672.other_liable",
    }


@pytest.mark.parametrize("furnished_by", FURNISHED_BY)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_listed_provenance_is_kept(furnished_by: str, document: str) -> None:
    assert Provenance.read(furnished_by, document) == Provenance(furnished_by, document)


@pytest.mark.parametrize("unlisted", [None, "", "Taxpayer", " payer", "bank", "none"])
def test_unlisted_provenance_is_as_unknown_as_missing(unlisted: str | None) -> None:
    assert Provenance.read(unlisted, "return") == Provenance(None, "return")
    assert Provenance.read("payer", unlisted) == Provenance("payer", None)


def test_provenance_not_recorded_is_unknown() -> None:
    assert Provenance() == Provenance(None, None)
