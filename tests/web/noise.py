"""What a browser, a script or somebody who means harm could send: addresses, fields, bodies, headers, spoilt or not."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

FORM = "application/x-www-form-urlencoded"
BOUNDARY = "noise"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"

SPOILT = [
    "", " ", "0", "-1", "1", "2", "007", "999999", "99999999999", "9" * 400, "9" * 5000, "1e5", "NaN", "x", "null",
    "\x00", "a\x00b", "\r\nSet-Cookie: a=b", "../../etc/passwd", "..\\..\\x", "'\"><script>alert(1)</script>",
    "{{7*7}}", "{% debug %}", "${7*7}", "%s%n", "' OR 1=1 --", "=1+1", "é", "\u202etxt", "\ufeff", "\U0001f512",
    "\ud7ff", "İ", "ﬀ", "٣", "a" * 300, "a" * 70_000, "2026-02-30", "2026-03-01", "0000", "0000-00-00", "0001-01-01",
    "9999-12-31", "1976-01-01", "us.doj", "us.", ".", "yes", "no", "match", "no_match", "O4", "/us/usc/t26/s6103/i/2",
    "26 USC 6103(i)(2)(A)", "(((((((((", "a-" * 200 + "!", "12 Elm St Apt 3, Springfield IL 62704",
    "delegated_official", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\u0661\u0662", "received",
    "in_review", "all",
]  # fmt: skip
QUERIES = [
    "page", "day", "view", "words", "agency", "by", "year", "next", "again", "position", "of", "other", "state", "code",
    "error", "error_description", "iss", "format", "unknown",
]  # fmt: skip
FIELDS = [
    "reason", "statement", "orders", "agrees", "key", "digest", "office", "note", "pair", "answer", "number", "to",
    "official", "provision", "days", "asked", "do", "address", "person", "next", "language", "id", "agency", "level",
    "signatory", "stage", "items", "given", "surname", "tin", "periods", "recipient", "use_undertaking", "statutes",
    "finding:/us/usc/t26/s6103/i/6", "finding:x", "state", "sealed", "by", "approvals", "csrfmiddlewaretoken",
]  # fmt: skip
PLAIN: dict[str, list[str]] = {
    "reason": ["a reason"], "statement": ["a statement"], "orders": ["O4", "O1, O2"], "agrees": ["yes", "no"],
    "office": ["delegated_official", "agency_head"], "answer": ["match", "no_match", "cannot_tell"], "pair": ["a" * 64],
    "finding:/us/usc/t26/s6103/i/6": ["yes", "no", ""], "provision": ["26 USC 6103(i)(2)", ""], "days": ["1", "3"],
    "asked": ["1", "2"], "do": ["send", "check"], "to": ["first", "preparer"], "official": ["preparer", "clerk"],
    "agency": ["us.doj"], "level": ["federal"], "stage": ["investigation"], "items": ["identity.name"],
    "periods": ["2023"], "language": ["es", "en"], "next": ["/cases"],
}  # fmt: skip
HEADERS: dict[str, list[str]] = {
    "HTTP_ACCEPT_LANGUAGE": ["es", "de;q=x", "*", "es-" + "x" * 600, ",;=,;=", "\xff\xfe"],
    "HTTP_HOST": ["localhost", "localhost:99999", "evil.example", "", "[::1", "a b", "localhost\x00"],
    "HTTP_X_FORWARDED_PROTO": ["http", "https,http", "\xff"],
    "HTTP_X_FORWARDED_HOST": ["evil.example"],
    "HTTP_HX_REQUEST": ["true"],
    "HTTP_COOKIE": ["a", "=;=;", "__Host-lawgate-session=\x00", "__Host-lawgate-csrf=" + "x" * 9000],
    "HTTP_ORIGIN": ["null", "https://evil.example", "https://localhost"],
    "HTTP_REFERER": ["https://evil.example/", "x", "https://["],
    "HTTP_X_CSRFTOKEN": ["x", "\xff" * 64],
    "HTTP_IF_MODIFIED_SINCE": ["never", "Thu, 01 Jan 1970 00:00:00 GMT"],
    "HTTP_IF_NONE_MATCH": ["*", '"'],
    "HTTP_RANGE": ["bytes=0-0", "bytes=9-1"],
    "HTTP_ACCEPT_ENCODING": ["gzip;q=0", "identity", "\xff"],
    "HTTP_X_HTTP_METHOD_OVERRIDE": ["DELETE"],
    "HTTP_TRANSFER_ENCODING": ["chunked"],
    "HTTP_EXPECT": ["100-continue"],
    "CONTENT_LENGTH": ["0", "-1", "x", "99999999999999", ""],
}  # fmt: skip
METHODS = ["GET"] * 8 + ["POST"] * 8 + ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "SPOIL"]
KINDS = [
    FORM, MULTIPART, "multipart/form-data", "multipart/form-data; boundary=" + "x" * 300, "application/json",
    "text/plain", "", "x", f"{FORM}; charset=utf-16", f"{FORM}; charset=rot13", f"{FORM}; charset=undefined",
    f"{MULTIPART}; charset=utf-7", f"{MULTIPART}; charset=punycode", "application/xml; charset=idna",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it is sent."""

    method: str
    path: str
    query: str = ""
    body: bytes = b""
    kind: str = FORM
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Noise:
    """Makes what is sent; the same chance makes the same."""

    chance: Random
    requests: list[dict[str, Any]]
    """Requests of the sample, of which spoilt ones are made."""
    known: list[str]
    """What stands somewhere: numbers of cases, people, digests."""

    def word(self) -> str:
        """A value: known, spoilt, or a known one spoilt."""
        match self.chance.randrange(8):
            case 0 | 1 | 2:
                return self.chance.choice(self.known)
            case 3:
                known = self.chance.choice(self.known)
                return known[: self.chance.randrange(len(known) + 1)] + self.chance.choice(SPOILT)[:80]
            case _:
                return self.chance.choice(SPOILT)

    def plain(self, name: str) -> str:
        """A value as somebody would write it into a field."""
        if name in PLAIN and self.chance.random() < 0.8:
            return self.chance.choice(PLAIN[name])
        return self.chance.choice(["", "yes", "no", "a reason", *self.known])

    def part(self) -> str:
        """A value as a part of a path."""
        return quote(self.word()[:2000], safe="")

    def query(self) -> str:
        """Names known and unknown, one of them perhaps twice, or bytes that are no query."""
        if self.chance.random() < 0.05:
            return self.chance.choice(
                ["%", "%ff%fe", "&&&&=", "a=%ED%A0%80&page=%u0041", "?" * 50, "a=b;c=d", "é"]
            )
        pairs = [(self.chance.choice(QUERIES), self.word()) for _ in range(self.chance.randrange(4))]
        return urlencode(pairs + pairs[: self.chance.randrange(2)])

    def headers(self) -> dict[str, str]:
        """Mostly none; now and then one or two that are strange."""
        if self.chance.random() < 0.7:
            return {}
        names = self.chance.sample(sorted(HEADERS), self.chance.choice([1, 1, 2]))
        return {name: self.chance.choice(HEADERS[name]) for name in names}

    def fields(self, named: list[str]) -> list[tuple[str, str]]:
        """A value for each field of a form and for some that it does not have, most of them as somebody would write."""
        more = self.chance.sample(FIELDS, self.chance.choice([0, 1, 3, 12]))
        pairs = [(name, self.plain(name)) for name in (*named, *more)]
        if pairs and self.chance.random() < 0.6:
            at = self.chance.randrange(len(pairs))
            pairs[at] = pairs[at][0], self.word()
        return pairs + pairs[: self.chance.randrange(2)]

    def body(self, named: list[str]) -> tuple[bytes, str]:
        """A body with what it says that it is, which need not be true."""
        match self.chance.randrange(10):
            case 0 | 1 | 2 | 3:
                return urlencode(self.fields(named)).encode(), FORM
            case 4 | 5 | 6:
                return self._multipart(named), MULTIPART
            case 7:
                return urlencode(self.fields(named)).encode(), self.chance.choice(KINDS)
            case 8:
                whole = self._multipart(named)
                return whole[: self.chance.randrange(len(whole))], self.chance.choice(KINDS)
            case _:
                return self.file(), self.chance.choice(KINDS)

    def _multipart(self, named: list[str]) -> bytes:
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in self.fields(named)
        ]
        if self.chance.random() < 0.8:
            name = quote(self.word()[:200], safe="./\\<>")
            head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            parts.append(f"{head}Content-Type: x\r\n\r\n".encode() + self.file() + b"\r\n")
        return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()

    def file(self) -> bytes:
        """A file: a request with something spoilt, or what is none."""
        match self.chance.randrange(9):
            case 0:
                return self.chance.choice(
                    [
                        b"", b"{", b"[]", b"null", b"{}", b"\xff\xfe{\x00}\x00", b"PAR1", b"PK\x03\x04" + b"\0" * 64,
                        b"\x1f\x8b" + b"\0" * 40, b"\xef\xbb\xbf{}", b"NaN", b"-" * 50_000, b"9" * 6000,
                        b"[" * 100_000, b'{"a":' * 20_000, b'"\\ud800"', b'{"id":"a","id":"b"}', b"\0" * 1000,
                    ]
                )  # fmt: skip
            case _:
                return self._near_request()

    def _near_request(self) -> bytes:
        """A request of the sample with up to three answers changed or removed."""
        document = copy.deepcopy(self.chance.choice(self.requests))
        if self.chance.random() < 0.5:
            document["id"] = f"N-{self.chance.randrange(10**9)}"
        for _ in range(self.chance.randrange(4)):
            self._spoil(document)
        return json.dumps(document, ensure_ascii=self.chance.random() < 0.5).encode("utf-8", "surrogatepass")

    def _spoil(self, document: dict[str, Any]) -> None:
        held: Any = document
        while True:
            places = list(held) if isinstance(held, dict) else list(range(len(held)))
            if not places:
                return
            place = self.chance.choice(places)
            if isinstance(held[place], (dict, list)) and self.chance.random() < 0.75:
                held = held[place]
                continue
            if isinstance(held, dict) and self.chance.random() < 0.2:
                del held[place]
            else:
                held[place] = self._value()
            return

    def _value(self) -> Any:
        made: list[Any] = [
            None,
            True,
            False,
            0,
            -1,
            10**30,
            1.5,
            float("nan"),
            [],
            {},
            [[]],
            {"a": None},
            "\ud800",
            "T0000001",
        ]
        return self.word()[:5000] if self.chance.random() < 0.6 else self.chance.choice(made)
