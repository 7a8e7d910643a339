"""Values of closed lists stand on pages in words, with their tone and mark; no filter lies idle."""

import re
from pathlib import Path

import pytest
from tests.web import inside  # noqa: F401 - lays the application's settings

from lawgate.law.terms.matter import STAGES
from lawgate.law.terms.request import LEVELS, OFFICES
from lawgate.law.vocabulary import GENERAL_OFFICES
from lawgate.ledger.entry import Kind
from lawgate.web.templatetags import lawgate, runs
from lawgate.web.words import Words, codes

TEMPLATES = Path(lawgate.__file__).parents[1] / "templates"


def uses(text: str) -> set[str]:
    """The filters and tags that a template asks for."""
    return set(re.findall(r"(?:\||\{% )([a-z_]+)", text))


@pytest.mark.parametrize("library", [lawgate.register, runs.register], ids=["lawgate", "runs"])
def test_every_filter_and_tag_is_asked_for_by_a_template(library: object) -> None:
    asked = {name for page in TEMPLATES.rglob("*.html") for name in uses(page.read_text(encoding="utf-8"))}
    assert {*library.filters, *library.tags} - asked == set()  # type: ignore[attr-defined]


def test_a_filter_and_a_tag_that_are_asked_for_are_seen() -> None:
    assert uses('{% asset "a.css" %}{{ case.state|state_tag }}') == {"asset", "state_tag"}


def test_an_outcome_is_told_by_word_and_mark_and_a_strange_one_in_its_own_words() -> None:
    outcome_tag, role_name = (lawgate.register.filters[name] for name in ("outcome_tag", "role_name"))
    assert outcome_tag("disclose") == (
        '<span class="lg-tag lg-tag--yes"><span aria-hidden="true">✓</span> disclose</span>'
    )
    assert outcome_tag("<b>_x") == '<span class="lg-tag lg-tag--plain">&lt;b&gt; x</span>'
    assert (role_name("auditor"), role_name("night_watch"), role_name(None)) == (
        "Inspector general",
        "night watch",
        "–",
    )


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        (codes.OFFICES, {*OFFICES, *GENERAL_OFFICES}),
        (codes.LEVELS, set(LEVELS)),
        (codes.STAGES, set(STAGES)),
        (codes.ENTRIES, {kind.value for kind in Kind}),
    ],
    ids=["offices", "levels", "stages", "entries"],
)
def test_every_code_that_a_page_prints_has_its_words(said: Words, listed: set[str]) -> None:
    assert said.keys() == listed
