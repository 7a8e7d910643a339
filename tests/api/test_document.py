"""The OpenAPI document is valid, is what is served and printed, and the application does as it says."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import GenerationMode
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from tests.api import document as made
from tests.api.programs import Program, browser
from tests.service.casework.office import Office
from typer.testing import CliRunner

from lawgate.cli.main import app as cli
from lawgate.service.api.document import document, document_bytes
from lawgate.service.api.tokens import Place, give_token
from lawgate.service.schema import schema_of

OPERATIONS = [
    (path, method, operation)
    for path, operations in document()["paths"].items()
    for method, operation in operations.items()
]
EXAMPLES = 5
BEYOND = [positive_data_acceptance]
"""What a schema cannot say, such as that a ref is given once, is refused though the schema lets it pass."""


def test_the_document_that_is_kept_is_the_one_that_the_operations_make() -> None:
    assert made.PLACE.read_bytes() == made.written(), "python -m tests.api.document"


def test_what_is_served_and_printed_is_that_document() -> None:
    answer = browser().get("/api/v1/openapi.json", secure=True)
    assert (answer.status_code, answer.content) == (200, document_bytes())
    printed = CliRunner().invoke(cli, ["schema", "api"])
    assert json.loads(printed.stdout) == document()


def test_the_document_is_valid() -> None:
    assert document()["openapi"].startswith("3.1.")
    assert list(OpenAPIV31SpecValidator(document()).iter_errors()) == []


def test_a_document_that_is_none_is_found() -> None:
    broken = copy.deepcopy(document())
    broken["paths"]["/cases"]["get"]["responses"] = {}
    broken["paths"]["/token"]["post"]["operationId"] = 7
    assert list(OpenAPIV31SpecValidator(broken).iter_errors()) != []


def test_a_request_is_described_as_lawgate_schema_request_has_it() -> None:
    ours, theirs = document()["components"]["schemas"]["RequestJson"], schema_of("request")
    assert ours["properties"].keys() == theirs["properties"].keys()
    assert ours["additionalProperties"] is False


def test_every_operation_asks_for_a_token_and_every_write_for_a_key() -> None:
    for path, method, operation in OPERATIONS:
        name = operation["operationId"]
        assert (operation.get("security") == [{"AccessToken": []}]) == (name != "token"), name
        keys = [
            one for one in operation["parameters"] if one["name"] == "Idempotency-Key" and one["required"]
        ]
        assert bool(keys) == (method == "post" and name not in {"token", "check"}), name
        assert name == "token" or "401" in operation["responses"]
        assert "{number}" not in path or {"401", "404"} <= operation["responses"].keys(), name


@pytest.mark.parametrize(("path", "method"), [(path, method) for path, method, _ in OPERATIONS])
def test_without_a_token_every_operation_is_refused_the_same(inside: Office, path: str, method: str) -> None:
    if path == "/token":
        return
    asked = getattr(browser(), method)
    place = "/api/v1" + path.replace("{number}", "C2026-000001-1")
    answers = {
        asked(place, secure=True, headers=headers).content
        for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": "Basic eDp5"})
    }
    (only,) = answers
    assert json.loads(only)["type"] == "/api/v1/problems/unauthorized"


NIEM_CORE = {
    "PersonGivenName", "PersonMiddleName", "PersonSurName", "PersonNameSuffixText", "PersonBirthDate",
    "PersonTaxIdentification", "PersonFullName", "PersonJobTitleText", "AddressFullText",
}  # fmt: skip
"""As they stand in xsd/niem-core.xsd of github.com/niemopen/niem-model at 01e4417, the namespace 6.0."""


def test_each_field_that_is_mapped_is_one_of_a_request_and_each_term_stands_in_niem_core() -> None:
    answer = browser().get("/api/v1/context.jsonld", secure=True)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/ld+json")
    context = json.loads(answer.content)["@context"]
    assert context["nc"]["@id"] == "https://docs.oasis-open.org/niemopen/ns/model/niem-core/6.0/#"
    schemas = document()["components"]["schemas"]
    places = {
        "subjects": ("SubjectJson", "NameJson"), "recipients": ("RecipientJson",), "signatory": ("SignatoryJson",),
    }  # fmt: skip
    assert places.keys() == {
        name for name, said in context.items() if isinstance(said, dict) and "@context" in said
    }
    for place, models in places.items():
        known = set().union(*(schemas[model]["properties"] for model in models))
        for field, term in context[place]["@context"].items():
            assert field in known, field
            assert term.removeprefix("nc:") in NIEM_CORE, term


def application() -> Any:
    """What the server calls for each request."""
    from lawgate.web.wsgi import application as found  # noqa: PLC0415

    return found


def failures(described: dict[str, Any], token: str, mode: GenerationMode) -> Iterator[str]:
    """What the application does otherwise than a document says, by operation; requests are made from the document."""
    described = copy.deepcopy(described)
    for operations in described["paths"].values():
        for operation in operations.values():
            operation.pop("security", None)  # the token is always there: that it has to be is another test's
    schema = schemathesis.openapi.from_dict(described)
    schema.app = application()
    for found in schema.get_all_operations():
        assert isinstance(found, Ok), found
        asked = found.ok()

        @settings(
            max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(case=asked.as_strategy(mode))
        def ask(case: Any) -> None:
            case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, excluded_checks=BEYOND)

        try:
            ask()
        except (FailureGroup, Failure) as failed:
            yield f"{asked.label}: {failed}"


@pytest.fixture
def token(justice: Program) -> str:
    """A token at the address at which the requests are made."""
    issuer = "http://localhost/api/v1"
    given_one = give_token(justice.office.desk, justice.assertion(aud=f"{issuer}/token"), at=Place(issuer))
    assert given_one is not None
    return str(given_one["access_token"])


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_the_application_does_as_its_document_says(token: str, mode: GenerationMode) -> None:
    found = list(failures(document(), token, mode))
    assert found == [], "\n\n".join(found)


def test_a_document_that_says_something_else_is_found(token: str) -> None:
    wrong = copy.deepcopy(document())
    wrong["paths"] = {path: wrong["paths"][path] for path in ("/cases",)}
    wrong["components"]["schemas"]["Cases"]["properties"]["cases"] = {"type": "integer"}
    assert [one.split(":")[0] for one in failures(wrong, token, GenerationMode.POSITIVE)] == ["GET /cases"]
