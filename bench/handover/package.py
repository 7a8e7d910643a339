"""Sealed releases: what one costs beside the bare seal, and its size beside what was found.

    python -m bench.handover.package [RELEASES]

Times are of the processor, since others may work on the machine.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.handover.releases import LIMIT, World, made_world, row

from lawgate.handover.padding import size_class
from lawgate.present.letters.letter import Disclosed, Heading, Point, grant_letter
from lawgate.service.handover.opening import open_package
from lawgate.stores.handover.sealing import seal

ASKED = 20


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    world = made_world(Path(tempfile.mkdtemp()))
    rows = [row("third_party.w2.wages", "41250", "2023", str(at)) for at in range(ASKED)]
    payload, bare = world.payload(*rows), bytes(size_class(ASKED, 0))
    key, info = world.holder.unsealer.key, b"x" * 200
    sealing = per_second(lambda: seal(bare, key, info), count)
    preparing = per_second(lambda: world.prepared(payload, rows_asked=ASKED), count)
    letters = per_second(letter, min(count, 50))
    package = world.file(world.sent(world.prepared(payload, rows_asked=ASKED)))
    opening = per_second(lambda: open_package(package, key=world.key), min(count, 100))
    print(f"bare HPKE of {len(bare):,} bytes: {sealing:,.0f}/s of processor")
    print(f"a release prepared, {ASKED} rows, signed, committed to, sealed: {preparing:,.0f}/s, "
          f"ratio {preparing / sealing:.2f}")  # fmt: skip
    print(f"its letter: {letters:,.0f}/s; opened with receipt, synced: {opening:,.0f}/s")
    sizes(world)


def sizes(world: World) -> None:
    print("| rows asked | found | sealed bytes |")
    print("|---|---|---|")
    for asked in (1, 20, 200, 2000):
        for found in sorted({0, 1, asked // 2, asked}):
            rows = [row("third_party.w2.wages", "41250", "2023", str(at)) for at in range(found)]
            prepared = world.prepared(world.payload(*rows), rows_asked=asked)
            print(f"| {asked} | {found} | {len(prepared.sealed):,} |")


def letter() -> bytes:
    heading = Heading("Sample", (), ("us.doj",), "CASE-7", "REQ-1", date(2026, 3, 2))
    return grant_letter(
        heading,
        disclosed=[Disclosed("third_party.w2.wages", ("2023",), "26 U.S.C. 6103(i)(2)")],
        limits=[Point(LIMIT.cite_text, LIMIT.says)],
        corpus="c0" * 32,
    )


def per_second(work: Callable[[], object], count: int) -> float:
    used = time.process_time()
    for _ in range(count):
        work()
    return count / (time.process_time() - used)


if __name__ == "__main__":
    main()
