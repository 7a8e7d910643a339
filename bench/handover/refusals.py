"""The long form of refusals: packages altered, mixed up, downgraded, replayed; each refused and nothing told.

    python -m bench.handover.refusals [EACH] [REPORT.md]

The short form runs with the tests.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from tests.handover.releases import CANARIES, ROWS, World, made_world, shown
from tests.ledger.logs import cosigned, entries

from lawgate.errors import InputError
from lawgate.handover.package import Package, parse_package
from lawgate.service.handover.opening import open_package

Hand = Callable[[Package, Package, Random], bytes]


def flip(data: bytes, first: int, last: int, picked: Random) -> bytes:
    bad = bytearray(data)
    bad[picked.randrange(first, last)] ^= 1 << picked.randrange(8)
    return bytes(bad)


def ends(package: Package) -> tuple[int, int, int]:
    """Where head, proof and sealed bytes end."""
    whole = len(package.render())
    return whole - len(package.sealed) - len(package.proof), whole - len(package.sealed), whole


KINDS: dict[str, Hand] = {
    "a bit of the head": lambda one, _, picked: flip(one.render(), 0, ends(one)[0], picked),
    "a bit of the proof": lambda one, _, picked: flip(one.render(), *ends(one)[:2], picked),
    "a bit of the sealed bytes": lambda one, _, picked: flip(one.render(), *ends(one)[1:], picked),
    "cut": lambda one, _, picked: one.render()[: picked.randrange(ends(one)[2])],
    "another case's sealed bytes": lambda one, other, _: replace(one, sealed=other.sealed).render(),
    "another case's proof": lambda one, other, _: replace(one, proof=other.proof).render(),
    "another case's head": lambda one, other, _: replace(one, binding=other.binding).render(),
    "another case's commitments": lambda one, other, _: replace(one, commitments=other.commitments).render(),
    "downgraded corpus": lambda one, _, picked: replace(
        one, binding=replace(one.binding, corpus=picked.randbytes(32).hex())
    ).render(),
    "another event of the case": lambda one, _, picked: replace(
        one, binding=replace(one.binding, sequence=picked.randrange(2, 99))
    ).render(),
    "sealed to another key": lambda one, _, picked: replace(
        one, binding=replace(one.binding, recipient=picked.randbytes(16).hex())
    ).render(),
    "old checkpoint": lambda one, _, __: one.render(),
}


def main() -> None:
    each = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    started, folder = time.perf_counter(), Path(tempfile.mkdtemp())
    world = made_world(folder)
    one = parse_package(world.sent())
    other = parse_package(world.sent(world.prepared(world.payload(*ROWS, case="CASE-8"))))
    for number, package in enumerate((one, other)):
        assert open_package(world.file(package.render()), key=world.key, journal=folder / str(number))[
            "opened"
        ]
    world.sequencer.append(entries(301, 302))
    head = world.file(cosigned(world.sequencer).note.render(), "head")
    lines = [
        f"# Packages that are not what they say, {each} times a kind",
        "",
        "| done to the package | times | refused | how it is told |",
        "|---|---|---|---|",
        *(row(name, world, (one, other), each, head) for name in KINDS),
        "",
        f"The untouched packages open. Seeds 0 to {each - 1}, {time.perf_counter() - started:.0f} s.",
    ]
    report = "\n".join(lines) + "\n"
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(report, encoding="utf-8")
    print(report)


def row(name: str, world: World, packages: tuple[Package, Package], each: int, head: Path) -> str:
    told: Counter[str] = Counter()
    for seed in range(each):
        data = KINDS[name](*packages, Random(seed))
        told.update([outcome(world, data, head if name == "old checkpoint" else None)])
    refused = each - told["opened"]
    assert refused == each, (name, told)
    return f"| {name} | {each} | {refused} | {', '.join(f'{kind} {count}' for kind, count in told.most_common())} |"


def said(line: str) -> str:
    assert not any(canary in line for canary in CANARIES)
    return "another key" if "another key" in line else "cannot be read"


def outcome(world: World, data: bytes, head: Path | None) -> str:
    try:
        document = open_package(world.file(data), key=world.key, head=head)
    except InputError as error:
        return said(str(error))
    if document["opened"]:
        return "opened"
    assert not any(canary in shown(document) for canary in CANARIES)
    return str(document["flaws"][0]["kind"])


if __name__ == "__main__":
    main()
