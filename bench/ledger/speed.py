"""The ledger at a million entries: cold proofs, restart, verification, and durable appends beside two peers.

    python -m bench.ledger.speed FOLDER [ENTRIES] [PEER_PYTHON]

FOLDER has to be on the disk that is measured, and is emptied of what an earlier run left. PEER_PYTHON is the
interpreter of an environment of its own that holds pymerkle (GPL-3.0: a peer to measure against, never a dependency);
without it only SQLite is compared.
"""

from __future__ import annotations

import gc
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lawgate import verify
from lawgate.ledger.examine import examine
from lawgate.ledger.growth import Edge
from lawgate.ledger.hashing import leaf_hash
from lawgate.ledger.keys import Ed25519Signer, KeyKind
from lawgate.ledger.policy import Policy
from lawgate.ledger.proofs import includes
from lawgate.ledger.reading import TileHashes, read_edge, read_entry
from lawgate.ledger.tree import inclusion_proof
from lawgate.ledger.trust import Trust
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer, create

SIGNER = Ed25519Signer.from_seed("bench.example/ledger", KeyKind.NOTE, bytes(32))
BATCH = 16_384
PROOFS, RESTARTS, SINGLE, BATCHED = 2_000, 50, 300, 256 * 40

PEER = """
import json, sys, time
from pymerkle import SqliteTree
path, count, restart = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "restart"
entry = b"x" * 300
tree = SqliteTree(path)
if restart:
    started = time.perf_counter(); tree.get_state(); took = time.perf_counter() - started
else:
    started = time.perf_counter()
    for number in range(count): tree.append_entry(entry + str(number).encode())
    took = time.perf_counter() - started
print(json.dumps(took))
"""


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    peer = sys.argv[3] if len(sys.argv) > 3 else None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    build(folder / "log", count)
    restarts(folder / "log")
    proofs(folder / "log", count)
    verification(folder / "log", count)
    appends(folder, peer)


def entries(first: int, last: int) -> Iterator[bytes]:
    """Entries in their canonical bytes, made cheaply: cases of five."""
    for number in range(first, last):
        yield (
            b'{"case":"REQ-2026-%07d","cites":["/us/usc/t26/s6103/i/2"],"corpus":"%s","day":"2026-03-01",'
            b'"fields":{"count":9,"root":"%064x"},"format":"lawgate-entry/1","kind":"released","sequence":%d}'
            % (number // 5, b"c0" * 32, number, number % 5 + 1)
        )


def build(folder: Path, count: int) -> None:
    folder.mkdir()
    disk = Disk(folder)
    create(disk, SIGNER)
    sequencer, started = Sequencer(disk, SIGNER), time.perf_counter()
    for first in range(0, count, BATCH):
        sequencer.append(entries(first, min(first + BATCH, count)))
    took = time.perf_counter() - started
    print(f"bulk build, durable, batches of {BATCH:,}: {count / took:,.0f} entries/s ({took:.1f} s)")


def restarts(folder: Path) -> None:
    opened = [both(lambda: Sequencer(Disk(folder), SIGNER)) for _ in range(RESTARTS)]
    print(f"opened, its checkpoint borne out: {spread(opened)}")
    first = []
    for number in range(10):
        case = b'{"case":"AGAIN-%d","cites":[],"corpus":"%s","day":"2026-03-01",' % (number, b"c0" * 32)
        rest = b'"fields":{"count":0,"root":"%s"},"format":"lawgate-entry/1","kind":"receipt","sequence":1}'
        entry = case + rest % (b"00" * 32)
        started = time.perf_counter()
        Sequencer(Disk(folder), SIGNER).append([entry])
        first.append(time.perf_counter() - started)
    print(
        f"opened, an entry appended and signed, durable: median {ms(sorted(first)[5])} (the disk's syncs included)"
    )
    edges = [both(lambda: edge_root(folder)) for _ in range(RESTARTS)]
    print(f"  of which reading the edge and its root: {spread(edges)}")


def edge_root(folder: Path) -> bytes:
    disk = Disk(folder)
    size = verify.read_checkpoint(disk.read("checkpoint") or b"").size
    edge: Edge = read_edge(disk, size)
    return edge.root


def proofs(folder: Path, count: int) -> None:
    picked, times = random.Random(1), list[tuple[float, float]]()
    head = verify.read_checkpoint((folder / "checkpoint").read_bytes())
    for _ in range(PROOFS):
        index = picked.randrange(count)
        started, used = time.perf_counter(), time.thread_time()
        disk = Disk(folder)  # cold: every tile is read from its file again
        path = inclusion_proof(TileHashes(disk, head.size), index, head.size)
        times.append((time.perf_counter() - started, time.thread_time() - used))
        leaf = leaf_hash(read_entry(disk, index, head.size))
        assert includes(leaf=leaf, index=index, size=head.size, path=path, root=head.root)
    print(f"cold inclusion proof: {spread(times)}")


def verification(folder: Path, count: int) -> None:
    disk = Disk(folder)
    gc.disable()
    used = time.process_time()
    started = time.perf_counter()
    examined = examine(disk, Trust(Policy((SIGNER.key,))))
    took, used = time.perf_counter() - started, time.process_time() - used
    gc.enable()
    assert examined.faults == (), examined.faults[:3]
    print(f"verification of everything: {took:.1f} s, of which processor {used:.1f} s")
    keys = verify.read_keys(f"log {SIGNER.key.line}\nquorum none")
    started = time.process_time()
    assert verify.check_folder(folder, keys, [])[1] == []
    print(f"the same by verify.py alone: processor {time.process_time() - started:.1f} s")
    whole = hash_limit(count)
    print(f"  hashing alone, twice {count:,} SHA-256: processor {whole:.1f} s, ratio {used / whole:.1f}")


def hash_limit(count: int) -> float:
    data, started = b"x" * 300, time.process_time()
    for _ in range(count):
        leaf_hash(data)
        leaf_hash(data[:64])
    return time.process_time() - started


def appends(folder: Path, peer: str | None) -> None:
    """Durable appends a second, each in the same run on the same disk: one by one, and in batches of 256."""
    rows = list(entries(0, BATCHED))
    ours_single = SINGLE / seconds(lambda: append(folder / "single", rows[:SINGLE], 1))
    ours_batched = BATCHED / seconds(lambda: append(folder / "batched", rows, 256))
    plain_single = SINGLE / seconds(lambda: insert(folder / "single.sqlite3", rows[:SINGLE], 1))
    plain_batched = BATCHED / seconds(lambda: insert(folder / "batched.sqlite3", rows, 256))
    print(f"durable appends one by one: {ours_single:,.0f}/s, plain SQLite inserts {plain_single:,.0f}/s,"
          f" ratio {ours_single / plain_single:.2f}")  # fmt: skip
    print(f"durable appends in batches of 256: {ours_batched:,.0f}/s, plain SQLite inserts"
          f" {plain_batched:,.0f}/s, ratio {ours_batched / plain_batched:.2f}")  # fmt: skip
    if peer:
        theirs = SINGLE / run_peer(peer, folder / "peer.sqlite3", SINGLE, "append")
        print(f"pymerkle on SQLite, one by one: {theirs:,.0f}/s; ours {ours_single / theirs:.2f} times that")
        print(f"  and in batches of 256 {ours_batched / theirs:.1f} times that")


def append(folder: Path, rows: list[bytes], batch: int) -> None:
    folder.mkdir()
    disk = Disk(folder)
    create(disk, SIGNER)
    sequencer = Sequencer(disk, SIGNER)
    for first in range(0, len(rows), batch):
        sequencer.append(rows[first : first + batch])


def insert(path: Path, rows: list[bytes], batch: int) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    for first in range(0, len(rows), batch):
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO entry (body) VALUES (?)", [(row,) for row in rows[first : first + batch]]
        )
        connection.execute("COMMIT")
    connection.close()


def run_peer(peer: str, path: Path, count: int, what: str) -> float:
    words = [peer, "-c", PEER, str(path), str(count), what]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout))


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def both(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of the processor; on a busy machine only the second says something of the code."""
    started, used = time.perf_counter(), time.thread_time()
    work()
    return time.perf_counter() - started, time.thread_time() - used


def spread(times: list[tuple[float, float]]) -> str:
    clock, used = sorted(one for one, _ in times), sorted(one for _, one in times)
    middle, high = len(times) // 2, int(len(times) * 0.99)
    return (
        f"median {ms(clock[middle])}, p99 {ms(clock[high])}"
        f" (processor: median {ms(used[middle])}, p99 {ms(used[high])})"
    )


def ms(value: float) -> str:
    return f"{value * 1e3:.2f} ms"


if __name__ == "__main__":
    main()
