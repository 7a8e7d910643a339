"""The rules by which the database itself refuses, whoever writes, in SQL that SQLite and PostgreSQL understand.

Each rule says when a write is permitted; what is not known to be permitted is refused. SQLite's `OR REPLACE`
removes rows without asking the rule on removal, so that every rule on insertion asks whether the row is there.
`guards` puts them in place, and finds out whether they stand. SECONDS(x) stands for the seconds of a moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lawgate.casework.permissions import PREPARING
from lawgate.casework.release import REVIEW_WITHIN
from lawgate.casework.transitions import moves
from lawgate.casework.words import LEFT
from lawgate.law.emergency import IMMINENT


@dataclass(frozen=True, slots=True)
class Guard:
    """One rule: on which table and which write, what has to hold, and what is said where it does not."""

    table: str
    write: str
    permitted: str
    says: str

    @property
    def said(self) -> str:
        """What is said, as a text of SQL."""
        return "'" + self.says.replace("'", "''") + "'"

    @property
    def name(self) -> str:
        """The trigger's name."""
        return f"guard_{self.table}_{self.write.lower()}"


def _permanent(table: str, says: str) -> tuple[Guard, Guard]:
    return (
        Guard(table, "UPDATE", "FALSE", f"{says} is not rewritten"),
        Guard(table, "DELETE", "FALSE", f"{says} is not removed"),
    )


def _same(*columns: str) -> str:
    """Two rows of NULL are the same; IS NOT DISTINCT FROM is understood by both databases."""
    return " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in columns)


def _quoted(values: Iterator[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_MOVES: Final = ", ".join(f"'{before}>{after}'" for before, after in sorted(moves()))
_LEFT: Final = _quoted(state.value for state in sorted(LEFT))
_ENTRY_COLUMNS: Final = (
    "id", "case_number", "sequence", "kind", "act", "state_before", "state_after", "actor", "day", "happened_at",
    "encoded", "commitments", "account", "subject_index",
)  # fmt: skip
_CASE_COLUMNS: Final = ("number", "agency", "request", "ref", "begun_on", "days")
_SUBMISSION_COLUMNS: Final = ("id", "agency", "request", "version", "digest", "received_at")
_PACKAGE_COLUMNS: Final = ("id", "release_id", "registration")

_NEW_ENTRY: Final = """
NEW.leaf IS NULL
AND NEW.sequence = 1 + COALESCE(
    (SELECT MAX(e.sequence) FROM casework_entry e WHERE e.case_number = NEW.case_number), 0)
AND NOT EXISTS (SELECT 1 FROM casework_entry e WHERE e.id = NEW.id)
AND SUBSTR(NEW.account, 1, 4) = (SELECT k.head FROM casework_datakey k ORDER BY k.version DESC LIMIT 1)
"""
"""An account that does not rest under the key that the database names now is refused, and what is written with it."""

_CHANGED_ENTRY: Final = f"""
{_same(*_ENTRY_COLUMNS)}
AND (NEW.leaf IS NOT DISTINCT FROM OLD.leaf OR (OLD.leaf IS NULL
    AND NOT EXISTS (SELECT 1 FROM casework_entry e WHERE e.leaf = NEW.leaf)))
AND (NEW.payload IS NULL OR NEW.payload = OLD.payload)
AND (NEW.payload_secret IS NULL OR NEW.payload_secret = OLD.payload_secret)
"""

_NEW_CASE: Final = """
NEW.state = 'received' AND NEW.sequence = 1 AND NEW.proposal_id IS NULL
AND EXISTS (SELECT 1 FROM casework_entry e WHERE e.case_number = NEW.number AND e.sequence = 1
    AND e.kind = 'request_received')
AND NOT EXISTS (SELECT 1 FROM casework_case c WHERE c.number = NEW.number
    OR (c.agency = NEW.agency AND c.request = NEW.request AND c.ref = NEW.ref))
"""

_ENOUGH_APPROVALS: Final = """
(SELECT COUNT(*) FROM casework_approval a WHERE a.proposal_id = NEW.proposal_id)
>= (SELECT CASE p.demand WHEN 'one_then_review' THEN 1 ELSE 2 END
    FROM casework_proposal p WHERE p.id = NEW.proposal_id)
"""

_CHANGED_CASE: Final = f"""
{_same(*_CASE_COLUMNS)}
AND ((NEW.sequence = OLD.sequence AND {_same("state", "proposal_id", "preparer_id")})
    OR (NEW.sequence > OLD.sequence AND EXISTS (
        SELECT 1 FROM casework_entry e WHERE e.case_number = NEW.number AND e.sequence = NEW.sequence
        AND e.state_after = NEW.state)))
AND (NEW.state = OLD.state OR (OLD.state || '>' || NEW.state) IN ({_MOVES}))
AND (NEW.state NOT IN ({_LEFT})
    OR EXISTS (SELECT 1 FROM casework_release r WHERE r.case_id = NEW.number))
AND (NEW.state <> 'approved' OR {_ENOUGH_APPROVALS.strip()})
AND (NEW.proposal_id IS NULL OR NEW.proposal_id = (
    SELECT p.id FROM casework_proposal p WHERE p.case_id = NEW.number ORDER BY p.number DESC LIMIT 1))
"""

_NEW_PROPOSAL: Final = """
NEW.number = 1 + COALESCE(
    (SELECT MAX(p.number) FROM casework_proposal p WHERE p.case_id = NEW.case_id), 0)
AND EXISTS (SELECT 1 FROM casework_entry e WHERE e.id = NEW.entry_id AND e.case_number = NEW.case_id
    AND e.kind = 'determined' AND e.actor = NEW.prepared_by_id)
AND NOT EXISTS (SELECT 1 FROM casework_proposal p WHERE p.id = NEW.id OR p.digest = NEW.digest
    OR p.entry_id = NEW.entry_id)
"""

_NEW_LINE: Final = """
NOT EXISTS (SELECT 1 FROM casework_approval a WHERE a.proposal_id = NEW.proposal_id)
AND NOT EXISTS (SELECT 1 FROM casework_case c WHERE c.proposal_id = NEW.proposal_id)
AND NOT EXISTS (SELECT 1 FROM casework_proposalline l WHERE l.id = NEW.id
    OR (l.proposal_id = NEW.proposal_id AND l.position = NEW.position))
"""

_PREPARING: Final = _quoted(act.value for act in sorted(PREPARING))
_NEVER_PREPARED: Final = f"""
NOT EXISTS (SELECT 1 FROM casework_entry q WHERE q.case_number = {{case}} AND q.actor = {{who}}
    AND (q.act IN ({_PREPARING}) OR q.kind IN ('determined', 'submitted')))
"""
"""Whoever prepared a case once, by its entries, is kept apart from its later acts for good."""


def _never_prepared(case: str, who: str) -> str:
    return _NEVER_PREPARED.format(case=case, who=who).strip()


_REVIEWER_ON: Final = """
EXISTS (SELECT 1 FROM casework_official o JOIN casework_assignment s ON s.official_id = o.login
    WHERE o.login = {who} AND o.active AND s.role = 'reviewer' AND s.begins_on <= {day}
    AND (s.ends_on IS NULL OR s.ends_on >= {day}))
"""
"""Whoever says yes is a reviewer on the day of the entry that says it, and still on that of the release."""


def _reviewer_on(who: str, entry: str) -> str:
    day = f"(SELECT d.day FROM casework_entry d WHERE d.id = {entry})"
    return _REVIEWER_ON.format(who=who, day=day).strip()


_NEW_APPROVAL: Final = f"""
EXISTS (SELECT 1 FROM casework_proposal p JOIN casework_case c ON c.number = p.case_id
    WHERE p.id = NEW.proposal_id AND c.proposal_id = p.id AND c.state = 'in_review'
    AND p.digest = NEW.digest AND p.prepared_by_id = NEW.prepared_by_id
    AND p.prepared_by_id <> NEW.signer_id AND NOT p.hypothetical
    AND EXISTS (SELECT 1 FROM casework_entry e WHERE e.id = NEW.entry_id AND e.kind = 'approved'
        AND e.case_number = c.number AND e.actor = NEW.signer_id AND e.happened_at = NEW.signed_at)
    AND NOT EXISTS (SELECT 1 FROM casework_objection o WHERE o.case_id = c.number
        AND o.official_id = NEW.signer_id AND o.declines = p.digest)
    AND {_never_prepared("c.number", "NEW.signer_id")})
AND {_reviewer_on("NEW.signer_id", "NEW.entry_id")}
AND NOT EXISTS (SELECT 1 FROM casework_approval a WHERE a.id = NEW.id OR a.entry_id = NEW.entry_id
    OR (a.proposal_id = NEW.proposal_id AND (a.slot = NEW.slot OR a.signer_id = NEW.signer_id)))
"""

_APPROVED_BY: Final = """
EXISTS (SELECT 1 FROM casework_approval a WHERE a.id = NEW.{slot}_id AND a.proposal_id = p.id
    AND a.digest = p.digest AND a.signer_id <> p.prepared_by_id AND {never_prepared}
    AND {still_reviewer})
"""


def _approved_by(slot: str) -> str:
    never = _never_prepared("p.case_id", "a.signer_id")
    still = _reviewer_on("a.signer_id", "NEW.entry_id")
    return _APPROVED_BY.format(slot=slot, never_prepared=never, still_reviewer=still).strip()


_REVIEW_WITHIN_SECONDS: Final = int(REVIEW_WITHIN.total_seconds())

_NEW_RELEASE: Final = f"""
EXISTS (SELECT 1 FROM casework_proposal p JOIN casework_case c ON c.number = p.case_id
    WHERE p.id = NEW.proposal_id AND c.number = NEW.case_id AND c.proposal_id = p.id AND c.state = 'approved'
    AND NOT p.hypothetical AND p.demand = NEW.demand AND p.prepared_by_id <> NEW.releaser_id
    AND {_never_prepared("p.case_id", "NEW.releaser_id")}
    AND {_approved_by("first")}
    AND EXISTS (SELECT 1 FROM casework_proposalline l
        WHERE l.proposal_id = p.id AND l.disposition = 'disclose')
    AND ((NEW.demand = 'two' AND NEW.first_id <> NEW.second_id
            AND {_approved_by("second")})
        OR (NEW.demand = 'one_then_review'
            AND SECONDS(NEW.review_due) BETWEEN SECONDS(NEW.released_at)
                AND SECONDS(NEW.released_at) + {_REVIEW_WITHIN_SECONDS}
            AND NOT EXISTS (SELECT 1 FROM casework_proposalline l
                WHERE l.proposal_id = p.id AND l.disposition = 'disclose'
                AND (l.pathway || '/') NOT LIKE '{IMMINENT}/%')))
    AND EXISTS (SELECT 1 FROM casework_entry e WHERE e.id = NEW.entry_id AND e.kind = 'released'
        AND e.case_number = c.number AND e.actor = NEW.releaser_id AND e.happened_at = NEW.released_at))
AND NOT EXISTS (SELECT 1 FROM casework_release r WHERE r.id = NEW.id OR r.case_id = NEW.case_id
    OR r.proposal_id = NEW.proposal_id OR r.idempotency_key = NEW.idempotency_key
    OR r.entry_id = NEW.entry_id OR r.first_id IN (NEW.first_id, NEW.second_id)
    OR r.second_id IN (NEW.first_id, NEW.second_id))
"""

_NEW_REVIEW_AFTER: Final = f"""
EXISTS (SELECT 1 FROM casework_release r JOIN casework_approval a ON a.id = r.first_id
    WHERE r.id = NEW.release_id AND r.demand = 'one_then_review' AND r.releaser_id <> NEW.official_id
    AND a.signer_id <> NEW.official_id AND a.prepared_by_id <> NEW.official_id
    AND {_never_prepared("r.case_id", "NEW.official_id")}
    AND EXISTS (SELECT 1 FROM casework_entry e WHERE e.id = NEW.entry_id AND e.kind = 'reviewed_after'
        AND e.case_number = r.case_id AND e.actor = NEW.official_id AND e.happened_at = NEW.reviewed_at))
AND {_reviewer_on("NEW.official_id", "NEW.entry_id")}
AND NOT EXISTS (SELECT 1 FROM casework_reviewafter v WHERE v.id = NEW.id OR v.release_id = NEW.release_id)
"""

_UNDER_CHECKPOINT: Final = """
EXISTS (SELECT 1 FROM casework_release r JOIN casework_entry e ON e.id = r.entry_id
    JOIN casework_ledgerstate s ON s.id = 1
    WHERE r.id = NEW.release_id AND e.leaf IS NOT NULL AND e.leaf < s.size AND s.witnessed AND s.stopped = '')
"""

_CHANGED_PACKAGE: Final = f"""
{_same(*_PACKAGE_COLUMNS)}
AND ({_same("sealed")} OR (LENGTH(NEW.sealed) = 0 AND NEW.body IS NULL AND OLD.handed_over_at IS NOT NULL))
AND ({_same("body", "digest", "handed_over_at")}
    OR (OLD.handed_over_at IS NULL AND NEW.handed_over_at IS NOT NULL AND {_UNDER_CHECKPOINT.strip()})
    OR (OLD.handed_over_at IS NOT NULL AND NEW.body IS NULL AND {_same("digest", "handed_over_at")}))
AND (OLD.fetched_at IS NULL OR NEW.fetched_at = OLD.fetched_at)
AND (NEW.fetched_at IS NULL OR NEW.handed_over_at IS NOT NULL)
AND (OLD.receipt IS NULL OR NEW.receipt = OLD.receipt)
"""


def _new(table: str, *unique: str) -> str:
    """Nothing stands there already under the same id or the same unique column."""
    same = " OR ".join(f"t.{name} = NEW.{name}" for name in ("id", *unique))
    return f"NOT EXISTS (SELECT 1 FROM {table} t WHERE {same})"


GUARDS: Final = (
    Guard("casework_entry", "INSERT", _NEW_ENTRY, "an entry continues its case"),
    Guard("casework_entry", "UPDATE", _CHANGED_ENTRY, "the record of events is not rewritten"),
    Guard("casework_entry", "DELETE", "FALSE", "the record of events is not removed"),
    Guard("casework_case", "INSERT", _NEW_CASE, "a case begins as received, with its entry"),
    Guard(
        "casework_case", "UPDATE", _CHANGED_CASE, "a case moves by the table of transitions, with its entry"
    ),
    Guard("casework_case", "DELETE", "FALSE", "a case is not removed"),
    Guard("casework_submission", "INSERT", _new("casework_submission"), "a request stands as it came"),
    Guard(
        "casework_submission",
        "UPDATE",
        f"{_same(*_SUBMISSION_COLUMNS)} AND (NEW.body IS NULL OR NEW.body = OLD.body)",
        "a request stands as it came",
    ),
    Guard("casework_submission", "DELETE", "FALSE", "a request is not removed, only purged"),
    Guard("casework_proposal", "INSERT", _NEW_PROPOSAL, "a proposal is the next of its case, with its entry"),
    *_permanent("casework_proposal", "a proposal"),
    Guard("casework_proposalline", "INSERT", _NEW_LINE, "nothing joins a proposal once it stands"),
    *_permanent("casework_proposalline", "a line of a proposal"),
    Guard(
        "casework_approval", "INSERT", _NEW_APPROVAL, "an approval is of what stands now, by another official"
    ),
    *_permanent("casework_approval", "an approval"),
    Guard("casework_release", "INSERT", _NEW_RELEASE, "a release has the approvals that its pathway demands"),
    *_permanent("casework_release", "a release"),
    Guard(
        "casework_reviewafter", "INSERT", _NEW_REVIEW_AFTER, "the review afterwards is a second official's"
    ),
    *_permanent("casework_reviewafter", "a review"),
    Guard("casework_objection", "INSERT", _new("casework_objection", "entry_id"), "an objection stands"),
    *_permanent("casework_objection", "an objection"),
    Guard(
        "casework_statement",
        "INSERT",
        f"{_new('casework_statement', 'entry_id')} AND EXISTS (SELECT 1 FROM casework_entry e "
        "WHERE e.id = NEW.entry_id AND e.case_number = NEW.case_id AND e.kind IN ('attested', 'destroyed'))",
        "a statement of a recipient stands, with its entry",
    ),
    *_permanent("casework_statement", "a statement of a recipient"),
    Guard(
        "casework_finding",
        "INSERT",
        f"{_new('casework_finding', 'entry_id')} AND EXISTS (SELECT 1 FROM casework_entry e "
        "WHERE e.id = NEW.entry_id AND e.case_number = NEW.case_id AND e.kind = 'finding_made' "
        "AND e.actor = NEW.official_id)",
        "a finding stands, with its official's entry",
    ),
    *_permanent("casework_finding", "a finding"),
    Guard(
        "casework_matchdecision",
        "INSERT",
        f"{_new('casework_matchdecision', 'entry_id')} AND {_never_prepared('NEW.case_id', 'NEW.official_id')}",
        "a decision stands, and is none of a preparer's",
    ),
    *_permanent("casework_matchdecision", "a decision on a match"),
    Guard(
        "casework_datakey",
        "INSERT",
        "NEW.version = 1 + COALESCE((SELECT MAX(k.version) FROM casework_datakey k), 0)",
        "a key of the database follows the last one",
    ),
    *_permanent("casework_datakey", "a key of the database"),
    Guard("casework_docketcheck", "INSERT", _new("casework_docketcheck", "entry_id"), "a check stands"),
    *_permanent("casework_docketcheck", "a check of the dockets"),
    Guard(
        "casework_package",
        "INSERT",
        f"NEW.body IS NULL AND NEW.handed_over_at IS NULL AND {_new('casework_package', 'release_id')}",
        "a package waits for its entry",
    ),
    Guard(
        "casework_package",
        "UPDATE",
        _CHANGED_PACKAGE,
        "a package leaves once its entry is under a checkpoint",
    ),
    Guard("casework_package", "DELETE", "FALSE", "a package is not removed"),
)
