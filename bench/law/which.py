"""One decision over all pathways, with its explanation and what comes near, against cedarpy with as many policies.

    python -m bench.law.which

A decision is one item of one request that names no paragraph, from its words to the row, the explanation of the
pathway that decides and the pathways that open or come near. cedarpy holds a permit for each pathway and a forbid
for each of its elements, made from the same trees, and is asked in one batch which of the pathways open; it gives
no open questions and no near pathways. Both must open the same pathways. Policies are parsed beforehand.
Exit 1 where a decision costs more than it may.
"""

from __future__ import annotations

import sys
import time
from importlib.metadata import version
from itertools import islice

import cedarpy
from tests.oracle.cedar_trees import condition_of, plain_value

from bench.law.corpus import DAY, requests
from lawgate.decide.admit import Admitted, Returned, admit
from lawgate.decide.determine import determine
from lawgate.decide.findings import Findings
from lawgate.decide.row_facts import known_of
from lawgate.decide.rows import rows_asked
from lawgate.decide.ways import ways_of_admitted, ways_of_returned
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import as_of
from lawgate.linkage.person import Agreement, Resolution, Status
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance

DECISION_MS_MAX = 5
REQUESTS, BY_CEDAR = 400, 40
LAW = as_of(DAY)
FOUND = Resolution(Status.ONE, "T1", Agreement.CURRENT)
HELD = (Item(CATALOGUE["third_party.w2.wages"], None, None, Provenance("payer", "information_return")),)


def main() -> None:
    """Print the figures; exit 1 where a decision costs more than it may."""
    asked = list(islice(requests(), REQUESTS))
    gates = [admit(request, one, LAW, day=DAY, subjects_each={"O1": 1}) for request, one in asked]
    for gate in gates:  # what is built once for a corpus is built before
        decided(gate)
    begun = time.process_time()
    for request, one in asked:
        decided(admit(request, one, LAW, day=DAY, subjects_each={"O1": 1}))
    ours = 1000 * (time.process_time() - begun) / len(asked)
    theirs = by_cedar([facts_of(gate) for gate in gates[:BY_CEDAR] if isinstance(gate, Admitted)])
    elements = sum(len(pathway.elements) for pathway in LAW.pathways)
    print(
        f"one decision over {len(LAW.pathways)} pathways of {elements:,} elements, explained, with what comes near: "
    )
    print(f"  lawgate {ours:.2f} ms of processor time (may be {DECISION_MS_MAX})")
    print(
        f"  cedarpy {version('cedarpy')}, which of them open: {theirs:.2f} ms, {theirs / ours:.1f} times as much"
    )
    sys.exit(ours > DECISION_MS_MAX)


def decided(gate: Admitted | Returned) -> object:
    """The row with its explanation, and the pathways."""
    if isinstance(gate, Returned):
        return ways_of_returned(gate, ("third_party.w2.wages",))
    return determine(gate, FOUND, HELD, Findings()), ways_of_admitted(gate, FOUND, HELD, Findings())


def facts_of(gate: Admitted) -> Facts:
    """All that is known of the row."""
    return known_of(gate, FOUND, rows_asked(gate, HELD)[0], Findings())


def by_cedar(cases: list[Facts]) -> float:
    """Milliseconds of processor time for one case over all pathways; the answers are held against ours."""
    policies = cedarpy.PolicySet.from_str("\n".join(policy_lines()))
    asked = [questions(facts) for facts in cases]
    begun = time.process_time()
    answers = [cedarpy.is_authorized_batch(some, policies, []) for some in asked]
    spent = 1000 * (time.process_time() - begun) / len(cases)
    for facts, told in zip(cases, answers, strict=True):
        standings = LAW.together(None).read(facts)
        ours = [standings.truth(pathway) is Truth.YES for pathway in LAW.pathways]
        assert [one.allowed for one in told] == ours, "cedarpy opens others"
    return spent


def policy_lines() -> list[str]:
    """A permit for each pathway, and a forbid for each of its elements that is not known to be met."""
    lines = []
    for pathway in LAW.pathways:
        head = f'principal, action == Action::"{pathway.cite}", resource'
        lines.append(f"permit({head});")
        lines += [
            f"forbid({head}) unless {{ {condition_of(element, Truth.YES)} }};" for element in pathway.elements
        ]
    return lines


def questions(facts: Facts) -> list[dict[str, object]]:
    """One request for each pathway; what is unknown is absent."""
    context = {name: plain_value(value) for name, value in facts.items() if value is not None}
    who = {"principal": 'Officer::"named"', "resource": 'Item::"asked"', "context": context}
    return [{**who, "action": f'Action::"{pathway.cite}"'} for pathway in LAW.pathways]


if __name__ == "__main__":
    main()
