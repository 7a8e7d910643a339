"""What the command line shows: one function for each document, each giving something that rich prints."""

from lawgate.present.terminal.accounting import account_written, accounting, exported
from lawgate.present.terminal.audit import audit_release, audit_rows, audit_summary, differences
from lawgate.present.terminal.batch import addresses, batch_summary
from lawgate.present.terminal.determination import determination
from lawgate.present.terminal.handover import (
    database_key_made,
    exchanged,
    key_made,
    key_shown,
    opened,
    received,
    reconciled,
    reencrypted,
    registered,
    rotated,
    stated,
    trust_made,
)
from lawgate.present.terminal.history import law_coverage, law_timeline, law_verify
from lawgate.present.terminal.law import items, law_list, law_reference, law_show, vocabulary
from lawgate.present.terminal.ledger import ledger_prove, ledger_verify
from lawgate.present.terminal.match import match
from lawgate.present.terminal.proofs import law_diff, law_prove, law_replay
from lawgate.present.terminal.review import review_agreement, review_packet, review_recorded
from lawgate.present.terminal.sample import sample
from lawgate.present.terminal.shape import shape_alone

__all__ = [
    "account_written",
    "accounting",
    "addresses",
    "audit_release",
    "audit_rows",
    "audit_summary",
    "batch_summary",
    "database_key_made",
    "determination",
    "differences",
    "exchanged",
    "exported",
    "items",
    "key_made",
    "key_shown",
    "law_coverage",
    "law_diff",
    "law_list",
    "law_prove",
    "law_reference",
    "law_replay",
    "law_show",
    "law_timeline",
    "law_verify",
    "ledger_prove",
    "ledger_verify",
    "match",
    "opened",
    "received",
    "reconciled",
    "reencrypted",
    "registered",
    "review_agreement",
    "review_packet",
    "review_recorded",
    "rotated",
    "sample",
    "shape_alone",
    "stated",
    "trust_made",
    "vocabulary",
]
