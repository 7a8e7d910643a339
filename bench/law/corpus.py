"""What the corpus costs: loading it, and one decision over all of (i) with its explanation.

    python -m bench.law.corpus

A decision is one item of one request that names subsection (i) alone, so that every pathway of it is tried:
admission, the facts stated, and the explanation by the pathway that decides. The requests differ from one another.
What a decision over all pathways costs is measured by bench.law.which.
Exit 1 where a figure is above what it may be.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date

from lawgate.cite import Cite
from lawgate.decide.admit import Admitted, admit
from lawgate.decide.determine import determine
from lawgate.decide.findings import Findings
from lawgate.decide.request import Matter, Recipient, Request, Requester, Subject
from lawgate.law.addresses import S6103
from lawgate.law.corpus import as_of
from lawgate.law.terms.matter import STAGES
from lawgate.law.terms.request import OFFICES
from lawgate.linkage.person import Agreement, PersonNamed, Resolution, Status
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance

LOAD_MS_MAX, DECISION_MS_MAX = 150, 1
RUNS, REQUESTS = 9, 2_000
DAY = date(2026, 3, 2)

LOAD = """
import time
before = time.process_time()
from datetime import date
from lawgate.law.corpus import as_of
corpus = as_of(date(2026, 1, 1))
trees = [way.tree for way in (*corpus.pathways, *(way for _, way in corpus.rules_of_use))]
print(1000 * (time.process_time() - before))
"""


def main() -> None:
    """Print the figures; exit 1 where one is above what it may be."""
    loaded, (first, again) = load_ms(), decision_ms()
    print(f"loading all provisions and rules of use: {loaded:.0f} ms (may be {LOAD_MS_MAX})")
    print(f"one decision over all of (i), from first to last: {first:.2f} ms (may be {DECISION_MS_MAX})")
    print(f"the same decisions once more: {again:.2f} ms, {first / again:.1f} times less")
    sys.exit(loaded > LOAD_MS_MAX or first > DECISION_MS_MAX)


def load_ms() -> float:
    """Milliseconds of processor time to import and join the corpus in a new process, the median of several."""
    runs = [
        float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True).stdout)
        for _ in range(RUNS)
    ]
    return statistics.median(runs)


def decision_ms() -> tuple[float, float]:
    """Milliseconds of processor time for one decision, over requests never met and over the same once more."""
    asked = list(requests(S6103 / "i"))
    return _one_turn(asked), _one_turn(asked)


def _one_turn(asked: list[tuple[Request, Subject]]) -> float:
    corpus, found = as_of(DAY), Resolution(Status.ONE, "T1", Agreement.CURRENT)
    held = (Item(CATALOGUE["third_party.w2.wages"], None, None, Provenance("payer", "information_return")),)
    decided = 0
    before = time.process_time()
    for request, subject in asked:
        gate = admit(request, subject, corpus, day=DAY, subjects_each={"O1": 1})
        if isinstance(gate, Admitted):
            decided += len(determine(gate, found, held, Findings()))
    return 1000 * (time.process_time() - before) / max(decided, 1)


def requests(provision: Cite | None = None) -> Iterator[tuple[Request, Subject]]:
    """Requests under this address, or under none, from many offices, on many matters, with more or less stated."""
    chance = random.Random(1)
    subject = Subject(
        "1", PersonNamed("Ana", None, "Sample", None, address="12 Elm St Apt 3, Springfield IL 62704")
    )
    flags = (True, True, False, None)
    for number in range(REQUESTS):
        matter = Matter(
            stage=chance.choice((*STAGES, None)),
            authority="28 USC 533",
            statutes=(chance.choice(("18 USC 1343", "8 USC 1231", "16 USC 1540")),),
            tax_administration=chance.choice(flags),
            united_states_party=chance.choice(flags),
            child_case=chance.choice(flags),
        )
        agency = chance.choice(("us.doj", "us.doj.fbi", "us.dhs.ice", "us.gao"))
        request = Request(
            f"R{number}",
            DAY,
            Requester(agency, "federal", chance.choice(("agency_head", "us_attorney", *OFFICES))),
            ("third_party.w2.wages",),
            in_writing=True,
            provision=provision,
            matter=matter,
            recipients=(
                Recipient("O1", agency=agency, personally_and_directly_engaged=chance.choice(flags)),
            ),
            reasons="Wires from the scheme were credited to this person.",
            tax_periods=("2023",),
        )
        terrorism = {"matter.terrorism": True} if number % 3 == 0 else {}
        yield request, Subject(subject.ref, subject.named, facts=terrorism)


if __name__ == "__main__":
    main()
