"""Faults planted in the law as data, each with the invariants that must see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lawgate.kernel.expr import All, Any, Element, Expr, Holds, IsIn, Not, element
from lawgate.kernel.rewrite import rewrite
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested, Drafted
from lawgate.law.corpus import Corpus
from lawgate.law.order import Restraint
from lawgate.law.provision import Duty, Provision, Proviso
from lawgate.law.vocabulary import FACTS

Change = Callable[[Expr], Expr | None]


@dataclass(frozen=True)
class Planted:
    """A fault in words, the corpus with it, and by which invariants it is seen."""

    says: str
    plant: Callable[[Corpus], Corpus]
    seen_by: tuple[str, ...]


def _provision(at: str, change: Callable[[Provision], Provision]) -> Callable[[Corpus], Corpus]:
    def plant(law: Corpus) -> Corpus:
        changed = tuple(change(one) if one.cite == S6103 / at else one for one in law.provisions)
        assert changed != law.provisions
        return replace(law, provisions=changed)

    return plant


def _proviso(at: str, change: Callable[[Proviso], Proviso]) -> Callable[[Corpus], Corpus]:
    def plant(law: Corpus) -> Corpus:
        changed = tuple(change(one) if one.cite == S6103 / at else one for one in law.provisos)
        assert changed != law.provisos
        return replace(law, provisos=changed)

    return plant


def _rewritten(at: str, change: Change) -> Callable[[Corpus], Corpus]:
    """Every element of a provision, under every reading, with some of its nodes changed."""

    def of(drafted: Drafted | None) -> Drafted | None:
        if isinstance(drafted, Contested):
            return replace(drafted, alternatives=tuple((name, of(one)) for name, one in drafted.alternatives))
        return drafted and rewrite(drafted, change)  # type: ignore[return-value]

    def provision(one: Provision) -> Provision:
        request, requires, covers = (
            tuple(stands for drafted in part if (stands := of(drafted)) is not None)
            for part in (one.request, one.requires, one.covers)
        )
        return replace(one, request=request, requires=requires, covers=covers)

    return _provision(at, provision)


def _without(at: str, part: str, label: str) -> Callable[[Corpus], Corpus]:
    """A provision that forgets the elements whose label holds these words."""

    def forget(one: Provision) -> Provision:
        kept = tuple(drafted for drafted in getattr(one, part) if label not in _label(drafted))
        return replace(one, **{part: kept})  # type: ignore[arg-type]

    return _provision(at, forget)


def _label(drafted: Drafted) -> str:
    if isinstance(drafted, Contested):
        return next(_label(one) for _, one in drafted.alternatives if one is not None)
    return drafted.label


def _listing(name: str, having: str, more: str) -> Change:
    """A list of values with one more, wherever it holds another."""

    def change(node: Expr) -> Expr | None:
        if isinstance(node, IsIn) and node.fact.name == name and having in node.values:
            return replace(node, values=node.values | {more})
        return None

    return change


def _one_is_enough(label: str) -> Change:
    """An element for which one of several parts does."""

    def change(node: Expr) -> Expr | None:
        if isinstance(node, Element) and label in node.label and isinstance(node.body, All):
            return replace(node, body=Any(node.body.parts))
        return None

    return change


def _reaching(forgotten: str) -> Callable[[Proviso], Proviso]:
    return lambda one: replace(one, reaches=tuple(r for r in one.reaches if r[0] != S6103 / forgotten))


def _inverted(one: Proviso) -> Proviso:
    return replace(one, reaches=tuple((at, replace(e, body=Not(e.body))) for at, e in one.reaches))


def _restraining(order: str, change: Callable[[Restraint], Restraint]) -> Callable[[Corpus], Corpus]:
    """An order, or every order, with each of its restraints changed."""

    def plant(law: Corpus) -> Corpus:
        changed = tuple(
            replace(one, restraints=tuple(map(change, one.restraints))) if order in ("*", one.id) else one
            for one in law.orders
        )
        assert changed != law.orders
        return replace(law, orders=changed)

    return plant


PLANTED = (
    Planted("(i)(2) forgets writing", _without("i/2", "request", "in writing"), ("in_writing",)),
    Planted(
        "(i)(2) lists assistant United States attorneys",
        _rewritten("i/2", _listing("request.office", "us_attorney", "assistant_us_attorney")),
        ("listed_officials",),
    ),
    Planted("(i)(6) forgets (5)", _proviso("i/6", _reaching("i/5")), ("informants_and_investigations",)),
    Planted(
        "(i)(6) reaches (1)(C)",
        _proviso("i/6", lambda one: replace(one, spares=one.spares[1:])),
        ("informants_and_investigations",),
    ),
    Planted("(i)(6) is inverted", _proviso("i/6", _inverted), ("informants_and_investigations",)),
    Planted(
        "(i)(2) forgets whose information it is",
        _without("i/2", "covers", "neither a return"),
        ("own_information_stays", "returns_need_an_order", "identity_is_three_fields"),
    ),
    Planted(
        "(i)(7)(A) takes any item for identity",
        _rewritten("i/7/A", _listing("item.identity_field", "tin", "none")),
        ("own_information_stays", "identity_is_three_fields"),
    ),
    Planted(
        "(i)(3)(A) says shall",
        _provision("i/3/A", lambda one: replace(one, duty=Duty.SHALL)),
        ("may_is_decided",),
    ),
    Planted("(p)(4) forgets (i)(7)", _proviso("p/4", _reaching("i/7")), ("safeguards",)),
    Planted(
        "Q2=R2 is followed",
        lambda law: replace(law, readings={**law.readings, "Q2": "R2"}),
        ("readings_adoptable", "request_sets_forth"),
    ),
    Planted(
        "(i)(2) opens to States",
        _rewritten("i/2", _listing("request.level", "federal", "state")),
        ("named_levels",),
    ),
    Planted(
        "(i)(5) forgets the order",
        _without("i/5", "request", "an order of a court"),
        ("orders_of_courts", "returns_need_an_order"),
    ),
    Planted(
        "(i)(1) takes any order that was granted, or one that was heard ex parte",
        _rewritten("i/1", _one_is_enough("granted the order")),
        ("orders_of_courts",),
    ),
    Planted(
        "(i)(1) asks for a finding besides",
        _provision(
            "i/1",
            lambda one: replace(
                one,
                requires=(
                    *one.requires,
                    element(one.cite, "an official agrees", Holds(FACTS["finding.reasons_specific"])),
                ),
            ),
        ),
        ("shall_is_never_withheld",),
    ),
    Planted(
        "the orders are taken to bind the Department of Labor",
        _restraining("*", lambda one: replace(one, agencies=("us.dol",))),
        ("orders_withhold", "orders_forbid_nothing_else"),
    ),
    Planted(
        "the orders forbid the name alone",
        _restraining("*", lambda one: replace(one, identity_fields=("name",))),
        ("orders_withhold", "orders_forbid_nothing_else"),
    ),
    Planted(
        "O4 reaches (i)(1)",
        _restraining("O4", lambda one: replace(one, pathways=(S6103 / "i/1", *one.pathways))),
        ("orders_forbid_nothing_else",),
    ),
    Planted(
        "O5 permits",
        _restraining("O5", lambda one: replace(one, act="permit")),  # type: ignore[arg-type]
        ("orders_withhold",),
    ),
    Planted(
        "(l)(15) opens to private persons",
        _rewritten("l/15", _listing("request.level", "federal", "private")),
        ("named_levels",),
    ),
    Planted(
        "(i)(2) asks instead that nothing be in writing",
        _rewritten("i/2", lambda node: Not(node) if node == Holds(FACTS["request.in_writing"]) else None),
        ("in_writing",),
    ),
)
