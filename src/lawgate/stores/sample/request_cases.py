"""Requests whose own words suffice, or that turn on the records, the law or an official's finding."""

from __future__ import annotations

from lawgate.stores.sample.cast import Cast
from lawgate.stores.sample.places import FACILITIES, SHELTERS
from lawgate.stores.sample.request_parts import (
    I1,
    I5,
    MATTER,
    Json,
    RequestFile,
    court_order,
    homeland_request,
    request,
    signed_by,
    subject,
)


def cases(cast: Cast) -> tuple[RequestFile, ...]:
    """The requests that are admitted, blocked, or left open."""
    return (
        *_complete(cast),
        *_who_is_named(cast),
        *_what_item(cast),
        *_what_source(cast),
        *_by_order(cast),
        *_who_asks(cast),
        *_what_for(cast),
    )


def _admitted(name: str, says: str, body: Json) -> RequestFile:
    return RequestFile(name, says, body, admission="admitted")


def _complete(cast: Cast) -> tuple[RequestFile, ...]:
    plain, second, third = (cast[role][0] for role in ("plain", "second", "third"))
    three = [
        subject(plain, ref="1"),
        subject(second, ref="2", recipients=["O2"], tax_periods=["2024"]),
        subject(
            third, ref="3", tin=third.tin, reasons="Named as a payee in the ledger of the scheme for 2023."
        ),
    ]
    return (
        _admitted(
            "complete-us-attorney",
            "Complete: a United States attorney signs in a wire fraud matter.",
            request([subject(plain)]),
        ),
        _admitted(
            "complete-three-subjects", "Complete: three subjects, each with an officer.", request(three)
        ),
        _admitted(
            "complete-entity",
            "Complete: the taxpayer is an entity.",
            request([subject(cast["entity"][0])], items=["identity.name", "third_party.1099.interest"]),
        ),
        _admitted(
            "grand-jury",
            "Complete: the matter is before a grand jury.",
            request([subject(plain)], matter=MATTER | {"stage": "grand_jury"}),
        ),
        _admitted(
            "no-provision",
            "No paragraph is named: every pathway is tried.",
            request([subject(plain)], provision=None),
        ),
    )


def _who_is_named(cast: Cast) -> tuple[RequestFile, ...]:
    senior = cast["senior_and_junior"][0]
    moved, held = cast["moved_twice"][0], cast["in_custody"][0]
    jail = next(facility for facility in FACILITIES if facility.line == held.address)
    stranger: Json = {"given": "Evander", "middle": None, "surname": "Lillywhitely", "suffix": None}
    bare: Json = {"given": senior.given, "middle": None, "surname": senior.surname, "suffix": None}
    return (
        _admitted(
            "name-twice-on-file",
            "Father and son of one name live at the address; neither suffix nor date of birth is given.",
            request([subject(senior, name=bare, date_of_birth=None)]),
        ),
        _admitted(
            "namesake-elsewhere",
            "Two people on file bear the name; the address tells which.",
            request([subject(cast["namesake"][0], date_of_birth=None)]),
        ),
        _admitted(
            "nobody-on-file",
            "A person who is not on file, at the address of one who is.",
            request([subject(cast["plain"][0], name=stranger, date_of_birth="1981-05-06")]),
        ),
        _admitted(
            "earlier-address",
            "The address is one that was held before the current one.",
            request([subject(moved, address=moved.earlier_address)]),
        ),
        _admitted(
            "address-never-held",
            "Name and tax number agree; the address, good on its face, was never held for the person.",
            request([subject(moved, address="14275 Cedar Ave, Springfield IL 62704", tin=moved.tin)]),
        ),
        RequestFile(
            "custody-address",
            "The address is that of a place of custody, which is named before it.",
            request([subject(held, address=f"{jail.name}, {jail.line}")]),
        ),
        _admitted(
            "shelter-address",
            "The address is in a shelter: an official must find whether it is the taxpayer's.",
            request([subject(cast["third"][0], address=f"{SHELTERS[0]}, {cast['third'][0].address}")]),
        ),
        _admitted("po-box", "The address is a post office box.", request([subject(cast["po_box"][0])])),
        _admitted(
            "military-address", "The address is one of the forces.", request([subject(cast["military"][0])])
        ),
        _admitted(
            "puerto-rico", "The address is in Puerto Rico.", request([subject(cast["puerto_rico"][0])])
        ),
    )


def _what_item(cast: Cast) -> tuple[RequestFile, ...]:
    plain = cast["plain"][0]
    own = ["date_of_birth", "employer", "summons_answer"]
    lines = [
        "total_wages",
        "phone",
        "email",
        "dependents",
        "bank_account",
        "schedule_c.gross_receipts",
        "image",
    ]
    return (
        _admitted(
            "two-sources-of-one-wage",
            "The payer's own W-2 and the copy in the taxpayer's return: the first may go, the second not.",
            request(
                [subject(plain, tax_periods=["2023"])],
                items=["third_party.w2.wages", "return.1040.total_wages"],
            ),
        ),
        _admitted(
            "taxpayers-own-information",
            "Lines of the return and what the taxpayer told: these need a court's order.",
            request(
                [subject(plain)],
                items=[f"return.1040.{line}" for line in lines] + [f"taxpayer.{each}" for each in own],
            ),
        ),
        _admitted(
            "summoned-bank-records",
            "Bank records from a third party's summons, and an examiner's papers.",
            request(
                [subject(plain)],
                items=[
                    "third_party.summons.bank_records",
                    "third_party.witness_statement",
                    "irs.workpaper.page",
                ],
            ),
        ),
    )


def _what_source(cast: Cast) -> tuple[RequestFile, ...]:
    plain, spouse = cast["plain"][0], cast["couple"][0]
    return (
        _admitted(
            "account-transcript",
            "A transcript mixes what the Service assessed with lines of the return.",
            request(
                [subject(plain)],
                items=[
                    "irs.account.assessment",
                    "irs.account.penalty",
                    "return.1040.total_wages",
                    "state.tax_record",
                ],
            ),
        ),
        _admitted(
            "spouse-not-named",
            "A joint return: the spouse, whom the request does not name, is another taxpayer.",
            request([subject(spouse)], items=["return.joint.spouse_income", "third_party.w2.wages"]),
        ),
        _admitted(
            "source-not-recorded",
            "The custodian did not record who furnished the rows.",
            request(
                [subject(cast["source_not_recorded"][0])],
                items=["third_party.w2.wages", "irs.workpaper.page"],
            ),
        ),
    )


def _by_order(cast: Cast) -> tuple[RequestFile, ...]:
    plain = cast["plain"][0]
    items = ["identity.mailing_address", "return.1040.total_wages", "return.1040.schedule_c.gross_receipts"]
    two_years = court_order(
        periods=["2021", "2022"],
        items=items,
        recitals=[f"26 USC 6103(i)(1)(B)({clause})" for clause in ("i", "ii", "iii")],
    )
    fugitive = court_order(
        periods=["2022", "2023", "2024"],
        items=["identity.mailing_address", "third_party.w2.employer"],
        recitals=[f"26 USC 6103(i)(5)(B)({clause})" for clause in ("i", "ii", "iii")],
    )
    return (
        _admitted(
            "court-order-two-years",
            "An (i)(1) order for 2021 and 2022; the letter asks 2023 too.",
            request(
                [subject(plain, tax_periods=["2021", "2022", "2023"])],
                provision=I1,
                court_order=two_years,
                items=items,
            ),
        ),
        _admitted(
            "fugitive",
            "An (i)(5) order to locate a fugitive.",
            request(
                [subject(cast["third"][0], tax_periods=["2023", "2024"])],
                provision=I5,
                court_order=fugitive,
                items=["identity.mailing_address", "third_party.w2.employer"],
            ),
        ),
    )


def _who_asks(cast: Cast) -> tuple[RequestFile, ...]:
    plain = cast["plain"][0]
    contractor: Json = {
        "id": "O1",
        "name": "Analyst Three",
        "title": "Analyst",
        "agency": "private.contractor",
        "personally_and_directly_engaged": True,
    }
    return (
        _admitted(
            "acting-head",
            "The acting head of an agency signs: whether that is its head, counsel must find.",
            request(
                [subject(plain)],
                requester=signed_by("acting_agency_head", agency="us.ssa"),
                recipients=[contractor | {"agency": "us.ssa"}],
            ),
        ),
        _admitted(
            "component-head",
            "The head of a component of a department signs: the same question.",
            request(
                [subject(plain)],
                requester=signed_by("component_head", agency="us.doi.fws"),
                recipients=[contractor | {"agency": "us.doi.fws"}],
            ),
        ),
        RequestFile(
            "blocked-by-orders",
            "The head of Homeland Security asks for an address alone, completely; orders in force forbid it.",
            homeland_request(
                [subject(plain, removal_order={"final_on": "2025-04-01", "class_cite": "8 USC 1227(a)(1)"})]
            ),
            admission="blocked",
        ),
        _admitted(
            "contractor-receives",
            "The recipient does not belong to the agency that asks.",
            request([subject(plain)], recipients=[contractor]),
        ),
    )


def _what_for(cast: Cast) -> tuple[RequestFile, ...]:
    plain = cast["plain"][0]
    return (
        _admitted(
            "unlisted-statute",
            "The statute is not in the table: whether it is a criminal one, counsel must find.",
            request([subject(plain)], matter=MATTER | {"statutes": ["16 USC 1540"]}),
        ),
        RequestFile(
            "civil-removal",
            "A final order of removal and no criminal statute: civil removal is not enough.",
            homeland_request(
                [subject(plain, removal_order={"final_on": "2025-04-01", "class_cite": "8 USC 1227(a)(1)"})],
                matter=MATTER | {"authority": "8 USC 1231", "statutes": ["8 USC 1231"]},
                reasons="To carry out the order of removal.",
                items=["identity.name", "identity.mailing_address"],
            ),
        ),
        _admitted(
            "tax-matter",
            "The statute is one of tax administration: another paragraph governs.",
            request(
                [subject(plain)], matter=MATTER | {"statutes": ["26 USC 7201"], "tax_administration": True}
            ),
        ),
    )
