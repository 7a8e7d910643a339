"""A request decided under an agreement of agencies: what the agreement adds stands in the explanation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.service.desk import Desk, write

from lawgate.errors import InputError
from lawgate.law.agreements import AGREEMENTS
from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide

BEFORE_THE_ORDERS = "2025-06-02"


def _decided(desk: Desk, name: str, **told: Any) -> dict[str, Any]:
    told = {"as_of_day": BEFORE_THE_ORDERS, "known_on": BEFORE_THE_ORDERS, **told}
    return determination_document(decide(desk.request(name), records=desk.records, **told))


def _labels(document: dict[str, Any]) -> list[str]:
    return [element["label"] for element in document["subjects"][0]["items"][0]["elements"]]


def test_what_the_memorandum_adds_is_among_the_reasons_and_nothing_else_changes(desk: Desk) -> None:
    without = _decided(desk, "blocked-by-orders")
    under = _decided(desk, "blocked-by-orders", agreement="mou_2025")
    added = [element.label for element in AGREEMENTS["mou_2025"].adds]
    assert _labels(under) == [*_labels(without), *added]
    assert under["corpus"] != without["corpus"]


def test_an_agreement_with_another_agency_or_on_another_provision_is_refused(
    desk: Desk, tmp_path: Path
) -> None:
    document = desk.document("complete-us-attorney")
    with pytest.raises(InputError, match="another agency asks"):
        decide(write(tmp_path, document), agreement="d_example")
    document["requester"]["agency"] = AGREEMENTS["d_example"].party
    with pytest.raises(InputError, match="and the request is under"):
        decide(write(tmp_path, document), agreement="d_example")
