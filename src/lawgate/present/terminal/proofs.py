"""Proofs and changes of the law in a terminal: each with a request in words where one bears it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from lawgate.present.terminal.lines import grid, heading, indented, quiet, text
from lawgate.present.words import clean, counted, listed, number, readable

Document = Mapping[str, Any]

_OUTCOME = {"yes": "it would disclose", "no": "it would withhold", "open": "it would wait for an answer"}
_GRAINS = ("elements", "conditions")


def law_prove(document: Document) -> RenderableType:
    """What was proved and what not, with a request for each claim that fails."""
    said = [_verdict(document), *(_invariant(one) for one in document["invariants"])]
    if document["general_only"]:
        said += [
            heading("Spoken of only by what holds of every pathway"),
            indented(quiet(listed(document["general_only"]))),
        ]
    if "analysis" in document:
        said += _analysis(document["analysis"])
    return Group(*said)


def _verdict(document: Document) -> Text:
    invariants = counted(len(document["invariants"]), "invariant")
    told = f"{invariants}, {number(document['claims'])} claims on {document['pathways']} pathways: "
    failed = document["failed"]
    style = "bold red" if failed else "bold green"
    outcome = f"{failed} not proved" if failed else "all proved"
    asked = f", by {listed(document['solvers'])}, for the law of {document['as_of']}{_under(document)}"
    return Text.assemble(told, (outcome, style), quiet(asked))


def _under(side: Document) -> str:
    followed = [f"{name}={reading}" for name, reading in side["readings"].items()]
    return f" under {listed(followed)}" if followed else ""


def _invariant(one: Document) -> RenderableType:
    mark = Text.assemble(
        ("proved ", "green") if one["holds"] else ("FAILS  ", "red"), text(one["name"], "bold")
    )
    quantity = counted(one["claims"], "claim") if one["claims"] else "nothing in this law to speak of"
    lines: list[RenderableType] = [
        Text.assemble(mark, " ", quiet(f"{one['cite_text']}, {quantity}")),
        indented(text(one["says"])),
        *(_failure(failure) for failure in one["failures"]),
        *(indented(text(f"{about}: what it speaks of can never come up", "red"), 2) for about in one["idle"]),
    ]
    return Group(*lines)


def _failure(failure: Document) -> RenderableType:
    if failure["fault"]:
        return indented(text(f"{failure['about']}: {failure['fault']}", "red"), 2)
    lines: list[RenderableType] = [
        indented(text(f"{failure['about']}: {_OUTCOME[failure['outcome']]} where", "red"), 2)
    ]
    lines += _facts(failure["facts"], "nothing is answered")
    if failure["then"]:
        lines.append(indented(text(f"and {_OUTCOME[failure['then']['outcome']]} once", "red"), 2))
        lines += _facts(failure["then"]["facts"], "nothing is answered")
    return Group(*lines)


def _facts(said: Sequence[str], none: str) -> list[RenderableType]:
    return [indented(text(readable(line)), 3) for line in said or (none,)]


def _analysis(analysis: Document) -> list[RenderableType]:
    """How many conditions decide alone in some pair of cases (MC/DC, unique cause), and those that never do."""
    rows = [[grain, *(number(count) for count in analysis[grain].values())] for grain in _GRAINS]
    said: list[RenderableType] = [
        heading("Conditions with a pair of cases in which they alone decide (MC/DC)"),
        indented(grid(["", ">decide alone", ">never alone", ">could be left out"], rows)),
    ]
    said += [indented(line) for line in _without_pair(analysis["pathways"])]
    said += [heading("How pathways stand to each other"), *map(indented, _standing(analysis))]
    return said


def _without_pair(pathways: Sequence[Document]) -> list[Text]:
    """Each condition that never decides alone, with the pathways in which it does not."""
    where: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in pathways:
        for one in row["without_pair"]:
            where[readable(one["kind"]), readable(one["condition"])].append(row["cite_text"])
    return [
        text(f"{kind}: {condition}, in {', '.join(dict.fromkeys(cites))}")
        for (kind, condition), cites in sorted(where.items(), key=lambda one: -len(one[1]))
    ]


def _standing(analysis: Document) -> list[Text]:
    """What is found of pathways; those that pull apart are counted by subsection, and listed with `--json`."""
    lines = [f"{one} never opens" for one in analysis["never_opens"]] or ["each one opens for some request"]
    lines += [
        f"{one['pathway']} opens nothing that {one['besides']} does not"
        for one in analysis["opens_nothing_more"]
    ] or ["none opens only what another one opens too"]
    apart = Counter(
        (one["pathway"].split(")")[0] + ")", differs)
        for one in analysis["pull_apart"]
        for differs in one["differs"]
    )
    lines += [f"in {at}, {counted(count, 'pair')}: {differs}" for (at, differs), count in apart.items()]
    return list(map(text, lines))


def law_replay(document: Document) -> RenderableType:
    """Whether an invariant still fails for a request that was kept."""
    style, verdict = ("bold red", "still fails") if document["fails"] else ("bold green", "no longer fails")
    outcome = _OUTCOME[document["is"]] if document["is"] else "nothing in this law to speak of"
    return Group(
        Text.assemble(text(f"{document['invariant']}, of {document['about']}: "), (verdict, style)),
        indented(text(document["says"])),
        indented(text(f"{outcome} where"), 2),
        *_facts(document["request"], "nothing is answered"),
    )


def law_diff(document: Document) -> RenderableType:
    """The orders that came and went, what they forbid, and each way in which an outcome changes."""
    before, after = document["before"], document["after"]
    said: list[RenderableType] = [text(f"{_named(before)}, compared with {_named(after)}", "bold")]
    for name in ("orders_begun", "orders_ended"):
        if document[name]:
            said += [heading(readable(name).capitalize()), *map(_order, document[name])]
    if document["forbidden"]:
        said += [heading("By these orders"), *map(_forbidden, document["forbidden"])]
    said += [heading(_how_many(len(document["changes"]))), *map(_change, document["changes"])]
    if "stored" in document:
        said += _stored(document["stored"])
    return Group(*said)


def _named(side: Document) -> str:
    tree = f" in {clean(side['tree'])}" if side["tree"] else ""
    without = f" without {listed(side['lifted'])}" if side["lifted"] else ""
    agreed = f" with agreement {side['agreement']}" if side["agreement"] else ""
    return f"{side['as_of']}{tree}{_under(side)}{without}{agreed}"


def _stored(stored: Document) -> list[RenderableType]:
    """How many stored determinations come out otherwise, and each kind of change."""
    counts = (
        f"{number(stored['would_change'])} would change, {number(stored['may_change'])} may, "
        f"{number(stored['same'])} would not"
    )
    others = f"; {number(stored['another_law'])} by another law" if stored["another_law"] else ""
    return [
        heading(f"{counted(stored['determined'], 'stored determination')}: {counts}{others}"),
        *(
            indented(
                text(
                    f"{number(one['count'])} under {clean(one['provision'] or 'no pathway')}: "
                    f"{one['from']}, then {listed(one['to'], 'or')}"
                )
            )
            for one in stored["kinds"]
        ),
    ]


def _how_many(count: int) -> str:
    return (
        f"{counted(count, 'way')} in which an element changes an outcome" if count else "No element changes"
    )


def _order(order: Document) -> RenderableType:
    acts = listed(order["acts"]) or "restrains nothing"
    reads = f"; reads {listed(order['reads'])}" if order["reads"] else ""
    return Group(
        indented(text(f"{order['id']}, {order['court']} {order['docket']}: {order['says']}")),
        indented(quiet(f"{acts}{reads}"), 2),
    )


def _forbidden(one: Document) -> RenderableType:
    field = (
        "another item than identity" if one["identity_field"] == "none" else readable(one["identity_field"])
    )
    asked = f"{one['about']}, {field}, asked by {one['agency']} for {counted(one['subjects'], 'subject')}"
    return _told(one, asked, [f"by {listed(one['orders'])}"], one["request"])


def _change(one: Document) -> RenderableType:
    by = [f"{element['cite_text']}: {element['label']}" for element in one["elements"]]
    return _told(one, one["about"], [*dict.fromkeys(by), *one["decided_by"]], one["request"])


def _told(one: Document, about: str, because: Sequence[str], request: Sequence[str]) -> RenderableType:
    such_as = "; ".join(readable(line) for line in request) or "no such request can be"
    return Group(
        indented(text(f"{clean(about)}: {one['from']} becomes {one['to']}", "bold")),
        *(indented(text(readable(line)), 2) for line in because),
        indented(quiet(f"Such a request: {such_as}."), 2),
    )
