"""The errors of the gate: each carries its place and its mend, and none ever permits."""

from __future__ import annotations

from collections.abc import Sequence


class LawgateError(Exception):
    """The shared base: what went wrong, where it stands, and how to mend it, in one line."""

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(self.line())

    def line(self) -> str:
        """The whole message on one line: place, fault, mend."""
        place = f"{self.where}: " if self.where else ""
        mend = f"; {self.mend}" if self.mend else ""
        return f"{place}{self.what}{mend}"

    def lines(self) -> tuple[str, ...]:
        """The message as it is printed: one line for each fault."""
        return (self.line(),)


class InputError(LawgateError):
    """Somebody gave us something that we cannot read: exit 2, nothing written."""


class ProblemsError(InputError):
    """Several faults in one input, all told at once: a line each."""

    def __init__(self, problems: Sequence[InputError]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.what, where=first.where, mend=first.mend)

    def lines(self) -> tuple[str, ...]:
        return tuple(line for problem in self.problems for line in problem.lines())


class UnknownCaseError(InputError):
    """The number of no case that there is."""


class CiteError(InputError):
    """A text that is not the address of a provision."""


class DateError(InputError):
    """A text that is not a day or a taxable period."""


class IllFormedError(LawgateError):
    """A law file states a tree that cannot be evaluated: a fault of ours, found at import."""


class CorpusError(LawgateError):
    """The corpus does not hold what was asked of it."""


class ProofError(LawgateError):
    """A solver gave no answer, or one that the evaluator or the other solver does not bear out: our fault."""


class EngineError(LawgateError):
    """A table engine gave what the evaluator does not: our fault, and nothing may rest on it."""


class ApartError(LawgateError):
    """A process that worked apart ended before its work was done: what it had not given is not decided."""


class LedgerFormatError(InputError):
    """A text or a file that is no note, key, checkpoint, proof, tile or entry of a ledger."""


class LedgerStoppedError(LawgateError):
    """The ledger takes no more entries: a write failed, or what it holds does not bear out its checkpoint."""


class ReleasesStoppedError(LawgateError):
    """Nothing more is released: what was to be kept could not be, or nobody outside stands by the ledger."""


class UnconfirmedError(ReleasesStoppedError):
    """The database, or its standby, did not confirm a write in time: nobody may take it for done, and it may stand.

    Nothing has left with it. Writes go on by themselves once one is confirmed again.
    """


class AtRestError(ReleasesStoppedError):
    """What lies at rest in the database does not open: another key, another place, or an altered bit."""


class NotAccountedError(LawgateError):
    """A release is not under a signed checkpoint, so nothing of it may leave."""


class OtherSizeError(InputError):
    """A witness signed another size last than the proof begins with; `size` is the one that it names."""

    def __init__(self, size: int) -> None:
        self.size = size
        super().__init__(f"the witness signed a log of {size} entries last", mend="prove from there")


class JobFailedError(LawgateError):
    """A job of the background failed; of the fault nothing is kept but its kind, since its words may hold a name."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"the job failed ({kind})", mend="it is tried again by itself")
