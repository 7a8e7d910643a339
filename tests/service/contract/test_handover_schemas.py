"""The published schemas of what is handed over take what is written, and refuse each part left out or added."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from tests.handover.account_of_cases import made_account
from tests.handover.releases import TRUST, made_world

from lawgate.handover.statement import parse_statement
from lawgate.service.handover.opening import open_package
from lawgate.service.keys import new_recipient
from lawgate.service.schema import schema_of


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One document of each kind, as it is written."""
    folder = tmp_path_factory.mktemp("written")
    world = made_world(folder / "world")
    opened = open_package(world.file(world.sent()), key=world.key, out=folder / "out")
    trust = folder / "trust.json"
    trust.write_text(json.dumps(TRUST.document), encoding="utf-8")
    new_recipient("us.doj", role="agent", trust=trust, out=folder / "k", registration=folder / "r.json")
    _, account = made_account(folder / "account")
    statement = opened["receipt"]["payload"]
    return {
        "payload": json.loads((folder / "out" / "payload.json").read_bytes()),
        "statement": parse_statement(base64.b64decode(statement)).document,
        "registration": json.loads((folder / "r.json").read_bytes()),
        "account": json.loads(account.read_text(encoding="utf-8").splitlines()[0]),
    }


KINDS = ("payload", "statement", "registration", "account")


@pytest.mark.parametrize("name", KINDS)
def test_what_is_written_is_as_the_schema_says(name: str, written: dict[str, Any]) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(written[name])


@pytest.mark.parametrize("name", KINDS)
def test_a_part_left_out_or_added_is_refused(name: str, written: dict[str, Any]) -> None:
    checker = Draft202012Validator(schema_of(name))
    for key in written[name]:
        with pytest.raises(ValidationError):
            checker.validate({other: value for other, value in written[name].items() if other != key})
    with pytest.raises(ValidationError):
        checker.validate({**written[name], "more": 1})
