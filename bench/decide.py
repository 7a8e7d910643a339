"""Decisions a second under 26 U.S.C. 6103(i)(2), with and without reasons, against cedarpy on the same cases.

    python -m bench.decide [CASES]

Each case is a complete request with up to three answers changed or removed; all cases differ. Both sides
start from Python dictionaries that stand ready and policies that are parsed; cedarpy decides all cases in
one batch call and its reasons are read. Every figure is the best of three turns, taken in turns.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version

from tests.oracle import cedar_i2

from lawgate.cite import Cite
from lawgate.decide.stated import authority_form
from lawgate.kernel.explain import explain
from lawgate.kernel.explainer import Explainer
from lawgate.kernel.fact import Facts, Value
from lawgate.kernel.truth import Truth
from lawgate.law.agencies import is_part
from lawgate.law.corpus import as_of
from lawgate.law.terms import finding, item, matter, person, recipients, removal, request, subject

CASES = 20_000
TURNS = 3
TARGETS = {"with full explanation": 3.0, "without explanation": 30.0}
PATHWAY = as_of(date(2026, 1, 1)).pathway(Cite.parse("26 USC 6103(i)(2)"))

FLAGS = (True, False, None)
KINDS = ("criminal_nontax", "criminal_tax", "civil", "unlisted")
NAMED_BY_CEDAR = {
    finding.person_named: "/us/usc/t26/s6103/a",
    finding.signatory_listed: "/us/usc/t26/s6103/i/2/A",
    finding.address_of_taxpayer: "/us/usc/t26/s6103/i/2/B/i",
    finding.statutory_authority: "/us/usc/t26/s6103/i/2/B/iii",
    finding.reasons_specific: "/us/usc/t26/s6103/i/2/B/iv",
    finding.statute_criminal: "/us/usc/t26/s6103/i/1/A/i",
    finding.identifies_or_impairs: "/us/usc/t26/s6103/i/6",
    finding.safeguards: "/us/usc/t26/s6103/p/4",
}

QUESTIONS: dict[str, tuple[object, ...]] = {
    "office": ("us_attorney", "attorney_general", "inspector_general", "agency_head", "acting_us_attorney",
               "acting_agency_head", "assistant_us_attorney", "other", None),
    "agency": ("us.doj", "us.dhs"),
    "level": ("federal", "state", "congress"),
    "in_writing": (True, False),
    "name": ("Sample", None),
    "address": ("adequate", "inadequate", "needs_human"),
    "periods": (("2023",), ("2023", "2022"), ("2021",), ()),
    "authority": ("28 USC 533", "our charter", None),
    "reasons": ("the wages bear on the source of the funds", None),
    "officer": ("us.doj.fbi", "us.doj", "us.dhs", None),
    "engaged": FLAGS,
    "stage": ("investigation", "preparation", "grand_jury", "none", None),
    "kinds": (KINDS[:1], KINDS[1:2], KINDS[2:3], KINDS[3:], KINDS[:2], (KINDS[0], KINDS[3]), ()),
    "tax_administration": (False, True, None),
    "party": (True, None),
    "child_case": (False, True, None),
    "person": ("one", "review", "none", "several"),
    "agrees": ("current", "earlier", "none", None),
    "item": ("third_party.w2.wages", "identity.name"),
    "period": ("2023", "2022"),
    "furnished_by": ("payer", "taxpayer", "third_party", "irs", None),
    "document": ("information_return", "return", "workpaper", None),
    **{fact.name: ("yes", "no", None) for fact in NAMED_BY_CEDAR},
    finding.identifies_or_impairs.name: ("no", "yes", None),
}  # fmt: skip
"""What is asked of a case: first the answer of a complete one, then what it may be changed to."""

Answers = dict[str, object]


def near_misses(count: int, seed: int = 6103) -> list[Answers]:
    """Complete cases with up to three answers changed, no two alike."""
    chance = random.Random(seed)
    found: dict[tuple[object, ...], Answers] = {}
    while len(found) < count:
        answers = {name: options[0] for name, options in QUESTIONS.items()}
        for name in chance.sample(list(QUESTIONS), chance.randint(0, 3)):
            answers[name] = chance.choice(QUESTIONS[name])
        answers = {**answers, "period": None} if answers["item"] == "identity.name" else answers
        found.setdefault(tuple(answers.values()), answers)
    return list(found.values())


def as_facts(asked: Answers) -> Facts:
    """The case as answers to the law's questions."""
    agency, officer = str(asked["agency"]), asked["officer"]
    identity = asked["item"] == "identity.name"
    facts: dict[str, object] = {
        request.office.name: asked["office"],
        request.states_office.name: asked["office"] is not None,
        request.level.name: asked["level"],
        request.of_justice.name: is_part(agency, "us.doj"),
        request.in_writing.name: asked["in_writing"],
        request.authority_form.name: authority_form(asked["authority"]),  # type: ignore[arg-type]
        request.states_reasons.name: asked["reasons"] is not None,
        subject.names_taxpayer.name: asked["name"] is not None,
        subject.address_form.name: asked["address"],
        subject.states_periods.name: bool(asked["periods"]),
        recipients.of_requesting_agency.name: is_part(str(officer), agency) if officer else None,
        recipients.identified.name: True,
        recipients.engaged.name: asked["engaged"],
        recipients.subjects_each.name: 1,
        matter.stage.name: asked["stage"],
        matter.statutes.name: frozenset(asked["kinds"]) or None,  # type: ignore[call-overload]
        matter.tax_administration.name: asked["tax_administration"],
        matter.united_states_party.name: asked["party"],
        matter.child_case.name: asked["child_case"],
        removal.relied_on.name: False,
        person.on_file.name: asked["person"],
        person.address_held.name: asked["agrees"],
        item.held.name: True,
        item.name.name: asked["item"],
        item.identity_field.name: "name" if identity else "none",
        item.of_named_taxpayer.name: True,
        item.of_stated_period.name: identity or asked["period"] in asked["periods"],  # type: ignore[operator]
        item.furnished_by.name: asked["furnished_by"],
        item.document.name: asked["document"],
        **{fact.name: {"yes": True, "no": False}.get(str(asked[fact.name])) for fact in NAMED_BY_CEDAR},
    }
    return facts  # type: ignore[return-value]


def as_context(asked: Answers) -> dict[str, Value]:
    """The case as the context of the Cedar policies, made by the oracle itself."""
    kinds: Sequence[str] = asked["kinds"]  # type: ignore[assignment]
    stated = {
        "in_writing": asked["in_writing"],
        "requester": {
            "agency": asked["agency"],
            "level": asked["level"],
            "signatory": {"office": asked["office"]},
        },
        "matter": {
            "stage": asked["stage"],
            "authority": asked["authority"],
            "statutes": kinds,
            "tax_administration": asked["tax_administration"],
            "united_states_party": asked["party"],
            "child_case": asked["child_case"],
        },
        "recipients": [
            {"id": "O1", "agency": asked["officer"], "personally_and_directly_engaged": asked["engaged"]}
        ],
        "reasons": asked["reasons"],
        "tax_periods": asked["periods"],
    }
    subject_ = {"name": {"surname": asked["name"]}, "address": "12 Elm St, Springfield IL 62704"}
    row = {name: asked[name] for name in ("item", "period", "furnished_by", "document")}
    answers = {cite: asked[fact.name] for fact, cite in NAMED_BY_CEDAR.items()}
    linked = {
        "address": asked["address"],
        "person": asked["person"],
        "agrees": asked["agrees"],
        "statute_kinds": {kind: kind for kind in kinds},
    }
    (context,) = cedar_i2._contexts(stated, subject_, row, answers, linked)
    return context


def decide_by_cedar(contexts: Sequence[Facts]) -> list[tuple[bool, frozenset[str]]]:
    """Each case with its reasons, in one batch."""
    return [(told.allowed, frozenset(cedar_i2._fired(told))) for told in cedar_i2._evaluate(contexts)]


def measure(runs: dict[str, Callable[[], object]], count: int) -> dict[str, float]:
    """Cases a second of each run, the best of all turns."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(TURNS):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            best[name] = min(best[name], time.perf_counter() - start)
    return {name: count / seconds for name, seconds in best.items()}


def main(count: int) -> int:
    cases = near_misses(count)
    facts, contexts = [as_facts(asked) for asked in cases], [as_context(asked) for asked in cases]
    allowed = [truth for truth, _ in decide_by_cedar(contexts)]
    told = [PATHWAY.truth(known) for known in facts]
    assert allowed == [truth is Truth.YES for truth in told], "the two sides decide differently"
    shares = ", ".join(f"{told.count(truth):,} {truth.value}" for truth in Truth)
    print(f"{count:,} different near misses, decided alike by both: {shares}; cedarpy {version('cedarpy')}")

    warm = Explainer(PATHWAY.tree)
    by_cedar = "cedarpy, reasons"
    rates = measure(
        {
            by_cedar: lambda: decide_by_cedar(contexts),
            "explain(), no memory": lambda: [explain(PATHWAY.tree, known) for known in facts],
            "with full explanation": lambda: list(map(Explainer(PATHWAY.tree).explain, facts)),
            "with full explanation, cases met before": lambda: list(map(warm.explain, facts)),
            "without explanation": lambda: list(map(PATHWAY.truth, facts)),
        },
        count,
    )
    missed = False
    for name, rate in rates.items():
        ratio, target = rate / rates[by_cedar], TARGETS.get(name)
        missed |= target is not None and ratio < target
        aim = f"   (target {target:.0f}x)" if target else ""
        print(f"{name:<42}{rate:>12,.0f}/s{ratio:>9.1f}x{aim}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES))
