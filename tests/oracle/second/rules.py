"""Elements as pairs of Cedar conditions, and the truth of each of them for a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import cedarpy

Facts = Mapping[str, str | Sequence[str]]
"""What is known for one officer and one item, by name; "?" is not known."""

YES, NO, OPEN = "yes", "no", "open"
NOT_KNOWN = "?"


class PolicyError(RuntimeError):
    """A policy could not be evaluated, or says both, so its answer says nothing."""


@dataclass(frozen=True)
class Rule:
    """One element: when it is known to be met, when it is known to be unmet; otherwise it is open."""

    name: str
    cite: str
    met: str
    unmet: str

    @property
    def policies(self) -> str:
        """The two conditions as Cedar policies, named by the element and what they say."""
        return "".join(
            f'@id("{self.name}.{said}")\npermit (principal, action, resource) when {{ {condition} }};\n'
            for said, condition in ((YES, self.met), (NO, self.unmet))
        )


Rules = tuple[Rule, ...]


def either(name: str, cite: str, fact: str) -> Rule:
    """An element that is one answer, yes or no."""
    return Rule(name, cite, f'context.{fact} == "yes"', f'context.{fact} == "no"')


def neither(name: str, cite: str, fact: str) -> Rule:
    """An element that is the contrary of one answer."""
    return Rule(name, cite, f'context.{fact} == "no"', f'context.{fact} == "yes"')


def truths(rules: Rules, officers: Iterable[Sequence[Facts]]) -> list[dict[str, str]]:
    """The truth of each element, one dict a case: unmet if it is for any officer, open if for any."""
    groups = [list(group) for group in officers]
    asked = [_asked(facts) for group in groups for facts in group]
    results = iter(cedarpy.is_authorized_batch(asked, _parsed(rules), []))
    return [_together(rules, [_said(rules, next(results)) for _ in group]) for group in groups]


@lru_cache
def _parsed(rules: Rules) -> cedarpy.PolicySet:
    return cedarpy.PolicySet.from_str("".join(rule.policies for rule in rules))


def _asked(facts: Facts) -> dict[str, object]:
    return {
        "principal": 'Officer::"named"',
        "action": 'Action::"disclose"',
        "resource": 'Item::"asked"',
        "context": dict(facts),
    }


def _said(rules: Rules, result: cedarpy.AuthzResult) -> dict[str, str]:
    """The truth of each element for one officer; raises PolicyError where Cedar would skip a policy."""
    if result.diagnostics.errors:
        raise PolicyError("; ".join(map(str, result.diagnostics.errors)))
    fired = set(result.diagnostics.id_annotations_by_reason.values())
    both = [rule.name for rule in rules if {f"{rule.name}.{YES}", f"{rule.name}.{NO}"} <= fired]
    if both:
        raise PolicyError(f"met and unmet at once: {', '.join(both)}")
    return {rule.name: _truth(rule.name, fired) for rule in rules}


def _truth(name: str, fired: set[str]) -> str:
    return next((said for said in (YES, NO) if f"{name}.{said}" in fired), OPEN)


def _together(rules: Rules, found: Sequence[Mapping[str, str]]) -> dict[str, str]:
    return {rule.name: together(one[rule.name] for one in found) for rule in rules}


def together(found: Iterable[str]) -> str:
    """What must hold of all: unmet if one is unmet, else open if one is open."""
    truths_found = set(found)
    return next((truth for truth in (NO, OPEN) if truth in truths_found), YES)
