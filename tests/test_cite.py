"""Addresses of the law: what is read, what is refused, and how each prints."""

from __future__ import annotations

import pytest

from lawgate.cite import Cite
from lawgate.errors import CiteError, InputError

I2BI = Cite("26", "6103", ("i", "2", "B", "i"))

READ = [
    ("26 USC 6103(i)(2)(B)(i)", I2BI),
    ("26 U.S.C. 6103(i)(2)(B)(i)", I2BI),
    ("26 U.S.C. § 6103(i)(2)(B)(i)", I2BI),
    ("26 U. S. C. §§ 6103 (i)(2)(B)(i)", I2BI),
    ("26 usc 6103( i ) (2)(B)(i)", I2BI),
    ("  26 USC 6103(i)(2)(B)(i)\n", I2BI),
    ("/us/usc/t26/s6103/i/2/B/i", I2BI),
    ("26 USC 6103", Cite("26", "6103")),
    ("/us/usc/t26/s6103", Cite("26", "6103")),
    ("8 USC 1324a", Cite("8", "1324a")),
    ("18 USC 1028A(a)(1)", Cite("18", "1028A", ("a", "1"))),
    ("42 USC 1320a-7b", Cite("42", "1320a-7b")),
    ("15 USC 78ff", Cite("15", "78ff")),
    ("/us/usc/t5a/s101", Cite("5a", "101")),
]

REFUSED = [
    "",
    " ",
    "26",
    "USC 6103",
    "26 USC",
    "26 CFR 301.6103",
    "title 26 section 6103",
    "26 USC 6103(i",
    "26 USC 6103(i))",
    "26 USC 6103()",
    "26 USC 6103(i)(2) and (3)",
    "26 USC 6103(i)(2), 6104",
    "see 26 USC 6103",
    "26 USC 6103/i/2",
    "/us/usc/t26/s6103/",
    "/us/usc/t26/s6103/i//2",
    "/US/USC/t26/s6103",
    "us/usc/t26/s6103",
    "/us/usc/t26",
    "26 USC 6103(i)\n26 USC 6103(a)",
    "18 USC 1001'; drop table",
]


@pytest.mark.parametrize(("text", "cite"), READ)
def test_each_spelling_is_read_as_the_same_address(text: str, cite: Cite) -> None:
    assert Cite.parse(text) == cite


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_address_is_refused_with_its_mend(text: str) -> None:
    with pytest.raises(CiteError) as refused:
        Cite.parse(text)
    assert isinstance(refused.value, InputError)
    assert refused.value.where == repr(text)
    assert "26 USC 6103(i)(2)" in refused.value.mend


def test_refusal_of_a_long_text_quotes_its_beginning_only() -> None:
    with pytest.raises(CiteError) as refused:
        Cite.parse("x" * 10_000)
    assert len(refused.value.where) == 82


def test_kept_and_printed_forms_are_read_back() -> None:
    for _, cite in READ:
        assert Cite.parse(str(cite)) == cite
        assert Cite.parse(cite.text) == cite


def test_address_prints_as_the_code_does() -> None:
    assert str(I2BI) == "/us/usc/t26/s6103/i/2/B/i"
    assert I2BI.text == "26 U.S.C. 6103(i)(2)(B)(i)"
    assert I2BI.short == "(i)(2)(B)(i)"
    assert Cite("26", "6103").text == "26 U.S.C. 6103"
    assert Cite("26", "6103").short == "6103"


def test_steps_below_are_joined_one_or_several_at_once() -> None:
    assert Cite("26", "6103") / "i" / "2" / "B/i" == I2BI
    assert Cite("26", "6103") / "i/2/B/i" == I2BI


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        ("26 USC 6103(i)(2)(A)", "26 USC 6103(i)(2)", True),
        ("26 USC 6103(i)(2)", "26 USC 6103(i)(2)", True),
        ("26 USC 6103(i)(2)", "26 USC 6103", True),
        ("26 USC 6103(i)(2)", "26 USC 6103(i)(2)(A)", False),
        ("26 USC 6103(i)(20)", "26 USC 6103(i)(2)", False),
        ("26 USC 6103(I)(2)", "26 USC 6103(i)(2)", False),
        ("26 USC 6104(i)(2)", "26 USC 6103", False),
        ("8 USC 6103(i)(2)", "26 USC 6103", False),
    ],
)
def test_a_provision_is_within_itself_and_what_holds_it(inner: str, outer: str, within: bool) -> None:
    assert Cite.parse(inner).within(Cite.parse(outer)) is within


def test_upper_and_lower_case_are_different_provisions() -> None:
    assert Cite.parse("26 USC 6103(b)") != Cite.parse("26 USC 6103(B)")
    assert Cite.parse("18 USC 1028A") != Cite.parse("18 USC 1028a")
