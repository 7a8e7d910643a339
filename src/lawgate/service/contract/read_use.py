"""A request for the use of released items: bytes to values, as strictly as any other request."""

from __future__ import annotations

import jiter

from lawgate.decide.use import ReleasedItem, UseAsked
from lawgate.records.provenance import Provenance
from lawgate.service.contract.models import UseJson, UseRequestJson
from lawgate.service.contract.read import read_document, read_facts


def asks_for_use(data: bytes) -> bool:
    """Whether the document is to be read as a request for use; a quick look, which judges nothing."""
    if b'"use"' not in data:
        return False
    try:
        plain = jiter.from_json(data, allow_inf_nan=False)
    except ValueError:
        return False
    return isinstance(plain, dict) and plain.get("use") is not None


def read_use(data: bytes, *, where: str = "request") -> tuple[str, UseAsked]:
    """The request's id and the use that it asks for; InputError with the place and the mend."""
    document = read_document(data, UseRequestJson, where=where)
    return document.id, _use(document.use)


def _use(stated: UseJson) -> UseAsked:
    return UseAsked(
        items=tuple(
            ReleasedItem(
                item=one.item,
                released_under=one.provision,  # type: ignore[arg-type]  # a Cite by now
                period=one.period,
                released_on=one.released_on,
                provenance=Provenance(one.furnished_by, one.document),
            )
            for one in stated.items
        ),
        agency=stated.by.agency,
        office=stated.by.office,
        to_agency=stated.to.agency if stated.to else None,
        to_level=stated.to.level if stated.to else None,
        forum=stated.forum,
        statutes=tuple(text for text in stated.statutes or () if text),
        court_finding=stated.court_finding,  # type: ignore[arg-type]  # a Cite by now
        facts=read_facts(stated.facts or {}),
    )
