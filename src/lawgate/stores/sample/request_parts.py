"""The parts that the requests of a sample are put together from."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.stores.sample.cast import Player

Json = dict[str, object]

RECEIVED_ON = "2026-03-01"
I2, I1, I5 = "26 USC 6103(i)(2)", "26 USC 6103(i)(1)", "26 USC 6103(i)(5)"
THIRD_PARTY_ITEMS = (
    "identity.name",
    "identity.mailing_address",
    "third_party.w2.wages",
    "third_party.1099.interest",
)
REASONS = "Wires from the scheme were credited to this person in 2022 and 2023; wages show what for."

MATTER: Json = {
    "number": "26-cr-00001",
    "opened_on": "2025-11-03",
    "stage": "investigation",
    "authority": "28 USC 533",
    "statutes": ["18 USC 1343"],
    "tax_administration": False,
    "united_states_party": True,
    "child_case": False,
}
ATTORNEY: Json = {
    "agency": "us.doj",
    "level": "federal",
    "signatory": {"name": "Sample Attorney", "office": "us_attorney"},
}
AGENTS: list[Json] = [
    {
        "id": f"O{number}",
        "name": f"Agent {name}",
        "title": "Special Agent",
        "agency": "us.doj.fbi",
        "personally_and_directly_engaged": True,
    }
    for number, name in enumerate(("One", "Two"), start=1)
]

HOMELAND_MATTER: Json = MATTER | {
    "number": "26-rm-00001",
    "authority": "8 USC 1357",
    "statutes": ["8 USC 1253(a)(1)"],
}
HOMELAND_AGENTS: list[Json] = [AGENTS[0] | {"title": "Deportation Officer", "agency": "us.dhs.ice"}]
HOMELAND_REASONS = (
    "This person is under criminal investigation for wilful failure to depart; the address may show where."
)


@dataclass(frozen=True, slots=True)
class RequestFile:
    """One request file: its name, what it shows in a sentence, and what comes of it.

    `exit_code` is that of `lawgate decide`. `admission` is None where it is not the point of the file.
    """

    name: str
    says: str
    body: Json
    exit_code: int = 0
    admission: str | None = None


def request(subjects: list[Json], **changes: object) -> Json:
    """A complete (i)(2) request of a United States attorney about these subjects, with changes."""
    whole: Json = {
        "id": "REQ-2026-0001",
        "received_on": RECEIVED_ON,
        "in_writing": True,
        "provision": I2,
        "requester": ATTORNEY,
        "matter": MATTER,
        "recipients": AGENTS,
        "reasons": REASONS,
        "use_undertaking": True,
        "court_order": None,
        "items": list(THIRD_PARTY_ITEMS),
        "subjects": subjects,
    }
    return whole | changes


def homeland_request(subjects: list[Json], **changes: object) -> Json:
    """The same of the head of Homeland Security, in a matter of failure to depart."""
    base: Json = {
        "requester": signed_by("agency_head", agency="us.dhs"),
        "matter": HOMELAND_MATTER,
        "recipients": HOMELAND_AGENTS,
        "reasons": HOMELAND_REASONS,
        "items": ["identity.mailing_address"],
    }
    return request(subjects, **(base | changes))


def subject(player: Player, *, ref: str = "1", **changes: object) -> Json:
    """A player as a request names him: name, current address and date of birth, with changes."""
    name: Json = {
        "given": player.given,
        "middle": player.middle,
        "surname": player.surname,
        "suffix": player.suffix,
    }
    whole: Json = {
        "ref": ref,
        "name": {"entity": player.entity} if player.entity else name,
        "address": player.address,
        "tin": None,
        "date_of_birth": player.date_of_birth,
        "tax_periods": ["2022", "2023"],
        "recipients": ["O1"],
    }
    return whole | changes


def signed_by(office: str, *, agency: str = "us.doj") -> Json:
    """A Federal requester with this office."""
    return {"agency": agency, "level": "federal", "signatory": {"name": "Sample Signatory", "office": office}}


def court_order(*, periods: list[str], items: list[str], recitals: list[str]) -> Json:
    """An ex parte order of a district judge that recites these determinations."""
    return {
        "court": "D. Sample",
        "docket": "26-mj-00007",
        "judge_kind": "district_judge",
        "ex_parte": True,
        "granted_on": "2026-02-20",
        "authorised_by": "us_attorney",
        "periods": periods,
        "items": items,
        "recitals": recitals,
    }
