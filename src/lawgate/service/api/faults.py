"""What is wrong with a document that a program sent: each fault with a pointer to its place (RFC 6901)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from lawgate.errors import InputError
from lawgate.service.contract.models import RequestJson
from lawgate.service.contract.read import every_fault, read_json, read_request

_QUOTED: Final = re.compile(r"""(?<!\w)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?!\w)""")
_STEP: Final = re.compile(r"([^.\[\]]+)|\[([^\]]*)\]")
FAULTS_MAX: Final = 100
"""So many are told at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it stands in the document, what it is, and how to mend it; what was sent is not repeated."""

    pointer: str
    what: str
    mend: str


def request_faults(body: bytes) -> tuple[Fault, ...]:
    """Every fault of the form of a request; none where it can be read."""
    found = document_faults(body, RequestJson)
    if found:
        return found
    try:
        read_request(body)
    except InputError as error:
        return (fault_of(error, body),)
    return ()


def document_faults(body: bytes, model: type[BaseModel]) -> tuple[Fault, ...]:
    """Every fault of a document of one model, by its place; of an alternative the branch that was meant."""
    try:
        document = read_json(body, where="")
    except InputError as error:
        return (_fault("", error),)
    try:
        model.model_validate(document)
    except ValidationError as error:
        places = [
            one["loc"] for one in error.errors(include_url=False, include_context=False, include_input=False)
        ]
        told: dict[str, Fault] = {}
        for place, fault in zip(places, every_fault(error, ""), strict=True):
            pointer = _written(_steps(document, place))
            told.setdefault(pointer, _fault(pointer, fault))
        return tuple(one for one in told.values() if not _is_above(one.pointer, told))[:FAULTS_MAX]
    return ()


def fault_of(error: InputError, body: bytes) -> Fault:
    """A fault that was told in words, at the place in the document that it names, as far as it stands there."""
    try:
        document = read_json(body, where="")
    except InputError:
        document = None
    return _fault(_written(_named(document, error.where)), error)


def _fault(pointer: str, error: InputError) -> Fault:
    """A fault in the words of the contract, but for what they quote: it may be a name, or a number of somebody."""
    return Fault(pointer, _QUOTED.sub("this", error.what), _QUOTED.sub("this", error.mend))


def _steps(document: Any, place: Sequence[int | str]) -> list[int | str]:
    """The steps that lead somewhere in the document; names that pydantic gives to branches lead nowhere."""
    steps: list[int | str] = []
    here = document
    for at, step in enumerate(place):
        is_last = at == len(place) - 1
        if isinstance(here, dict) and isinstance(step, str) and (step in here or is_last):
            steps.append(step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            steps.append(step)
            here = here[step]
    return steps


def _named(document: Any, where: str) -> list[int | str]:
    """The steps of a place as errors tell it, such as `request.subjects[0].name` or `subjects[REF].recipients`."""
    by_index = where.startswith("request")
    steps: list[int | str] = []
    here = document
    for name, inside in _STEP.findall(re.sub(r"^request\.?", "", where)):
        if isinstance(here, dict) and name and name in here:
            steps.append(name)
            here = here[name]
        elif isinstance(here, list) and inside:
            found = _found(here, inside, by_index=by_index)
            if found is None:
                break
            steps.append(found)
            here = here[found]
        else:
            break
    return steps


def _found(rows: list[Any], named: str, *, by_index: bool) -> int | None:
    if by_index:
        return int(named) if named.isdigit() and int(named) < len(rows) else None
    return next(
        (at for at, one in enumerate(rows) if isinstance(one, dict) and one.get("ref") == named), None
    )


def _written(steps: Sequence[int | str]) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


def _is_above(pointer: str, told: dict[str, Fault]) -> bool:
    """Whether a fault within the same place was found too: then that branch was meant, and the fault is there."""
    return any(one.startswith(f"{pointer}/") for one in told)
