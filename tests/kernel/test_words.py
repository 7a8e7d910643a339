"""What a reader of the law is told, word for word."""

from __future__ import annotations

from datetime import date

from tests.kernel.strategies import CARTS, DAY, FOUND, HERE, LOADS, RAIN, ROAD, WIND

from lawgate.kernel.explain import explain
from lawgate.kernel.expr import AtMost, Constant, Meets, all_of, among, any_of, element, not_
from lawgate.kernel.plain import plain, plain_fact
from lawgate.kernel.say import say
from lawgate.kernel.tell import print_value
from lawgate.kernel.truth import Truth

TREE = all_of(
    element(HERE, "weather", any_of(RAIN, not_(WIND))),
    element(HERE / "1", "load", not_(all_of(among(LOADS, "tin", "corn"), AtMost(CARTS, 2)))),
    element(HERE / "2", "way", all_of(among(ROAD, "low", "high")), also=(HERE,), mend="Take a road."),
    AtMost(DAY, date(2024, 1, 2)),
    any_of(Constant(Truth.YES), Constant(Truth.NO), Constant(Truth.OPEN)),
)


def test_tree_is_said_line_by_line() -> None:
    assert list(say(TREE)) == [
        (0, "all of these:"),
        (1, "(a) weather"),
        (2, "at least one of these:"),
        (3, "it rains"),
        (3, "no wind blows"),
        (1, "(a)(1) load"),
        (2, "none of what follows:"),
        (3, "all of these:"),
        (4, "loads include corn or tin"),
        (4, "carts is at most 2"),
        (1, "(a)(2) way"),
        (2, "the road is high or low"),
        (1, "the day is at most 2024-01-02"),
        (1, "at least one of these:"),
        (2, "always"),
        (2, "never"),
        (2, "open for good"),
    ]


def test_plain_form_holds_all_that_a_node_states() -> None:
    told = plain(TREE)
    assert told["all"][0] == {  # type: ignore[index]
        "element": "/us/usc/t1/s1/a",
        "label": "weather",
        "body": {"any": [{"holds": "sky.rain"}, {"not": {"holds": "sky.wind"}}]},
        "also": [],
        "mend": "",
    }
    assert told["all"][2]["also"] == ["/us/usc/t1/s1/a"]  # type: ignore[index]
    assert told["all"][2]["mend"] == "Take a road."  # type: ignore[index]
    assert told["all"][3] == {"at_most": "way.day", "bound": "2024-01-02"}  # type: ignore[index]
    assert plain(Meets(LOADS, frozenset({"tin", "corn"}))) == {
        "meets": "way.loads",
        "values": ["corn", "tin"],
    }
    assert plain(among(ROAD, "low")) == {"is_in": "way.road", "values": ["low"]}
    assert plain(Constant(Truth.OPEN)) == {"constant": "open"}


def test_plain_fact_tells_who_answers_and_what() -> None:
    assert plain_fact(FOUND) == {
        "name": "finding.safe",
        "question": "Is it safe?",
        "owner": "official",
        "kind": "finding",
        "domain": "flag",
        "values": [],
        "cite": "/us/usc/t1/s1/a",
    }
    assert plain_fact(ROAD) == {
        "name": "way.road",
        "question": "By which road?",
        "owner": "custodian",
        "kind": "fact",
        "domain": "choice",
        "values": ["high", "low", "none"],
        "cite": None,
    }


def test_reasons_are_clauses_of_the_deciding_facts() -> None:
    told = explain(TREE, {WIND.name: False, LOADS.name: frozenset({"tin"}), CARTS.name: 3, ROAD.name: "mid"})
    assert [proof.why for proof in told.elements] == [
        "no wind blows",
        "carts: 3",
        "not known: By which road? (the answer given is not in the vocabulary)",
    ]


def test_all_that_fails_is_told_and_one_that_suffices() -> None:
    both_fail = element(HERE, "both", all_of(RAIN, WIND))
    either = element(HERE, "either", any_of(RAIN, WIND))
    no = explain(both_fail, {RAIN.name: False, WIND.name: False})
    yes = explain(either, {RAIN.name: True, WIND.name: True})
    unknown = explain(both_fail, {RAIN.name: True})
    assert no.elements[0].why == "it does not rain; no wind blows"
    assert yes.elements[0].why == "it rains"
    assert unknown.elements[0].why == "not known: Is there wind?"


def test_an_element_that_rests_on_nothing_says_so() -> None:
    assert explain(element(HERE, "always", Constant(Truth.YES)), {}).elements[0].why == "always so"


def test_a_reason_given_twice_is_told_once() -> None:
    assert explain(element(HERE, "rain", all_of(RAIN, RAIN)), {RAIN.name: True}).elements[0].why == "it rains"


def test_values_are_printed_as_a_person_reads_them() -> None:
    printed = [
        print_value(value)
        for value in (True, False, "high", 3, date(2024, 1, 2), frozenset({"b", "a"}), frozenset())
    ]
    assert printed == ["yes", "no", "high", "3", "2024-01-02", "a, b", "none"]  # fmt: skip


def test_open_question_tells_what_each_answer_would_do() -> None:
    told = explain(all_of(RAIN, not_(FOUND)), {RAIN.name: True})
    assert [(question.fact, question.settles) for question in told.open] == [
        (FOUND, ((True, Truth.NO), (False, Truth.YES)))
    ]
    assert told.smallest == ({FOUND.name: frozenset({False})}, {FOUND.name: frozenset({True})})
    assert told.to_yes == ({FOUND.name: frozenset({False})},)
