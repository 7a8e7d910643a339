"""What every engine is asked to tell, and how it is read: for each element a bit of YES and a bit of NO.

An element in neither mask is OPEN. A mask is kept in words of 64 bits; bit k of word w is element 64 w + k.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from lawgate.errors import EngineError
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.explain import ElementProof, prove
from lawgate.kernel.expr import Constant, Element, Expr, facts_of
from lawgate.kernel.fact import Fact, Facts
from lawgate.kernel.reduce import reduce_tree
from lawgate.kernel.truth import Truth

WORD_BITS = 64


@dataclass(frozen=True, slots=True)
class Bit:
    """One element that varies: its place in the row of elements, and what is left of its tree."""

    place: int
    tree: Expr


@dataclass(frozen=True, slots=True)
class Plan:
    """Who tells what: `yes` and `no` are known for the whole batch, as masks over all places.

    `of_group` turns on a group's facts alone and is told once for all rows of the group (the items of
    one subject, say); `of_row` needs the row itself, and may need `shared` facts of its group as well.
    """

    places: int
    yes: int
    no: int
    of_group: tuple[Bit, ...]
    of_row: tuple[Bit, ...]
    shared: tuple[Fact, ...]

    @property
    def word_count(self) -> int:
        """How many words a mask has."""
        return -(-self.places // WORD_BITS)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that vary, each once."""
        bits = (*self.of_group, *self.of_row)
        return tuple(dict.fromkeys(fact for bit in bits for fact in facts_of(bit.tree)))


def plan(elements: Sequence[Element], facts: Facts, *, group: Set[str], row: Set[str] = frozenset()) -> Plan:
    """Answer once what the request answers for all; `group` and `row` name the facts that vary there."""
    varying = group | row
    reduced = [reduce_tree(element, facts, varying=varying) for element in elements]
    truths = [evaluate(tree, {}) if isinstance(tree, Constant) else Truth.OPEN for tree in reduced]
    bits = [Bit(k, tree) for k, tree in enumerate(reduced) if not isinstance(tree, Constant)]
    of_row = tuple(bit for bit in bits if _names(bit) & row)
    return Plan(
        places=len(elements),
        yes=_mask(truths, Truth.YES),
        no=_mask(truths, Truth.NO),
        of_group=tuple(bit for bit in bits if not _names(bit) & row),
        of_row=of_row,
        shared=tuple(
            dict.fromkeys(fact for bit in of_row for fact in facts_of(bit.tree) if fact.name not in row)
        ),
    )


def bits_of_word(bits: Sequence[Bit], word: int) -> list[tuple[int, Expr]]:
    """The bits that stand in one word, by their place in it."""
    return [(bit.place - WORD_BITS * word, bit.tree) for bit in bits if bit.place // WORD_BITS == word]


def word_of(mask: int, word: int) -> int:
    """One word of a mask over all places."""
    return mask >> WORD_BITS * word & (1 << WORD_BITS) - 1


def truths_of(yes: Sequence[int], no: Sequence[int], places: int) -> tuple[Truth, ...]:
    """The truth of each element, from the words of a row; EngineError for words that no evaluation gives."""
    told_yes, told_no = _joined(yes), _joined(no)
    if told_yes & told_no or (told_yes | told_no) >> places:
        raise EngineError(f"the masks {told_yes:#x} and {told_no:#x} are not of {places} elements")
    return tuple(_truth(told_yes >> place & 1, told_no >> place & 1) for place in range(places))


def proofs_of(
    elements: Sequence[Element], yes: Sequence[int], no: Sequence[int], facts: Facts
) -> tuple[ElementProof, ...]:
    """The reasons behind a row's masks, from its facts; EngineError where these give other masks."""
    proofs = tuple(prove(element, facts) for element in elements)
    for proof, told in zip(proofs, truths_of(yes, no, len(elements)), strict=True):
        if proof.truth is not told:
            raise EngineError(
                f"the masks say {told.value}, the facts {proof.truth.value}", where=str(proof.element.cite)
            )
    return proofs


def _names(bit: Bit) -> set[str]:
    return {fact.name for fact in facts_of(bit.tree)}


def _mask(truths: Sequence[Truth], wanted: Truth) -> int:
    return sum(1 << place for place, truth in enumerate(truths) if truth is wanted)


def _joined(words: Sequence[int]) -> int:
    return sum(word << WORD_BITS * place for place, word in enumerate(words))


def _truth(yes: int, no: int) -> Truth:
    if yes:
        return Truth.YES
    return Truth.NO if no else Truth.OPEN
