"""Messages that a program signed as a whole: what holds is kept with the case, and everything else is refused."""

from __future__ import annotations

import base64
import re
from datetime import timedelta
from email.parser import BytesParser
from email.policy import HTTP
from hashlib import sha256
from typing import Any

import pytest
import requests
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from django.conf import settings
from http_message_signatures import HTTPMessageSigner, MappingKeyResolver, algorithms
from joserfc.jwk import ECKey, OKPKey, RSAKey
from tests.api.programs import ISSUER, Program
from tests.api.test_acts import returned
from tests.service.casework.office import Office

from lawgate.ledger.views import RULES, Keeping
from lawgate.service.api.messages import MAY_COVER
from lawgate.service.casework.acts.intake import purge_unadmitted
from lawgate.service.table_sent import with_table
from lawgate.stores.casework import models
from lawgate.stores.casework.read import submission_of

COVERED = ("@method", "@target-uri", "content-digest")
ALGORITHMS = {
    "EC": algorithms.ECDSA_P256_SHA256, "OKP": algorithms.ED25519, "RSA": algorithms.RSA_PSS_SHA512,
}  # fmt: skip


def signed(
    program: Program,
    path: str,
    body: bytes,
    *,
    key: Any = None,
    named: str | None = None,
    age: float = 0,
    authorization: str = "",
    kind: str = "application/json",
    **more: Any,
) -> dict[str, str]:
    """The fields of a message that the program signs."""
    key = key or program.key
    digest = named or key.thumbprint()
    resolver = MappingKeyResolver(public_keys={}, private_keys={digest: key.private_key})
    message = requests.Request("POST", f"{ISSUER}/{path}", data=body).prepare()
    message.headers.update({"Content-Type": kind, "Authorization": authorization})
    HTTPMessageSigner(signature_algorithm=ALGORITHMS[key.key_type], key_resolver=resolver).sign(
        message, key_id=digest, body=body, created=program.office.clock() - timedelta(seconds=age),
        **{"covered_component_ids": COVERED, **more},
    )  # fmt: skip
    return {name: str(message.headers[name]) for name in ("Signature-Input", "Signature", "Content-Digest")}


def kept(case: str) -> Any:
    """What the newest entry of a case keeps of a signature."""
    entry = models.Entry.objects.filter(case_number=case).latest("sequence")
    return (entry.payload or {}).get("signed")


def test_a_message_that_was_signed_is_kept_with_the_case_on_either_database(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    body = either.request("REQ-S")
    answer = program.post("requests", body, **signed(program, "requests", body))
    assert answer.status_code == 201, answer.content
    evidence = kept(answer.json()["cases"][0])
    assert evidence["key"] == program.key.thumbprint()
    assert evidence["covered"]["@target-uri"] == f"{ISSUER}/requests"
    assert RULES["signed"].keeping is Keeping.DESTROYABLE, "it holds a plain digest of the request's words"
    check_by_hand(program.key, evidence)


def check_by_hand(key: ECKey, evidence: dict[str, Any]) -> None:
    """What an outsider does with the evidence and the public key, without the library (RFC 9421, section 2.5)."""
    parameters = evidence["input"].split("=", 1)[1]
    named = re.findall(r'"([^"]+)"', parameters[: parameters.index(")")])
    assert set(named) == evidence["covered"].keys()
    lines = [f'"{name}": {evidence["covered"][name]}' for name in named]
    base = "\n".join([*lines, f'"@signature-params": {parameters}']).encode()
    raw = base64.b64decode(evidence["signature"].split("=", 1)[1].strip(":"))
    r, s = (int.from_bytes(raw[at : at + 32], "big") for at in (0, 32))
    public = key.public_key
    assert isinstance(public, ec.EllipticCurvePublicKey)
    public.verify(encode_dss_signature(r, s), base, ec.ECDSA(hashes.SHA256()))


@pytest.mark.parametrize(
    "key", [OKPKey.generate_key("Ed25519"), RSAKey.generate_key(2048)], ids=["Ed25519", "RSA"]
)
def test_each_kind_of_key_signs(justice: Program, key: Any) -> None:
    justice.register_key(key)
    body = justice.office.request("REQ-S")
    answer = justice.post("requests", body, **signed(justice, "requests", body, key=key))
    assert kept(answer.json()["cases"][0])["key"] == key.thumbprint()


def test_mended_words_are_signed_too(justice: Program) -> None:
    case = returned(justice)
    body = justice.office.request("REQ-RET")
    path = f"cases/{case}/mend"
    assert justice.post(path, body, **signed(justice, path, body)).status_code == 200
    assert kept(case)["covered"]["@target-uri"].endswith(path)


def test_nobody_has_to_sign_where_it_is_not_demanded(
    justice: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept(justice.sends("REQ-1")) is None
    monkeypatch.setattr(settings, "LAWGATE_SIGNED_MESSAGES", True)
    bare = justice.post("requests", justice.office.request("REQ-2"))
    assert (bare.status_code, bare.json()["type"]) == (400, "/api/v1/problems/not-signed")
    body = justice.office.request("REQ-3")
    assert justice.post("requests", body, **signed(justice, "requests", body)).status_code == 201


OTHER = ECKey.generate_key("P-256")
WRONG: dict[str, dict[str, Any]] = {
    "by a key that is not registered": {"key": OTHER},
    "by another key under its name": {"key": OTHER, "named": "of the program"},
    "too long ago": {"age": 301},
    "in a time to come": {"age": -60},
    "past its end": {"expires": -1},
    "not the method": {"covered_component_ids": ("@target-uri", "content-digest")},
    "not the address": {"covered_component_ids": ("@method", "content-digest")},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_a_signature_that_does_not_hold_is_refused_whatever_is_wrong(
    justice: Program, wrong: dict[str, Any]
) -> None:
    body, told = justice.office.request("REQ-S"), dict(wrong)
    if "named" in told:
        told["named"] = justice.key.thumbprint()
    if "expires" in told:
        told["expires"] = justice.office.clock() - timedelta(seconds=5)
    refused(justice.post("requests", body, **signed(justice, "requests", body, **told)))
    assert not models.Case.objects.exists()


def test_a_signature_over_the_access_token_is_refused_since_what_is_covered_is_kept(justice: Program) -> None:
    assert "authorization" not in MAY_COVER
    body, token = justice.office.request("REQ-S"), f"Bearer {justice.token()}"
    covered = (*COVERED, "authorization")
    fields = signed(justice, "requests", body, covered_component_ids=covered, authorization=token)
    refused(justice.post("requests", body, **fields, Authorization=token))


def refused(answer: Any) -> None:
    assert (answer.status_code, answer.json()["type"]) == (400, "/api/v1/problems/not-signed"), answer.content


def test_what_was_changed_on_its_way_is_refused(justice: Program) -> None:
    body = justice.office.request("REQ-S")
    fields = signed(justice, "requests", body)
    refused(justice.post("requests", justice.office.request("REQ-OTHER"), **fields))
    for name in ("Signature", "Signature-Input", "Content-Digest"):
        refused(justice.post("requests", body, **{**fields, name: "x"}))
    refused(justice.post("requests", body, Signature=fields["Signature"]))
    case = returned(justice)
    mended = justice.office.request("REQ-RET")
    refused(
        justice.post(f"cases/{case}/mend", mended, **signed(justice, "requests", mended))
    )  # another address
    customs = Program.registered(justice.office, "cbp-system", "us.dhs.cbp")
    refused(customs.post("requests", body, **fields))  # another program's
    assert justice.post("requests", body, **fields).status_code == 201, "a control"


TABLE = (*COVERED, "content-type")


def in_parts(
    office: Office, number: str, rows: str = "ref,surname\na,Sample\nb,Sample\n"
) -> tuple[bytes, str]:
    """A body with a request and a table beside it, and its content type."""
    files = {
        "request": ("r.json", office.request(number, subjects="t.csv")),
        "table": ("t.csv", rows.encode()),
    }
    made = requests.Request("POST", ISSUER, files=files).prepare()
    assert isinstance(made.body, bytes)
    return made.body, str(made.headers["Content-Type"])


def parts_of(message: bytes, kind: str) -> dict[str, bytes]:
    """The parts of a message, as an outsider reads them."""
    read = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + message)
    return {
        str(part.get_param("name", header="content-disposition")): bytes(part.get_payload(decode=True))
        for part in read.iter_parts()
    }


def test_a_request_with_a_table_is_signed_as_a_whole_and_its_words_follow_from_what_is_kept(
    either: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LAWGATE_SIGNED_MESSAGES", True)
    program = Program.registered(either, "doj-system", "us.doj")
    body, kind = in_parts(either, "REQ-T")
    fields = signed(program, "requests", body, kind=kind, covered_component_ids=TABLE)
    answer = program.post("requests", body, kind=kind, **fields)
    assert answer.status_code == 201, answer.content
    first, second = answer.json()["cases"]
    evidence = kept(first)
    assert kept(second) == evidence
    check_by_hand(program.key, evidence)
    message = bytes(models.SignedMessage.objects.get().body)
    digest = base64.b64encode(sha256(message).digest()).decode()
    assert evidence["covered"]["content-digest"] == f"sha-256=:{digest}:"
    parts = parts_of(message, evidence["covered"]["content-type"])
    assert with_table(parts["request"], parts["table"]) == submission_of(first)[0]


def test_a_table_that_was_changed_or_may_be_read_otherwise_is_refused(justice: Program) -> None:
    body, kind = in_parts(justice.office, "REQ-T")
    over_all: dict[str, Any] = {"kind": kind, "covered_component_ids": TABLE}
    fields = signed(justice, "requests", body, **over_all)
    refused(justice.post("requests", body.replace(b"b,Sample", b"b,Simple"), kind=kind, **fields))
    refused(justice.post("requests", body, kind=f"{kind}; charset=utf-8", **fields))
    refused(justice.post("requests", body, kind=kind, **signed(justice, "requests", body, kind=kind)))
    assert not models.SignedMessage.objects.exists()
    assert justice.post("requests", body, kind=kind, **fields).status_code == 201, "a control"


def test_a_request_without_a_table_or_a_signature_keeps_no_message_beside_its_words(justice: Program) -> None:
    body = justice.office.request("REQ-S")
    assert justice.post("requests", body, **signed(justice, "requests", body)).status_code == 201
    table, kind = in_parts(justice.office, "REQ-T")
    assert justice.post("requests", table, kind=kind).status_code == 201
    assert not models.SignedMessage.objects.exists()


def test_what_is_mended_by_a_table_is_signed_too_and_destroyed_with_its_words(justice: Program) -> None:
    case = returned(justice)
    path, (body, kind) = f"cases/{case}/mend", in_parts(justice.office, "REQ-RET", "ref,surname\n1,Sample\n")
    fields = signed(justice, path, body, kind=kind, covered_component_ids=TABLE)
    assert justice.post(path, body, kind=kind, **fields).status_code == 200
    assert kept(case)["covered"]["content-type"] == kind
    assert bytes(models.SignedMessage.objects.get().body) == body
    assert justice.post(f"cases/{case}/withdraw").status_code == 200
    assert purge_unadmitted(justice.office.desk, days=180) == 0
    justice.office.clock.move(days=200)
    assert purge_unadmitted(justice.office.desk, days=180) == 2
    assert not models.SignedMessage.objects.exists()
