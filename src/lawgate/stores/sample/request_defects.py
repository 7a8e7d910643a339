"""Requests that are returned on their own words, and files that cannot be read as a request at all."""

from __future__ import annotations

from lawgate.stores.sample.cast import Cast
from lawgate.stores.sample.request_parts import (
    MATTER,
    Json,
    RequestFile,
    homeland_request,
    request,
    signed_by,
    subject,
)

EXIT_BAD_INPUT = 2


def defects(cast: Cast) -> tuple[RequestFile, ...]:
    """Every way in which a request of a sample fails before a record is looked at."""
    return (*_returned(cast), *_unreadable(cast))


def _returned(cast: Cast) -> tuple[RequestFile, ...]:
    plain = cast["plain"][0]
    nameless: Json = {"given": None, "middle": None, "surname": None, "suffix": None}
    faults: tuple[tuple[str, str, Json], ...] = (
        ("no-reasons", "No reasons are given.", request([subject(plain)], reasons=None)),
        ("no-periods", "No taxable period is given.", request([subject(plain, tax_periods=[])])),
        (
            "vague-period",
            "'Most recent' is no taxable period.",
            request([subject(plain, tax_periods=["most recent"])]),
        ),
        (
            "no-authority",
            "The statutory authority of the investigation is not stated.",
            request([subject(plain)], matter=MATTER | {"authority": None}),
        ),
        ("no-name", "No name is given.", request([subject(plain, name=nameless)])),
        ("no-address", "No address is given.", request([subject(plain, address=None, tin=plain.tin)])),
        (
            "placeholder-address",
            "Words and a ZIP Code stand in place of an address, though name and tax number agree.",
            request([subject(plain, address="Failed to Provide 77002", tin=plain.tin)]),
        ),
        (
            "zip-only-address",
            "A ZIP Code stands in place of an address.",
            request([subject(plain, address=plain.address[-5:])]),
        ),
        ("not-in-writing", "The request was made by telephone.", request([subject(plain)], in_writing=False)),
        (
            "assistant-director-signs",
            "An assistant director signs, whom the paragraph does not list.",
            homeland_request(
                [subject(plain)], requester=signed_by("assistant_director", agency="us.dhs.ice")
            ),
        ),
        (
            "assistant-us-attorney-signs",
            "An assistant United States attorney signs, whom the paragraph does not list.",
            request([subject(plain)], requester=signed_by("assistant_us_attorney")),
        ),
    )
    return tuple(RequestFile(name, says, body, admission="returned") for name, says, body in faults)


def _unreadable(cast: Cast) -> tuple[RequestFile, ...]:
    plain, second = cast["plain"][0], cast["second"][0]
    faults: tuple[tuple[str, str, Json], ...] = (
        ("unknown-key", "A key that no schema holds.", request([subject(plain)], priority="high")),
        (
            "unknown-item",
            "An item that no custodian holds.",
            request([subject(plain)], items=["return.1040.mood"]),
        ),
        (
            "duplicate-refs",
            "Two subjects bear one ref.",
            request([subject(plain, ref="1"), subject(second, ref="1")]),
        ),
        (
            "impossible-date",
            "A day that is not in the calendar.",
            request([subject(plain)], received_on="2026-02-30"),
        ),
        (
            "anothers-fact",
            "The requester answers a question that only an official may answer.",
            request([subject(plain, facts={"finding.reasons_specific": True})]),
        ),
    )
    return tuple(RequestFile(name, says, body, exit_code=EXIT_BAD_INPUT) for name, says, body in faults)
