"""26 U.S.C. 6103(p)(8): no disclosure to officers of a State that has Federal returns copied but unprotected.

(A) speaks of any disclosure under the section, and so of every paragraph by which an officer of a State can
receive: by the paragraph's own words, or as whoever it may be, such as a creditor, an employer, a lender, a school
or a contractor. What goes to the public, to the press or to an individual as such, (k)(1), (3), (12), (13) and
(m)(1), goes to nobody as an officer of a State. It joins those alone, and there it is made out by itself where no
recipient is of a State, so that no Federal request waits for an answer about a State's law. A city or regional
agency is a State for purposes of (p) too, and receives as one under (d)(1) alone: there the question is always put.
It holds since 1979, longer than any paragraph that it joins is formalised.
"""

from lawgate.kernel.expr import any_of, element, expr_of, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms import recipients
from lawgate.law.terms.finding import judgement

HERE = S6103 / "p/8"

protects = judgement(
    "state_law_protects",
    HERE / "A",
    "Does the State not require copies of Federal returns, or what they say, with its own returns, or does its law "
    "protect them?",
    yes="the State requires no copies of Federal returns, or its law protects them",
    no="the State requires copies of Federal returns, and its law does not protect them",
)

PROTECTED = element(
    HERE / "A",
    "the State requires no copy of Federal returns, or its law protects them",
    expr_of(protects),
    also=(S6103 / "b/5",),
)

PROTECTED_IF_STATE = element(
    HERE / "A",
    "no recipient is of a State, or of one that requires no copy of Federal returns or protects them",
    any_of(not_(recipients.of_state), protects),
    also=(S6103 / "b/5",),
)

OPEN_TO_STATES = (
    "c", "d", "e", "h/4", "i/1/C", "i/3/B/i", "i/7/A/ii", "k/2", "k/5", "k/6", "k/7", "k/9", "k/10", "k/14", "l/4/A",
    "l/6", "l/7", "l/8", "l/9", "l/10", "l/12/C", "l/13/D/iii", "l/13/D/iv", "l/13/D/vi", "l/15", "l/16/B",
    "l/18", "l/21/B", "m/4/B", "m/5/B", "n", "o/2",
)  # fmt: skip
"""Where somebody receives who may be an officer of a State: by the paragraph's own words, or as whoever it may be."""

STATE_LAW = Proviso(
    cite=HERE / "A",
    heading="Protection by State law",
    effect=Effect.CONDITION,
    reaches=((S6103 / "d/1", PROTECTED), *((S6103 / at, PROTECTED_IF_STATE) for at in OPEN_TO_STATES)),
)

ENTRIES = entries(
    HERE,
    condition="A",
    no_effect={
        ".": "A heading; what it demands stands in (A).",
        "B": "What a State holds with its own returns, and passes to its own officers, is no disclosure of the "
        "Secretary's.",
    },
)
