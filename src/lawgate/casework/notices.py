"""Who is told of what: the addressees of each notice, and which of them an agency sees only once it is told outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lawgate.casework.outside import Told
from lawgate.casework.words import Notice, Role
from lawgate.errors import IllFormedError

N, R = Notice, Role

ADDRESSED: Final[Mapping[Notice, frozenset[Role]]] = {
    N.DEFECTS: frozenset({R.AGENCY_OFFICER}),
    N.NOT_DISCLOSED: frozenset({R.AGENCY_OFFICER}),
    N.ORDER_IN_FORCE: frozenset({R.AGENCY_OFFICER, R.COUNSEL}),
    N.TO_REVIEWERS: frozenset({R.REVIEWER}),
    N.TO_PREPARER: frozenset({R.PREPARER}),
    N.GRANT: frozenset({R.AGENCY_OFFICER}),
    N.RELEASED_IN_EMERGENCY: frozenset({R.AUDITOR}),
    N.QUARANTINE: frozenset({R.AGENCY_OFFICER}),
    N.INCIDENT: frozenset({R.AUDITOR, R.PRIVACY_OFFICER}),
    N.OBJECTION: frozenset({R.AUDITOR}),
    N.BREAK_GLASS: frozenset({R.AUDITOR}),
    N.DOCKETS_DUE: frozenset({R.COUNSEL}),
    N.ANSWER_LATE: frozenset({R.PREPARER, R.PRIVACY_OFFICER}),
    N.REVIEW_DUE: frozenset({R.REVIEWER}),
    N.REVIEW_OVERDUE: frozenset({R.AUDITOR, R.PRIVACY_OFFICER, R.REVIEWER}),
    N.READING_ADOPTED: frozenset({R.AUDITOR}),
    N.READING_ENDS: frozenset({R.COUNSEL, R.PRIVACY_OFFICER}),
}

REMINDERS: Final = frozenset({N.DOCKETS_DUE, N.ANSWER_LATE, N.REVIEW_DUE, N.REVIEW_OVERDUE, N.READING_ENDS})
"""Notices that no act makes but the course of time; every other one is written with an act's own entry."""

TOLD_WHEN: Final[Mapping[Notice, frozenset[Told]]] = {
    N.DEFECTS: frozenset({Told.RETURNED}),
    N.NOT_DISCLOSED: frozenset({Told.NOT_DISCLOSED}),
    N.ORDER_IN_FORCE: frozenset({Told.BLOCKED}),
    N.GRANT: frozenset({Told.READY, Told.FETCHED}),
    N.QUARANTINE: frozenset({Told.RECALLED}),
}
"""What an agency is told of its case before it sees the notice: none of them says more, or says it earlier."""

if set(ADDRESSED) != set(Notice) or {n for n, to in ADDRESSED.items() if R.AGENCY_OFFICER in to} != set(
    TOLD_WHEN
):
    raise IllFormedError("a notice has no addressees", where="lawgate.casework.notices")


def is_told(notice: Notice, told: Told) -> bool:
    """Whether an agency that is told this of its case sees this notice on it."""
    return told in TOLD_WHEN.get(notice, frozenset())


TELLING: Final = frozenset(told for kinds in TOLD_WHEN.values() for told in kinds)
"""What is told of a case of which there is a notice to its agency."""
