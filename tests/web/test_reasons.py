"""Why something was not done is told in the reader's language: every reason that the services can give."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from tests.service.casework.office import Office, done
from tests.web.catalogue import SOURCE, recorded
from tests.web.inside import client_of

from lawgate.casework.words import Act, Reason, State
from lawgate.service.casework.acts import intake
from lawgate.web.reasons import reason_says

BLANK = re.compile(r"\{(\w+)\}")


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Each place where a reason is made."""
    for path in sorted(SOURCE.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "casework.words import" in source or path.name == "words.py":
            for node in ast.walk(ast.parse(source)):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id == "Reason"
                ):
                    yield path, node


def test_every_reason_is_one_text_with_the_blanks_that_are_filled() -> None:
    found = list(calls())
    assert len(found) > 100
    for path, node in found:
        name, text = (getattr(one, "value", None) for one in node.args[:2])
        at = f"{path.name}:{node.lineno}"
        assert isinstance(name, str), at
        assert isinstance(text, str), f"{at}: a text put together cannot be translated"
        given = node.args[2] if len(node.args) > 2 else None
        if given is None or isinstance(given, ast.Dict):
            keys = {key.value for key in given.keys if isinstance(key, ast.Constant)} if given else set()
            assert keys == set(BLANK.findall(text)), at


def test_every_reason_has_its_sentence_in_spanish_with_the_same_blanks() -> None:
    held = recorded()
    for path, node in calls():
        text = ast.literal_eval(node.args[1])
        told = held.get(text)
        assert told is not None, (path.name, text)
        assert told.string, (path.name, text)
        assert told.string != text, (path.name, text)
        assert set(BLANK.findall(str(told.string))) == set(BLANK.findall(text)), text


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_state_and_act_stands_in_its_blank_in_words(language: str) -> None:
    with translation.override(language):
        for state in State:
            for act in Act:
                told = reason_says(
                    Reason("x", "“{act}” is not open to a case that is {state}", {"state": state, "act": act})
                )
                assert "{" not in told
                assert "_" not in told
                assert told.startswith("“" if language == "en" else "un caso")


def test_a_refusal_is_told_in_the_language_of_the_page(inside: Office) -> None:
    case = inside.received()
    done(intake.admit(inside.desk, case, by="clerk"))
    client = client_of("preparer")
    told = {}
    for language in ("en", "es"):
        client.cookies["django_language"] = language
        answer = client.post(f"/cases/{case}/do/submit")
        assert answer.status_code == 409
        told[language] = answer.content.decode()
    assert "“submit for review” is not open to a case that is admitted" in told["en"]
    assert "un caso en el estado «admitida» no admite «enviar a revisión»" in told["es"]
    assert "does not" not in told["es"]
    assert 'lang="en"' not in told["es"][told["es"].index("<main") : told["es"].index("</main>")]
