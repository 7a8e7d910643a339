"""26 U.S.C. 6103(i)(2) judged by the policies in ``i2.cedar``.

This module states facts; the policies state the law. One evaluation is one officer and one item, because the
paragraph opens information "to officers and employees of such agency who are personally and directly engaged"
(/us/usc/t26/s6103/i/2/A). An element fails when it fails for any officer named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import cedarpy

Facts = Mapping[str, Any]
Case = tuple[Facts, Facts, Facts, Facts, Facts]

HERE = Path(__file__).parent
PERIOD = re.compile(r"(?!0000)[0-9]{4}(Q[1-4]|-(0[1-9]|1[0-2]))?")
STATUTE = re.compile(r"\bu\.? ?s\.? ?c\b|\bstat\.|\bpub\. ?l\.|\bact\b|\bcode\b|\bsection\b|§", re.I)
CITED = re.compile(r"(\d+) ?u\.? ?s\.? ?c\.? ?(?:§ ?)?(\d+[a-z]*)((?:\(\w+\))*)", re.I)
NOTHING_SAID = {"na", "none", "nil", "unknown", "tbd", "see above", "to follow", "to be provided"}
FINDINGS = {
    "/us/usc/t26/s6103/i/2/A": "signatory_is_head",
    "/us/usc/t26/s6103/a": "record_is_the_taxpayers",
    "/us/usc/t26/s6103/i/2/B/i": "address_is_the_taxpayers",
    "/us/usc/t26/s6103/i/2/B/iii": "authority_is_statutory",
    "/us/usc/t26/s6103/i/2/B/iv": "reasons_specific",
    "/us/usc/t26/s6103/i/1/A/i": "statute_is_criminal_nontax",
    "/us/usc/t26/s6103/i/2/A/ii": "another_limb_made_out",
    "/us/usc/t26/s6103/i/6": "identifies_or_impairs",
    "/us/usc/t26/s6103/p/4": "safeguards_satisfactory",
}


@dataclass(frozen=True)
class Judgement:
    """Whether the paragraph opens the item, the elements known to be unmet and those not known."""

    allow: bool
    no: frozenset[str]
    open: frozenset[str]


class PolicyError(RuntimeError):
    """A policy could not be evaluated, so its silence says nothing."""


def judge(request: Facts, subject: Facts, item: Facts, answers: Facts, linked: Facts) -> Judgement:
    """Judge one item of one subject of one request under 26 U.S.C. 6103(i)(2)."""
    return judge_many([(request, subject, item, answers, linked)])[0]


def judge_many(cases: Iterable[Case]) -> list[Judgement]:
    """Judge (request, subject, item, answers, linked) tuples, in their order."""
    contexts = [list(_contexts(*case)) for case in cases]
    flat = [context for group in contexts for context in group]
    results = iter(_evaluate(flat))
    return [_combine([next(results) for _ in group]) for group in contexts]


@cache
def policies() -> cedarpy.PolicySet:
    """The policies, parsed once."""
    return cedarpy.PolicySet.from_str((HERE / "i2.cedar").read_text(encoding="utf-8"))


def _evaluate(contexts: Sequence[Facts]) -> list[cedarpy.AuthzResult]:
    asked = [
        {
            "principal": 'Officer::"named"',
            "action": 'Action::"disclose"',
            "resource": 'Item::"asked"',
            "context": context,
        }
        for context in contexts
    ]
    return cedarpy.is_authorized_batch(asked, policies(), _agencies(contexts))


def _combine(results: Sequence[cedarpy.AuthzResult]) -> Judgement:
    """Put officers together: unmet for one is unmet; otherwise not known for one is not known."""
    fired = {name for result in results for name in _fired(result)}
    no = frozenset(name.removesuffix(".no") for name in fired if name.endswith(".no"))
    unknown = frozenset(name.removesuffix(".open") for name in fired if name.endswith(".open"))
    return Judgement(all(result.allowed for result in results), no, unknown - no)


def _fired(result: cedarpy.AuthzResult) -> Iterable[str]:
    if result.diagnostics.errors:
        raise PolicyError("; ".join(map(str, result.diagnostics.errors)))
    return result.diagnostics.id_annotations_by_reason.values()


def _contexts(
    request: Facts, subject: Facts, item: Facts, answers: Facts, linked: Facts
) -> Iterator[dict[str, Any]]:
    """The facts of one case, once for each different officer, or once with no officer known."""
    requester = _record(request.get("requester"))
    matter = _record(_own(request, subject, "matter"))
    shared = {
        "requester": _requester(requester),
        "matter": _matter(matter, _record(linked.get("statute_kinds"))),
        "removal": _removal(_record(subject.get("removal_order")), linked),
        "item": _item(item),
        "linked": _present({key: _text(linked.get(key)) for key in ("address", "person", "agrees")}),
        "findings": _findings(answers),
        "name_tokens": _name_tokens(subject.get("name")),
        "address_stated": _text(subject.get("address")) is not None,
        "periods": _periods(_own(request, subject, "tax_periods")),
        "reasons_stated": _said(_own(request, subject, "reasons")) is not None,
        **_present({"in_writing": _flag(request.get("in_writing"))}),
    }
    for officer in _recipients(request, subject):
        yield {**shared, "recipient": officer}


def _requester(requester: Facts) -> dict[str, Any]:
    """/us/usc/t26/s6103/i/2/A: who asks."""
    signatory = _record(requester.get("signatory"))
    return _present(
        {
            "office": _text(signatory.get("office")),
            "agency": _agency(requester.get("agency")),
            "level": _text(requester.get("level")),
        }
    )


def _matter(matter: Facts, kinds: Facts) -> dict[str, Any]:
    """/us/usc/t26/s6103/i/1/A/i: the proceeding, its statutes by kind, its parties."""
    stated = [text for text in map(_text, matter.get("statutes") or []) if text]
    return _present(
        {
            "authority": _authority(_said(matter.get("authority"))),
            "stage": _text(matter.get("stage")),
            "statute_kinds": sorted({kinds.get(text) or "unlisted" for text in stated}) or None,
            "tax_administration": _flag(matter.get("tax_administration")),
            "united_states_party": _flag(matter.get("united_states_party")),
            "child_case": _flag(matter.get("child_case")),
            "designated": _cites(stated),
            "listed_as_criminal": _cites(one for one in stated if kinds.get(one) == "criminal_nontax"),
            "unlisted": _cites(one for one in stated if kinds.get(one, "unlisted") == "unlisted"),
        }
    )


def _cites(stated: Iterable[str]) -> list[str]:
    """The statutes as designated, those that are cites in one form."""
    return sorted({_cited(text) or text for text in stated})


def _cited(text: str) -> str | None:
    """A cite in one form, as in 8 USC 1253(a)(1); None for other words."""
    found = CITED.fullmatch(text)
    return f"{found[1]} USC {found[2]}{found[3]}" if found else None


def _removal(order: Facts, linked: Facts) -> dict[str, Any]:
    """/us/usc/t8/s1253/a/1: the final order as stated, and the days from it to the day of decision."""
    final_on, day = _text(order.get("final_on")), _text(linked.get("day"))
    days = (date.fromisoformat(day) - date.fromisoformat(final_on)).days if final_on and day else None
    return _present({"days_past": days, "class_cite": _cited(_text(order.get("class_cite")) or "")})


def _recipients(request: Facts, subject: Facts) -> list[dict[str, Any]]:
    """/us/usc/t26/s6103/i/2/A: the officers who are to receive, by id or in full; [{}] when none is known."""
    by_id = {
        entry.get("id"): entry for entry in request.get("recipients") or [] if isinstance(entry, Mapping)
    }
    named = _own(request, subject, "recipients") or []
    officers = [_officer(entry if isinstance(entry, Mapping) else by_id.get(entry, {})) for entry in named]
    different = {json.dumps(officer, sort_keys=True): officer for officer in officers}
    return list(different.values()) or [{}]


def _officer(entry: Facts) -> dict[str, Any]:
    name = _text(entry.get("name"))
    return _present(
        {
            "identified": _said(name) is not None if name else bool(entry.get("id")) or None,
            "agency": _agency(entry.get("agency")),
            "engaged": _flag(entry.get("personally_and_directly_engaged")),
        }
    )


def _item(item: Facts) -> dict[str, Any]:
    """/us/usc/t26/s6103/b/2, /us/usc/t26/s6103/b/3: one held row. A period of no known form is not known."""
    period = _text(item.get("period"))
    return _present(
        {
            "name": item["item"],
            "period": period if period and PERIOD.fullmatch(period) else None,
            "furnished_by": _text(item.get("furnished_by")),
            "document": _text(item.get("document")),
        }
    )


def _findings(answers: Facts) -> dict[str, bool]:
    """Findings by cite; an absent answer leaves its question open."""
    found = {}
    for cite, name in FINDINGS.items():
        answer = answers.get(cite)
        if answer not in ("yes", "no", None):
            raise ValueError(f"{cite}: the answer is yes or no, not {answer!r}")
        if answer is not None:
            found[name] = answer == "yes"
    return found


def _name_tokens(name: object) -> list[str]:
    """/us/usc/t26/s6103/i/2/B/i: words of given name, surname or entity. Digits alone name no person."""
    parts = _record(name)
    person = " ".join(filter(None, (_text(parts.get("given")), _text(parts.get("surname")))))
    entity = _text(parts.get("entity")) or ""
    words = [word for word in _words(person) if any(map(str.isalpha, word))]
    return sorted({*words, *_words(entity)})


def _words(text: str) -> list[str]:
    folded = ("".join(filter(str.isalnum, word)) for word in re.split(r"[\s\-_,;]+", text.casefold()))
    return [word for word in folded if word]


def _periods(stated: object) -> list[str]:
    """/us/usc/t26/s6103/i/2/B/ii: the periods stated in a known form; any other form is not stated."""
    entries = stated if isinstance(stated, Sequence) and not isinstance(stated, str) else []
    texts = {text for text in map(_text, entries) if text and PERIOD.fullmatch(text)}
    return sorted(texts)


def _own(request: Facts, subject: Facts, key: str) -> Any:
    """The subject's own statement where it makes one, else the request's."""
    own = subject.get(key)
    return own if _is_stated(own) else request.get(key)


def _is_stated(value: Any) -> bool:
    """Whether anything is said: blank text, and a list of nothing else, say nothing."""
    if isinstance(value, list):
        return any(map(_is_stated, value))
    return _text(value) is not None if isinstance(value, str) else bool(value)


def _agency(name: object) -> dict[str, Any] | None:
    text = _text(name)
    return {"__entity": {"type": "Agency", "id": text}} if text else None


def _agencies(contexts: Sequence[Facts]) -> list[dict[str, Any]]:
    """Agencies as Cedar entities, each under the whole it is part of (``us.doj.fbi`` in ``us.doj``)."""
    named = {
        part["agency"]["__entity"]["id"]
        for context in contexts
        for part in (context["requester"], context["recipient"])
        if "agency" in part
    }
    return [
        {"uid": _uid(name), "attrs": {}, "parents": [_uid(whole) for whole in _wholes(name)]}
        for name in named
    ]


def _uid(name: str) -> dict[str, str]:
    return {"type": "Agency", "id": name}


def _wholes(name: str) -> list[str]:
    labels = name.split(".")
    return [".".join(labels[:length]) for length in range(1, len(labels))]


def _record(value: object) -> Facts:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _said(value: object) -> str | None:
    """Text that is more than words which stand for nothing."""
    text = _text(value)
    return None if text is None or text.casefold().replace("/", "").strip(". ") in NOTHING_SAID else text


def _authority(text: str | None) -> str | None:
    """/us/usc/t26/s6103/i/2/B/iii: a statute, or other words."""
    return text and ("statute" if STATUTE.search(text) else "other")


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _present(facts: Facts) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value is not None}
