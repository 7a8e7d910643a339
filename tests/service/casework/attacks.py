"""Attempts to release without the approvals demanded, or to rewrite the record, in SQL that both databases run."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, transaction
from tests.service.casework.office import START, Office

from lawgate.ledger.entry import Entry, Kind
from lawgate.stores.at_rest import Place
from lawgate.stores.casework import models
from lawgate.stores.casework.data_keys import current_key
from lawgate.stores.casework.encrypted_fields import Encrypted
from lawgate.stores.casework.guards import statements_to_remove

P2 = "/us/usc/t26/s6103/i/2"
DANGER = "/us/usc/t26/s6103/i/3/B/i"


@dataclass
class Scene:
    """A case before its reviewers, one approval given; an approved one; and one that was released."""

    office: Office
    open: str
    approved: str
    released: str

    def row(self, number: str) -> models.Case:
        return models.Case.objects.get(number=number)

    def proposal(self, number: str) -> models.Proposal:
        return models.Proposal.objects.get(standing_for=number)

    def approvals(self, number: str) -> list[models.Approval]:
        return list(models.Approval.objects.filter(proposal__case=number).order_by("slot"))


def scene_of(office: Office) -> Scene:
    scene = Scene(office, office.in_review("REQ-1"), office.approved("REQ-2"), office.released("REQ-3"))
    office.sign(scene.open, "first")
    return scene


def sql(statement: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def insert(table: str, **values) -> None:
    """A row; what rests encrypted there is, as by one who has that key too: the guards are asked, not the key."""
    for one in models.Entry._meta.apps.get_model("casework", table)._meta.concrete_fields:
        if isinstance(one, Encrypted) and one.attname in values:
            said = values[one.attname]
            at = Place(f"casework_{table}", one.column, tuple(values[name] for name in one.row))
            values[one.attname] = current_key().encrypt(
                at, said if isinstance(said, bytes) else said.encode()
            )
    if table == "entry":
        values.setdefault("subject_index", "")
    names, places = ", ".join(values), ", ".join(["%s"] * len(values))
    sql(f"INSERT INTO casework_{table} ({names}) VALUES ({places})", *values.values())


def forged_entry(number: str, kind: str, actor: str, after: str = "in_review", act: str = "x") -> int:
    """An entry as good as forgery can make it: whoever writes into the database can write one more line of it."""
    last = models.Entry.objects.filter(case_number=number).order_by("-sequence").first()
    sequence = (last.sequence if last else 0) + 1
    entry = Entry(Kind(kind), number, sequence, START.date(), "0" * 64)
    insert(
        "entry", case_number=number, sequence=sequence, kind=kind, act=act, state_before="", state_after=after,
        actor=actor, day=START.date(), happened_at=START, encoded=entry.encoded, commitments=b"",
        account="{}",
    )  # fmt: skip
    return models.Entry.objects.get(case_number=number, sequence=sequence).pk


def forged_approval(scene: Scene, number: str, signer: str, slot: int, **changed) -> None:
    proposal = scene.proposal(number)
    entry = changed.pop("entry_id", None) or forged_entry(number, "approved", signer)
    values = {
        "proposal_id": proposal.pk, "slot": slot, "signer_id": signer, "prepared_by_id": "preparer",
        "digest": proposal.digest, "signed_at": START, "entry_id": entry,
    }  # fmt: skip
    insert("approval", **{**values, **changed})


def forged_release(scene: Scene, number: str, first: int, second: int | None, **changed) -> None:
    values = {
        "case_id": number, "proposal_id": scene.proposal(number).pk, "demand": "two", "first_id": first,
        "second_id": second, "releaser_id": "releaser", "released_at": START, "review_due": None,
        "idempotency_key": f"forged-{number}", "entry_id": forged_entry(number, "released", "releaser", "released"),
    }  # fmt: skip
    insert("release", **{**values, **changed})


def forged_proposal(scene: Scene, number: str, demand: str, pathway: str, **changed) -> models.Proposal:
    """A proposal with one line that says disclose, put in the place of the one that stands."""
    entry, last = forged_entry(number, "determined", "preparer", "determined"), scene.proposal(number)
    values = {
        "case_id": number, "number": last.number + 1, "digest": "f" * 64, "request_digest": "f" * 64,
        "determination_digest": "f" * 64, "corpus": "f" * 64, "record_root": "f" * 64,
        "prepared_by_id": "preparer", "demand": demand, "hypothetical": False, "document": b"{}",
        "made_at": START, "entry_id": entry,
    }  # fmt: skip
    insert("proposal", **{**values, **changed})
    made = models.Proposal.objects.get(entry_id=entry)
    insert("proposalline", proposal_id=made.pk, position=0, item="identity.name", period="",
           disposition="disclose", pathway=pathway)  # fmt: skip
    return made


def move(number: str, state: str, **changed) -> None:
    """A case moved with an entry, as the service does it."""
    forged_entry(number, "closed", "x", state)
    last = models.Entry.objects.filter(case_number=number).order_by("-sequence").first()
    sets = ", ".join(f"{name} = %s" for name in ("state", "sequence", *changed))
    sql(f"UPDATE casework_case SET {sets} WHERE number = %s", state, last.sequence, *changed.values(), number)


@contextmanager
def undone():
    """What is done within is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def without_guards():
    """The same database without its guards; what is done within is undone."""
    with undone():
        for statement in statements_to_remove(connection.vendor):
            sql(statement.replace("%", "%%"))
        yield
