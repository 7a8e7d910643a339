"""Adopted readings: a signed file read and checked, and a signature added to one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.law.adoption import SIGNERS, Adoption, Followed, check, followed_on
from lawgate.law.contested import Readings
from lawgate.law.readings import DEFAULTS, QUESTIONS
from lawgate.service.contract.models_adoption import AdoptionsJson, OfficialsJson
from lawgate.service.contract.read import read_document
from lawgate.service.files import read_bytes
from lawgate.stores.signatures import demand_signed, sign

BY_DEFAULT = Followed(DEFAULTS)


def followed(adopted: Path | None, officials: Path | None, day: date, *, known_on: date) -> Followed:
    """What is followed on a day, by what was known on another, under a signed file; else the defaults."""
    if adopted is None:
        return BY_DEFAULT
    return followed_on(adoptions_in(adopted, officials), day, known_on=known_on, where=adopted.name)


def adoptions_in(adopted: Path, officials: Path | None) -> tuple[Adoption, ...]:
    """What a signed file adopts; InputError where it is not signed by both, or adopts what nobody can."""
    if officials is None:
        raise InputError(
            "a file of adopted readings needs the list of officials",
            where="--officials",
            mend="name the file of their public keys",
        )
    document = read_document(read_bytes(adopted), AdoptionsJson, where=adopted.name)
    keys = read_document(read_bytes(officials), OfficialsJson, where=officials.name).model_dump()
    signatures = [one.model_dump() for one in document.signatures]
    demand_signed(_body(document), signatures, keys, by=SIGNERS, where=adopted.name)
    adoptions = tuple(Adoption(**one.model_dump()) for one in document.adoptions)
    check(adoptions, where=adopted.name)
    return adoptions


def sign_adoptions(path: Path, *, key: Path, office: str) -> dict[str, Any]:
    """The document with one more signature; an office that signed before signs anew."""
    if office not in SIGNERS:
        raise InputError("this office does not sign", where="--office", mend=f"use {' or '.join(SIGNERS)}")
    document = read_document(read_bytes(path), AdoptionsJson, where=path.name)
    check(tuple(Adoption(**one.model_dump()) for one in document.adoptions), where=path.name)
    kept = [one.model_dump() for one in document.signatures if one.office != office]
    body = _body(document)
    return {**body, "signatures": [*kept, sign(body, key, office)]}


def read_overrides(stated: list[str] | None) -> Readings:
    """`Q3=R2` options; InputError for a question or a reading that does not stand."""
    overrides = {}
    for text in stated or ():
        name, _, reading = text.partition("=")
        if name not in QUESTIONS:
            raise InputError(
                f"no such question {name[:20]!r}", where="--reading", mend=f"use {', '.join(QUESTIONS)}"
            )
        overrides[name] = QUESTIONS[name].reading(reading).id
    return overrides


def _body(document: AdoptionsJson) -> dict[str, Any]:
    return {"adoptions": [one.model_dump(mode="json", exclude_none=True) for one in document.adoptions]}
