"""A case as its pages show it: no value of any record, and only the reviews that this person may see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from lawgate.casework.case import Case
from lawgate.casework.words import Act
from lawgate.decide.request import Request, Subject
from lawgate.errors import InputError
from lawgate.service.casework.acts.look import parse_submission
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.seen.overview import Overview, look_at
from lawgate.stores.casework.people import names_of
from lawgate.stores.casework.read import findings_of, submission_of

Document = dict[str, Any]

BY_THE_SERVICE: Final = frozenset({Act.DELIVER, Act.FAIL_DELIVERY, Act.VIEW})
"""Acts that no page offers: the software does them."""


def case_document(desk: Desk, number: str, *, by: str, purpose: str) -> Document | Refused:
    """A case with its request, what is proposed, what was said of it, and what this person may do now.

    The look is entered (26 U.S.C. 7213A). InputError where there is no such case.
    """
    seen = look_at(desk, number, by=by, purpose=purpose)
    return seen if isinstance(seen, Refused) else shown_document(desk, seen)


def shown_document(desk: Desk, seen: Overview) -> Document:
    """What is seen of a case, for pages."""
    case, today = seen.case, desk.now().date()
    names = names_of(_people(seen))
    due = case.deadline.due_on if case.deadline else None
    return {
        "number": case.number,
        "request": case.request,
        "ref": case.ref,
        "agency": case.agency,
        "provision": _cite(case.provision),
        "state": case.state.value,
        "sequence": case.sequence,
        "sealed": case.sealed,
        "preparer": ", ".join(names.get(one, one) for one in _preparers(case)),
        "assigned_to": names.get(case.assigned_to or "", ""),
        "due_on": due.isoformat() if due else None,
        "days_left": (due - today).days if due else None,
        "clock_stands": bool(case.deadline and case.deadline.stopped_on),
        "asked": _asked(case.number, case.ref),
        "defects": list(seen.defects),
        "proposal": _proposal(seen),
        "blind": seen.blind,
        "approvals": [
            {"signer": names.get(one.signer, one.signer), "at": one.signed_at} for one in seen.approvals
        ],
        "objections": _objections(seen, names),
        "findings": _findings(case.number),
        "acts": _acts(seen),
        "release": _release(case, names),
        "history": _history(seen, names),
    }


def _acts(seen: Overview) -> list[Document]:
    """Every act that somebody in these roles does in this state, with the reasons against it, if any."""
    found = []
    for act, reasons in seen.acts.items():
        named = {one.name for one in reasons}
        if act not in BY_THE_SERVICE and not named & {"no_role", "not_now"}:
            found.append({"act": act.value, "can": not reasons, "reasons": reasons})
    return found


def _history(seen: Overview, names: Mapping[str, str]) -> list[Document]:
    return [
        {
            "sequence": one.sequence,
            "act": one.act,
            "before": one.before,
            "after": one.after,
            "moved": one.before != one.after,
            "at": one.happened_at,
            "actor": names.get(one.actor, one.actor),
            "leaf": one.leaf,
        }
        for one in seen.history
    ]


def _asked(number: str, ref: str) -> Document | None:
    """The request's own words about this subject; None where they were purged."""
    try:
        body, digest = submission_of(number)
    except InputError:
        return None
    asked, subjects = parse_submission(body, where=number)
    return {"digest": digest, **asked_document(asked, next(one for one in subjects if one.ref == ref))}


def asked_document(asked: Request, subject: Subject) -> Document:
    """What a request says about one subject, in the order of the paragraph's demands."""
    matter, named = subject.matter or asked.matter, subject.named
    return {
        "signatory": asked.requester.signatory,
        "office": asked.requester.office,
        "level": asked.requester.level,
        "received_on": asked.received_on.isoformat(),
        "in_writing": asked.in_writing,
        "matter": {
            "number": matter.number,
            "stage": matter.stage,
            "authority": matter.authority,
            "statutes": list(matter.statutes or ()),
        },
        "reasons": subject.reasons or asked.reasons,
        "items_asked": list(asked.items),
        "periods": list(asked.periods_of(subject)),
        "recipients": [
            {"name": one.name or one.id, "title": one.title, "agency": one.agency}
            for one in asked.recipients_of(subject)
        ],
        "name": " ".join(
            part for part in (named.given, named.middle, named.surname, named.suffix, named.entity) if part
        ),
        "address": named.address,
        "tin": named.tin,
        "date_of_birth": named.date_of_birth.isoformat() if named.date_of_birth else None,
    }


def _proposal(seen: Overview) -> Document | None:
    made, document = seen.case.proposal, seen.determination
    if made is None or document is None:
        return None
    subject = document["subject"]
    rows = [
        {**row, "position": at, "leaves": line.leaves, "said": _said(row)}
        for at, (row, line) in enumerate(zip(subject["items"], made.lines, strict=True), 1)
    ]
    return {
        "digest": made.digest,
        "corpus": made.corpus,
        "demand": made.demand.value,
        "approvals_needed": made.demand.approvals,
        "hypothetical": made.hypothetical,
        "as_of": document["as_of"],
        "law": document["law"],
        "resolution": subject["resolution"],
        "orders": subject["orders"],
        "contested": subject["contested"],
        "rows": rows,
        "leaving": [row for row in rows if row["leaves"]],
        "held_back": [row for row in rows if not row["leaves"]],
        "open": _open(rows),
    }


def _said(row: Mapping[str, Any]) -> list[Document]:
    """On what a row turned: what is NO, or else what is open."""
    refused = [one for one in row["elements"] if one["truth"] == "no"]
    return refused or [one for one in row["elements"] if one["truth"] == "open"]


def _open(rows: list[Document]) -> list[Document]:
    """The findings that are open in any row, each once."""
    asked = {
        one["cite"]: one for row in rows for one in row["open"] if one["kind"] == "finding" and one["cite"]
    }
    return list(asked.values())


def _objections(seen: Overview, names: Mapping[str, str]) -> list[Document]:
    return [
        {
            "official": names.get(one.official, one.official),
            "reason": one.reason,
            "on": one.on.isoformat(),
            "declined": one.declines is not None,
        }
        for one in seen.objections
    ]


def _findings(number: str) -> list[Document]:
    found = findings_of(number)
    names = names_of(one.official for one in found if one.official)
    return [
        {
            "cite": str(one.cite),
            "cite_text": one.cite.text,
            "answer": "yes" if one.answer else "no",
            "office": one.office,
            "official": names.get(one.official or "", one.official),
            "on": one.on.isoformat(),
            "note": one.note or "",
        }
        for one in found
    ]


def _release(case: Case, names: Mapping[str, str]) -> Document | None:
    made = case.release
    if made is None:
        return None
    return {
        "releaser": names.get(made.releaser, made.releaser),
        "at": made.released_at,
        "demand": made.demand,
        "review_due": made.review_due,
        "reviewed_by": names.get(made.reviewed_by or "", ""),
    }


def _preparers(case: Case) -> list[str]:
    """Everybody who ever prepared it; whoever has it now comes first."""
    return list(dict.fromkeys([*filter(None, [case.preparer]), *sorted(case.preparers)]))


def _people(seen: Overview) -> list[str]:
    case = seen.case
    named = [*_preparers(case), case.assigned_to, *(one.signer for one in seen.approvals)]
    named += [*(one.official for one in seen.objections), *(one.actor for one in seen.history)]
    if case.release:
        named += [case.release.releaser, case.release.reviewed_by]
    return [one for one in named if one]


def _cite(cite: Any) -> Document | None:
    return {"cite": str(cite), "cite_text": cite.text} if cite else None
