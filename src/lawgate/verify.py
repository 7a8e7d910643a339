"""Checks a ledger of disclosures without the software that wrote it. One file, to be read in an afternoon.

    python verify.py KEYS WHAT [KEPT ...]

KEYS       whom you trust: a text file that you were given by somebody else than the ledger's operator
WHAT       a .tlog-proof file, a copy of a whole ledger, a sealed package, or the folder of one that was opened
KEPT       what somebody kept: checkpoints, which the ledger must still contain; `epochs`, when which key signs

It needs Python 3.11 and the package `cryptography`, which checks signatures; it sends nothing and writes nothing.
Exit code 0: all is well. 1: it is not, and each problem is printed. 2: a file could not be read.

What is checked, from the bottom up (the sections of this file):
1. Hashes. The entries are the leaves of a tree of SHA-256 hashes (RFC 6962), whose root changes if any of them does.
2. Signatures. The ledger signs its name, its size and its root: a checkpoint. Witnesses sign it too, and only if
   it continues what they signed before. KEYS says which keys count and how many witnesses it takes.
3. Proofs. An entry and the hashes along its way to the root: whoever trusts the checkpoint need not see the rest.
4. Fields. An entry holds no names. It holds a hash over salted fields; a field that is shown with its salt can be
   checked against the entry, and one that is not shown cannot be guessed. A package and its contents are fields.
5. A whole ledger: every entry is hashed again, and every stored file that a checkpoint covers is compared.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Unreadable(ValueError):  # noqa: N818 - it is what it says
    """Something is not of the form it must have."""


# 1. Hashes (RFC 6962, section 2.1) ---------------------------------------------------------------------------------


def leaf(entry: bytes) -> bytes:
    """SHA-256 of a zero byte and the entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    """SHA-256 of a one byte and the two hashes below; empty if one of them is no hash, and so is then all above it."""
    return hashlib.sha256(b"\x01" + left + right).digest() if len(left) == len(right) == 32 else b""


def tree_root(level: list[bytes]) -> bytes:
    """The root over leaf hashes: join neighbours level by level; one that is left over rises as it is."""
    while len(level) > 1:
        joined = [node(level[at], level[at + 1]) for at in range(0, len(level) - 1, 2)]
        level = joined + level[len(joined) * 2 :]
    return level[0] if level else hashlib.sha256(b"").digest()


def root_from_path(leaf_hash: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root that the path from a leaf up leads to (RFC 6962, section 2.1.1); empty if it leads to none."""
    if not 0 <= index < size or (size == 1) != (not path):
        return b""
    if size == 1:
        return leaf_hash
    # A tree parts at the largest power of two below its size.
    middle, below, sibling = 1 << (size - 1).bit_length() - 1, path[:-1], path[-1]
    if index < middle:
        return node(root_from_path(leaf_hash, index, middle, below), sibling)
    return node(sibling, root_from_path(leaf_hash, index - middle, size - middle, below))


# 2. Signatures (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy) ----------------------------------


class Key(NamedTuple):
    """A public key: `kind` 1 signs for the ledger, 4 for a witness."""

    name: str
    id: bytes
    kind: int
    public: bytes


class Keys(NamedTuple):
    """Whom you trust: the ledger's keys and when they sign, witnesses, and groups of which so many must have signed."""

    logs: list[Key]
    witnesses: dict[str, Key]
    groups: dict[str, tuple[int, list[str]]]
    quorum: list[str]
    epochs: list[tuple[int, int, Key, bool]]


class Checkpoint(NamedTuple):
    """What was signed, and by whom: (name, key id, signature)."""

    name: str
    size: int
    root: bytes
    text: str
    signatures: list[tuple[str, bytes, bytes]]


def unbase64(text: str) -> bytes:
    """Base64 in its one proper spelling."""
    data = base64.b64decode(text)
    if base64.b64encode(data).decode() != text:
        raise Unreadable("not base64")
    return data


def number(text: str) -> int:
    """A decimal number without leading zeroes."""
    if not (text.isascii() and text.isdigit()) or (text[0] == "0" and text != "0"):
        raise Unreadable("not a number")
    return int(text)


def read_key(text: str) -> Key:
    """A key as name+id+base64. The id is a hash of name, kind and key, so a wrong letter anywhere shows."""
    name, said, encoded = (*text.split("+", 2), "", "")[:3]
    data = unbase64(encoded)
    key_id = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
    if len(data) != 33 or data[0] not in {1, 4} or key_id.hex() != said:
        raise Unreadable(f"the key of {name} is damaged or of an unknown kind")
    return Key(name, key_id, data[0], data[1:])


def read_keys(text: str) -> Keys:
    """The file of keys: lines `log KEY`, `witness NAME KEY`, `group NAME 2 A B C`, `quorum NAME`; # is a remark."""
    keys = Keys([], {}, {}, [], [])
    for line in (one for one in text.splitlines() if one.strip() and not one.lstrip().startswith("#")):
        known = {*keys.witnesses, *keys.groups}
        match line.split():
            case ["log", key, *_]:
                keys.logs.append(read_key(key))
            case ["witness", name, key, *_] if name not in known:
                keys.witnesses[name] = read_key(key)
            case ["group", name, count, *members] if len(known & {*members}) == len(members):
                wanted = number({"any": "1", "all": str(len(members))}.get(count, count))
                keys.groups[name] = (wanted or len(members) + 1, members)  # none wanted is never enough
            case ["quorum", name] if name in {"none", *known}:
                keys.quorum.append(name)
            case _:
                raise Unreadable(f"a line of the keys cannot be read: {line}")
    kinds = [key.kind for key in keys.logs] + [key.kind - 3 for key in keys.witnesses.values()]
    different = {key.public for key in keys.witnesses.values()}
    if set(kinds) != {1} or len(keys.quorum) != 1 or len(different) != len(keys.witnesses):
        raise Unreadable("the keys name no log or no one quorum, or one is of the wrong kind or there twice")
    return keys


def read_epochs(text: str) -> list[tuple[int, int, Key, bool]]:
    """Lines FIRST LAST KEY: which sizes a key signs; LAST is - while it signs, `revoked` behind one in other hands."""
    epochs, due = list[tuple[int, int, Key, bool]](), 0
    for line in text.splitlines():
        first, last, key, *more = line.split(" ")
        end = sys.maxsize if last == "-" else number(last)
        if number(first) != due or end < due or more not in ([], ["revoked"]):
            raise Unreadable(f"a line of the epochs cannot be read, or leaves a gap: {line}")
        epochs, due = [*epochs, (due, end, read_key(key), bool(more))], end + 1
    if due <= sys.maxsize:
        raise Unreadable("no epoch is open")
    return epochs


def read_checkpoint(data: bytes) -> Checkpoint:
    """A checkpoint: name, size and root on three lines, an empty line, and a line for each signature."""
    text, blank, signed = data.decode().rpartition("\n\n")
    lines = text.split("\n")
    root = unbase64((*lines, "", "")[2])
    if not blank or not signed.endswith("\n") or not all(lines) or len(root) != 32:
        raise Unreadable("not a signed checkpoint")
    signatures = []
    for line in signed[:-1].split("\n"):
        dash, name, encoded = line.split(" ")
        if dash != "—" or not name or "+" in name or not name.isprintable() or len(unbase64(encoded)) < 5:
            raise Unreadable("not a line with a signature")
        signatures.append((name, unbase64(encoded)[:4], unbase64(encoded)[4:]))
    return Checkpoint(lines[0], number(lines[1]), root, text + "\n", signatures)


def has_signed(key: Key, checkpoint: Checkpoint) -> bool:
    """Whether the key's signature stands below the checkpoint. One that is there and wrong is an error."""
    own = [made for name, key_id, made in checkpoint.signatures if (name, key_id) == (key.name, key.id)]
    for made in own:
        message, signature = checkpoint.text.encode(), made
        if key.kind == 4:  # a witness signs the time as well
            message = f"cosignature/v1\ntime {int.from_bytes(made[:8], 'big')}\n".encode() + message
            signature = made[8:]
        try:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
        except InvalidSignature:
            raise Unreadable(f"the signature of {key.name} does not belong to this checkpoint") from None
    return bool(own)


def check_signatures(checkpoint: Checkpoint, keys: Keys) -> list[str]:
    """What is missing below a checkpoint."""
    try:
        seen = {name for name, key in keys.witnesses.items() if has_signed(key, checkpoint)}
        signed = [key for key in keys.logs if key.name == checkpoint.name and has_signed(key, checkpoint)]
    except Unreadable as problem:
        return [str(problem)]

    def met(name: str) -> bool:
        count, members = keys.groups.get(name, (1, []))
        return sum(map(met, members)) >= count if members else name in seen

    problems = [] if signed else ["the checkpoint is not signed by a key of the ledger that you trust"]
    used = [
        bad for first, last, key, bad in keys.epochs if key in signed and first <= checkpoint.size <= last
    ]
    if signed and keys.epochs and not used:
        problems.append(f"the key that signed the checkpoint signs no ledger of {checkpoint.size} entries")
    if used and all(used) and keys.quorum == ["none"]:  # whoever has that key can sign another ledger
        problems.append("only a revoked key of the ledger has signed, and no witness: have it proved anew")
    if keys.quorum != ["none"] and not met(keys.quorum[0]):
        problems.append(f"too few witnesses have signed: {len(seen)}")
    return problems


# 3 and 4. Proofs and fields (C2SP tlog-proof) ----------------------------------------------------------------------


def canonical(value: Any) -> bytes:
    """JSON as it is hashed (RFC 8785); exact for text, whole numbers, lists and objects with ASCII names."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def check_proof(data: bytes, keys: Keys) -> tuple[dict[str, Any], list[str]]:
    """The entry that a proof file shows, with its opened fields, and what is wrong."""
    proof, _, note = data.partition(b"\n\n")
    lines = proof.decode().split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1" or [line[:6] for line in lines[1:3]] != ["extra ", "index "]:
        raise Unreadable("not a proof file with its entry")
    extra, at, path = json.loads(unbase64(lines[1][6:])), number(lines[2][6:]), list(map(unbase64, lines[3:]))
    checkpoint = read_checkpoint(note)
    problems, entry = check_signatures(checkpoint, keys), extra["entry"]
    if root_from_path(leaf(canonical(entry)), at, checkpoint.size, path) != checkpoint.root:
        problems.append("the entry does not stand in the ledger that was signed")
    for field in extra["opened"]:
        problems += check_field(field, entry["fields"]["count"], bytes.fromhex(entry["fields"]["root"]))
    shown = {"ledger": checkpoint.name, "entries": checkpoint.size, "index": at, "entry": entry}
    return shown | {"opened": {one["name"]: one["value"] for one in extra["opened"]}}, problems


def check_field(field: dict[str, Any], count: int, root: bytes) -> list[str]:
    """Whether a shown field is one of those that the entry commits to: its leaf is salt and [name, value]."""
    salt, path = bytes.fromhex(field["salt"]), [bytes.fromhex(one) for one in field["path"]]
    shown = leaf(salt + canonical([field["name"], field["value"]]))
    held = len(salt) == len(root) == 32 and root_from_path(shown, field["position"], count, path) == root
    return [] if held else [f"the field {field['name']} is not what the entry commits to"]


def check_package(place: Path, keys: Keys) -> tuple[dict[str, Any], list[str]]:
    """A sealed package, or the folder of one that was opened: is it what its entry commits to?"""
    if place.is_dir():
        data, letter = (place / "payload.json").read_bytes(), (place / "letter.pdf").read_bytes()
        head, proof, name = json.loads(data), (place / "entry.tlog-proof").read_bytes(), "payload"
        same = head["letter"] == hashlib.sha256(letter).hexdigest()
        right: Any = hashlib.sha256(data).hexdigest() if same else "another letter"
    else:  # a line that names the format, a line of JSON, the proof, and the sealed bytes up to the end
        _, line, rest = place.read_bytes().split(b"\n", 2)
        head = json.loads(line)
        proof, name, digest = rest[: head["proof"]], "package", hashlib.sha256(rest[head["proof"] :])
        right = {"recipient": head["recipient"], "sealed": digest.hexdigest()}
    shown, problems = check_proof(proof, keys)
    if shown["opened"].get(name) != right:
        problems.append(f"what is here is not what the entry commits to as its {name}")
    stated = {"kind": "released", **{one: head[one] for one in ("case", "sequence", "corpus")}}
    if head["origin"] != shown["ledger"] or not stated.items() <= shown["entry"].items():
        problems.append("what is here belongs to another entry")
    return shown, problems


# 5. A whole ledger (C2SP tlog-tiles) -------------------------------------------------------------------------------


def part_path(kind: str, at: int, width: int) -> str:
    """The path of a tile or bundle: its number in groups of three digits; a partial one adds its width."""
    groups = [group.zfill(3) for group in f"{at:,}".split(",")]
    name = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
    return f"tile/{kind}/{name}" + (f".p/{width}" if width < 256 else "")


def read_part(folder: Path, kind: str, at: int, width: int) -> bytes:
    """A tile or bundle; where the partial one is gone, the full one that has replaced it. Empty if neither is."""
    places = (folder / part_path(kind, at, width), folder / part_path(kind, at, 256))
    return next((place.read_bytes() for place in places if place.is_file()), b"")


def check_part(folder: Path, kind: str, at: int, items: list[bytes]) -> list[str]:
    """A stored tile or bundle, and what earlier checkpoints left of it, against what it has to hold."""
    left = {one.name for one in (folder / f"{part_path(kind, at, 256)}.p").glob("*")}
    problems = []
    for width in (len(items), *(one for one in range(1, len(items)) if str(one) in left)):
        name, right = part_path(kind, at, width), b"".join(items[:width])
        held = read_part(folder, kind, at, width)
        if held != right if (folder / name).is_file() else not held.startswith(right):
            problems.append(f"{name} does not agree with the entries")
    return problems


def read_entries(bundle: bytes) -> list[bytes]:
    """The entries of a bundle, each behind its length in two bytes."""
    entries, end = list[bytes](), 0
    while (at := end) < len(bundle):
        end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
        entries += [bundle[at + 2 : end]] if end <= len(bundle) else []
    return entries


def check_folder(folder: Path, keys: Keys, heads: list[Checkpoint]) -> tuple[dict[str, Any], list[str]]:
    """A whole ledger: what it says of itself, and what is wrong with it."""
    if not (folder / "checkpoint").is_file() or (folder / "manifest.json").exists():
        return {}, ["the ledger has no checkpoint, or this is an export: check its proofs one by one"]
    checkpoint = read_checkpoint((folder / "checkpoint").read_bytes())
    own = read_epochs((folder / "epochs").read_text("utf-8")) if (folder / "epochs").is_file() else []
    keys.epochs.extend([] if keys.epochs else own)  # those that somebody kept count more than these
    problems = check_signatures(checkpoint, keys)
    leaves, last = list[bytes](), dict[str, int]()  # and of each case the number of its last entry
    index = (folder / "index").read_bytes() if (folder / "index").is_file() else b""
    for at in range(-(-checkpoint.size // 256)):
        width = min(256, checkpoint.size - at * 256)
        entries = read_entries(read_part(folder, "entries", at, width))[:width]
        problems += check_cases(entries, len(leaves), last, index)
        leaves += map(leaf, entries)
        if len(entries) < width:
            problems.append(f"{part_path('entries', at, width)} holds {len(entries)} of {width} entries")
            break
        problems += check_part(folder, "entries", at, [len(one).to_bytes(2, "big") + one for one in entries])
    if len(index) < 16 * len(leaves):
        problems.append(f"the index ends before entry {len(index) // 16}")
    if tree_root(leaves) != checkpoint.root:
        problems.append("the entries do not give the root that was signed")
    level, kind = leaves, 0
    while level:  # each level of tiles holds the hashes of the full tiles below it
        for at in range(-(-len(level) // 256)):
            problems += check_part(folder, str(kind), at, level[at * 256 : at * 256 + 256])
        level, kind = [tree_root(level[at : at + 256]) for at in range(0, len(level) - 255, 256)], kind + 1
    for head in heads:
        problems += [f"checkpoint of size {head.size}: {one}" for one in check_signatures(head, keys)]
        if head.name != checkpoint.name:
            problems.append(f"the ledger {head.name}, which was seen, is not here")
        elif head.size > len(leaves):
            problems.append(f"{head.size} entries were seen, and here are {len(leaves)}")
        elif tree_root(leaves[: head.size]) != head.root:
            problems.append(f"the first {head.size} entries are not those that were seen")
    return {"ledger": checkpoint.name, "entries": checkpoint.size}, problems


def check_cases(entries: list[bytes], first: int, last: dict[str, int], index: bytes) -> list[str]:
    """Whether each entry has the next number of its case (one that is skipped was lost), and the index that case."""
    problems = []
    for at, entry in enumerate(entries, first):
        try:
            read = json.loads(entry)
            case, said = read["case"], read["sequence"]
            record, due, last[case] = hashlib.sha256(case.encode()).digest(), last.get(case, 0) + 1, said
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            problems.append(f"entry {at} cannot be read")
            continue
        if said != due:
            problems.append(f"entry {at} is number {said} of its case, and number {due} was due")
        if index[16 * at : 16 * at + 16] not in {record[:16], b""}:
            problems.append(f"the index names another case for entry {at}")
    return problems


def main(words: list[str]) -> int:
    """Check what the words of the command line name; told in ASCII, since a screen obeys some other signs."""
    try:
        if len(words) < 2:
            raise Unreadable("usage: python verify.py KEYS WHAT [KEPT ...]")
        keys, place = read_keys(Path(words[0]).read_text(encoding="utf-8")), Path(words[1])
        kept = [Path(word).read_bytes() for word in words[2:]]
        heads = [read_checkpoint(one) for one in kept if not one.startswith(b"0 ")]
        keys.epochs.extend(one for data in kept if data[:2] == b"0 " for one in read_epochs(data.decode()))
        data = b"" if place.is_dir() else place.read_bytes()
        contents = (place / "payload.json").is_file()
        ledger = heads or (place / "checkpoint").exists() or (place / "tile").exists()
        if ledger and (data or contents):  # what is asked is not told by what else somebody put beside it
            raise Unreadable("a checkpoint, kept or in the folder, is compared with a whole ledger alone")
        if contents or data.startswith(b"lawgate-package/1\n"):
            shown, problems = check_package(place, keys)
        elif data:
            shown, problems = check_proof(data, keys)
        else:
            shown, problems = check_folder(place, keys, heads)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        sys.stderr.write(f"verify: cannot be read ({type(error).__name__}): {ascii(str(error))[1:-1]}\n")
        return 2
    told = [json.dumps(shown, indent=1), *(f"PROBLEM: {ascii(problem)[1:-1]}" for problem in problems)]
    sys.stdout.write("\n".join([*told, "NOT WELL" if problems else "ALL IS WELL"]) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
