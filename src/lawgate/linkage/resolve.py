"""Who is named: exactly one acceptable record and no plausible rival, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from lawgate.linkage.compare import (
    RANK,
    VETO_FIELDS,
    Comparison,
    Glance,
    NamedForm,
    compare,
    complete,
    glance,
    read_named,
)
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.level import Level
from lawgate.linkage.names import given_form, surname_form
from lawgate.linkage.person import Basis, Evidence, PersonNamed, Record, Resolution, RunnerUp, Status
from lawgate.linkage.policy import Policy, Rule
from lawgate.linkage.weights import weigh

FIELDS: Final = ("given", "middle", "surname", "suffix", "birth", "tin", "address")
STRONG_FIELDS: Final = ("tin", "birth", "address")
UNSURE_GIVEN: Final = frozenset({Level.NEAR, Level.INITIAL})
_FIRM_GIVEN: Final = frozenset({Level.EXACT, Level.NICKNAME, Level.PART})
_UNSAID: Final = frozenset({Level.MISSING, Level.PLACE})
_IDENTIFYING: Final = frozenset({Level.EXACT, Level.NEAR, Level.BUILDING})


def resolve(
    named: PersonNamed, candidates: Sequence[Record], *, counts: NameCounts, policy: Policy, day: date
) -> Resolution:
    """The one record that the request names, or why there is none: the same for one request and for many."""
    form = read_named(named)
    if form.nobody:
        return _nobody("given", "placeholder", "the name is a placeholder and names nobody", policy)
    if not (form.given or form.surname or form.entity):
        return _nobody("given", "missing", "no name is stated", policy)
    glances = [glance(form, record, counts) for record in candidates]
    compared, ruled_out = [], []
    for seen in glances:
        if seen.contradicted and seen.tin is not Level.EXACT:
            ruled_out.append(seen)
        else:
            compared.append(complete(form, seen, day))
    aside = _best_aside(form, ruled_out, counts, day)
    compared.sort(key=_order)
    found = _judge(compared, aside, counts, policy)
    if found.status is Status.ONE and compared[0].given in UNSURE_GIVEN:
        housemate = better_housemate(form, glances, counts, day)
        if housemate is not None:
            why = "the given name agrees better with another member of the household"
            return _conclude(Status.REVIEW, compared[0], housemate, why, counts=counts, policy=policy)
    return found


def better_housemate(
    form: NamedForm, glances: Sequence[Glance], counts: NameCounts, day: date
) -> Comparison | None:
    """Somebody at the address whose name is the one stated, though another fact contradicts him."""
    for seen in glances:
        if seen.contradicted:
            named = glance(form, seen.record, counts, in_brief=False)
            if named.given in _FIRM_GIVEN and named.surname in _FIRM_GIVEN:
                other = complete(form, named, day)
                if other.address in _IDENTIFYING:
                    return other
    return None


def _best_aside(
    form: NamedForm, ruled_out: Sequence[Glance], counts: NameCounts, day: date
) -> list[Comparison]:
    """Of the records that a glance contradicts the likest one, for the explanation only."""
    if not ruled_out:
        return []
    likest = min(ruled_out, key=lambda seen: (-seen.strength, seen.record.taxpayer_id))
    return [compare(form, likest.record, counts, day)]


def _judge(
    compared: Sequence[Comparison], aside: Sequence[Comparison], counts: NameCounts, policy: Policy
) -> Resolution:
    """Exactly one acceptable record, no number of somebody else's, no plausible rival."""
    accepted = [(c, rule) for c in compared if not c.contradicted and (rule := rule_for(c, counts, policy))]
    if not accepted:
        return _not_accepted([*compared, *aside], counts, policy)
    best, rule = accepted[0]
    for other, _ in accepted[1:]:
        if not _beats(best, other):
            why = "another record is as acceptable"
            return _conclude(Status.SEVERAL, best, other, why, counts=counts, policy=policy, rule=rule)
    owner = next((c for c in compared if c.tin is Level.EXACT and c is not best), None)
    if owner is not None:
        why = "the number stated belongs to another record"
        return _conclude(Status.REVIEW, best, owner, why, counts=counts, policy=policy, rule=rule)
    for other in compared:
        if other is not best and is_plausible(other) and not _beats(best, other):
            why = "another record is plausible"
            return _conclude(Status.SEVERAL, best, other, why, counts=counts, policy=policy, rule=rule)
    runner_up = next((c for c in (*compared, *aside) if c is not best), None)
    answer = _conclude(Status.ONE, best, runner_up, "", counts=counts, policy=policy, rule=rule)
    if rule.basis is not Basis.RARITY:
        return answer
    return replace(answer, doubles=expected_doubles(best, counts, policy))


def rule_for(c: Comparison, counts: NameCounts, policy: Policy) -> Rule | None:
    """The first rule of the policy that accepts this comparison."""
    for rule in policy.rules:
        if rule.admits(c) and (
            rule.doubles_max is None or expected_doubles(c, counts, policy) <= rule.doubles_max
        ):
            return rule
    return None


def expected_doubles(c: Comparison, counts: NameCounts, policy: Policy) -> float:
    """How many other people of the population agree as well by chance, by the file's own shares of names."""
    given = counts.given_share(given_form(c.record.given).joined)
    surname = counts.surname_share(surname_form(c.record.surname).joined)
    people = max(policy.population, counts.records) * given * surname * policy.association
    people /= policy.birth_days
    if c.birth is Level.NEAR:
        people *= policy.birth_slips
    if c.middle is Level.EXACT:
        people /= policy.middle_initials
    if c.address is Level.PLACE:
        people /= policy.towns
    return people


def is_plausible(c: Comparison) -> bool:
    """Whether a record could still be the one meant: a like name, and something that identifies."""
    if c.contradicted or c.surname is Level.CONFLICT:
        return False
    return any(getattr(c, field) in _IDENTIFYING for field in STRONG_FIELDS)


def _beats(best: Comparison, other: Comparison) -> bool:
    """Whether the best stands no lower in any field that both state, and higher in one that identifies."""
    higher = False
    for field in ("given", "surname", *STRONG_FIELDS):
        mine, theirs = RANK[getattr(best, field)], RANK[getattr(other, field)]
        if mine < theirs:
            return False
        higher = higher or (field in STRONG_FIELDS and mine > theirs)
    return higher


def _order(c: Comparison) -> tuple[bool, int, str]:
    """Best first: no contradiction, then the strongest; ties by id, so that order of reading is nothing."""
    return c.contradicted, -c.strength, c.record.taxpayer_id


def _not_accepted(compared: Sequence[Comparison], counts: NameCounts, policy: Policy) -> Resolution:
    plausible = [c for c in compared if is_plausible(c)]
    if len(plausible) > 1:
        why = "no rule accepts either"
        return _conclude(Status.SEVERAL, plausible[0], plausible[1], why, counts=counts, policy=policy)
    if plausible:
        other = next((c for c in compared if c is not plausible[0]), None)
        why = "no rule accepts it without a person"
        return _conclude(Status.REVIEW, plausible[0], other, why, counts=counts, policy=policy)
    likely = next((c for c in compared if c.surname is not Level.CONFLICT or c.tin is Level.EXACT), None)
    if likely is None:
        return _nobody("file", "none", "no record is like the person named", policy)
    return _conclude(
        Status.NONE, likely, None, "contradicted, or too little agrees", counts=counts, policy=policy
    )


def _nobody(field: str, level: str, note: str, policy: Policy) -> Resolution:
    return Resolution(Status.NONE, None, None, (Evidence(field, level, note),), policy.version)


def _conclude(
    status: Status,
    best: Comparison,
    other: Comparison | None,
    why: str,
    *,
    counts: NameCounts,
    policy: Policy,
    rule: Rule | None = None,
) -> Resolution:
    """The answer with its evidence, the runner-up and what would settle it."""
    kept = status in (Status.ONE, Status.REVIEW)
    settled = () if status is Status.ONE else _settles(best, policy)
    return Resolution(
        status=status,
        taxpayer_id=best.record.taxpayer_id if kept else None,
        agreement=best.agreement,
        evidence=evidence_of(best, why),
        policy=policy.version,
        rule=rule.name if rule else "",
        runner_up=None if other is None else _runner_up(best, other),
        settles=settled,
        basis=rule.basis if rule else None,
        weighing=weigh(best, counts, policy, rival=other),
    )


def evidence_of(c: Comparison, why: str) -> tuple[Evidence, ...]:
    levels = (c.given, c.middle, c.surname, c.suffix, c.birth, c.tin, c.address)
    return _say(levels, c.swapped, c.known_names, why)


@lru_cache(maxsize=1 << 14)
def _say(levels: tuple[Level, ...], swapped: bool, known_names: bool, why: str) -> tuple[Evidence, ...]:
    """The evidence in words: one object for one finding, so that a batch stays small."""
    found = []
    for field, level in zip(FIELDS, levels, strict=True):
        contradicts = field in VETO_FIELDS and level is Level.CONFLICT
        found.append(Evidence(field, level.value, "contradiction" if contradicts else ""))
    if swapped:
        found.append(Evidence("name", "swapped", "given name and surname stand in each other's field"))
    if known_names:
        found.append(Evidence("given", "known names", "one slip apart, but both are names in use"))
    if why:
        found.append(Evidence("outcome", "held back", why))
    return tuple(found)


def _runner_up(best: Comparison, other: Comparison) -> RunnerUp:
    lost = other.vetoes or tuple(f for f in FIELDS if RANK[getattr(other, f)] < RANK[getattr(best, f)])
    return RunnerUp(taxpayer_id=other.record.taxpayer_id, lost_on=lost, contradicted=other.contradicted)


def _settles(c: Comparison, policy: Policy) -> tuple[str, ...]:
    """Which single fact, stated and agreeing, would let a rule accept this record."""
    if c.contradicted:
        return ()
    certain = [rule for rule in policy.rules if rule.doubles_max is None]
    facts = (("date_of_birth", c.birth), ("tin", c.tin), ("address", c.address), ("middle_name", c.middle))
    return tuple(
        fact
        for fact, level in facts
        if level in _UNSAID and any(rule.admits(_supposing(c, fact)) for rule in certain)
    )


def _supposing(c: Comparison, fact: str) -> Comparison:
    """The same comparison, had the request stated this fact and had it agreed."""
    match fact:
        case "date_of_birth":
            return c._replace(birth=Level.EXACT)
        case "tin":
            return c._replace(tin=Level.EXACT)
        case "address":
            return c._replace(address=Level.EXACT)
        case _:
            return c._replace(middle=Level.EXACT)
