"""Whom a verifier trusts: the log's keys, the witnesses, and how many of them must have signed.

The file is that of C2SP tlog-policy; its sections are cited where they apply.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lawgate.errors import LedgerFormatError
from lawgate.ledger.keys import KeyKind, PublicKey, parse_key
from lawgate.ledger.note import Note
from lawgate.ledger.text import to_number


@dataclass(frozen=True, slots=True)
class Group:
    """Witnesses or groups by name, of which so many must have signed."""

    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """The keys of the log, the witnesses by name, the groups, and the name of the quorum (None: none asked).

    `addresses` are the URLs at which witnesses answer, for those of whom one is told.
    """

    logs: tuple[PublicKey, ...] = ()
    witnesses: Mapping[str, PublicKey] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    quorum: str | None = None
    addresses: Mapping[str, str] = field(default_factory=dict)

    def seen_by(self, note: Note) -> tuple[str, ...]:
        """The names of the witnesses whose cosignature the note bears."""
        return tuple(self.signed_at(note))

    def signed_at(self, note: Note) -> dict[str, int]:
        """When each witness whose cosignature the note bears says that it signed, in seconds since the Epoch."""
        signed = {name: note.signature_of(key) for name, key in self.witnesses.items()}
        return {name: made.time for name, made in signed.items() if made is not None}

    def is_met(self, note: Note) -> bool:
        """Whether enough witnesses have signed (tlog-policy, "Defining the quorum")."""
        if self.quorum is None:
            return True
        return _witnessed(self.quorum, frozenset(self.seen_by(note)), self.groups)


def _witnessed(name: str, seen: frozenset[str], groups: Mapping[str, Group]) -> bool:
    group = groups.get(name)
    if group is None:
        return name in seen
    return sum(_witnessed(member, seen, groups) for member in group.members) >= group.threshold


@dataclass(slots=True)
class _Draft:
    """A policy while its lines are read."""

    logs: list[PublicKey]
    witnesses: dict[str, PublicKey]
    groups: dict[str, Group]
    members: set[str]
    quorum: list[str]
    addresses: dict[str, str] = field(default_factory=dict)


def parse_policy(data: bytes, *, where: str = "") -> Policy:
    """A policy from its file; LedgerFormatError names the line that does not hold."""
    draft = _Draft([], {}, {}, set(), [])
    for number, line in enumerate(data.decode("utf-8", "surrogateescape").split("\n"), 1):
        if any(sign < " " and sign != "\t" for sign in line):
            raise LedgerFormatError("a control character", where=f"{where}:{number}", mend="remove it")
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        read = _LINES.get(words[0])
        if read is None:
            raise LedgerFormatError(
                "a line is log, witness, group or quorum", where=f"{where}:{number}", mend="correct the line"
            )
        try:
            read(draft, words[1:])
        except LedgerFormatError as error:
            raise LedgerFormatError(error.what, where=f"{where}:{number}", mend=error.mend) from None
    if len(draft.quorum) != 1:
        raise LedgerFormatError(
            "a policy has one quorum line", where=where, mend="end it with: quorum NAME, or: quorum none"
        )
    quorum = None if draft.quorum == ["none"] else draft.quorum[0]
    return Policy(tuple(draft.logs), draft.witnesses, draft.groups, quorum, draft.addresses)


def _read_log(draft: _Draft, words: list[str]) -> None:
    """`log <vkey> [<url>]` (tlog-policy, "Defining a log")."""
    if len(words) not in {1, 2}:
        raise LedgerFormatError("a log line has a key", mend="write: log KEY")
    key = parse_key(words[0])
    if key.kind is not KeyKind.NOTE or key.raw in {one.raw for one in draft.logs}:
        raise LedgerFormatError("a log's key is of type 0x01 and stands once", mend="correct the line")
    draft.logs.append(key)


def _read_witness(draft: _Draft, words: list[str]) -> None:
    """`witness <name> <vkey> [<url>]` (tlog-policy, "Defining a witness")."""
    if len(words) not in {2, 3}:
        raise LedgerFormatError("a witness line has a name and a key", mend="write: witness NAME KEY")
    key = parse_key(words[1])
    if key.kind is not KeyKind.COSIGNATURE or key.raw in {one.raw for one in draft.witnesses.values()}:
        raise LedgerFormatError("a witness's key is of type 0x04 and stands once", mend="correct the line")
    draft.witnesses[_new_name(draft, words[0])] = key
    if len(words) == 3:
        draft.addresses[words[0]] = words[2]


def _read_group(draft: _Draft, words: list[str]) -> None:
    """`group <name> all|any|<k> <name>...` (tlog-policy, "Defining a witness group")."""
    if len(words) < 3:
        raise LedgerFormatError("a group has a threshold and members", mend="write: group NAME 2 A B C")
    name, threshold, *members = words
    counted = {"all": len(members), "any": 1}.get(threshold) or to_number(threshold, what="a threshold")
    if not 1 <= counted <= len(members):
        raise LedgerFormatError("a group's threshold is from 1 to its members", mend="correct the number")
    for member in members:
        _known(draft, member)
        # "Each defined name can be listed as a group member at most once."
        if member in draft.members:
            raise LedgerFormatError("a name is a member twice", mend="name it in one group, once")
        draft.members.add(member)
    draft.groups[_new_name(draft, name)] = Group(counted, tuple(members))


def _read_quorum(draft: _Draft, words: list[str]) -> None:
    """`quorum <name>` (tlog-policy, "Defining the quorum")."""
    if len(words) != 1:
        raise LedgerFormatError("a quorum line has one name", mend="write: quorum NAME")
    if words[0] != "none":
        _known(draft, words[0])
    draft.quorum.append(words[0])


def _known(draft: _Draft, name: str) -> None:
    if name not in draft.witnesses and name not in draft.groups:
        raise LedgerFormatError("a name is used before it is defined", mend="define it on a line above")


def _new_name(draft: _Draft, name: str) -> str:
    if name == "none" or name in draft.witnesses or name in draft.groups:
        raise LedgerFormatError("a name is defined twice, or is none", mend="choose another")
    return name


_LINES: dict[str, Callable[[_Draft, list[str]], None]] = {
    "log": _read_log,
    "witness": _read_witness,
    "group": _read_group,
    "quorum": _read_quorum,
}
