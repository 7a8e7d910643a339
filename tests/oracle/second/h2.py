"""26 U.S.C. 6103(h)(2) with (h)(3): the Department of Justice in tax matters, read a second time."""

from __future__ import annotations

from tests.oracle.second.answers import Answers
from tests.oracle.second.paragraph import Same
from tests.oracle.second.questions import (
    NO_WAGERING,
    PERSON,
    SAFEGUARDED,
    SAME_PERSON,
    SAME_SAFEGUARDS,
    SAME_WAGERING,
    SAME_WRITING,
    WRITING,
    OfQuestions,
    every,
    is_so,
    one_among,
    rule,
    some,
)

IN_TAX_MATTERS = (
    rule("TAX", "h/2", is_so("matter.tax_administration")),
    rule("JUSTICE", "h/2", is_so("recipients.of_justice")),
    rule("ENGAGED", "h/2", is_so("recipients.personally_and_directly_engaged")),
    rule("PROCEEDING", "h/2", one_among("matter.stage", "preparation", "investigation", "grand_jury")),
    PERSON,
    rule(
        "RELATED", "h/2",
        some(is_so("finding.justice_party"), is_so("finding.justice_item"), is_so("finding.justice_transaction")),
    ),
    NO_WAGERING,
    SAFEGUARDED,
)  # fmt: skip
"""(h)(2): the matter, those who receive, the proceeding, and (A), (B) or (C)."""

ON_REQUEST = (
    *IN_TAX_MATTERS,
    WRITING,
    rule(
        "ASKER", "h/3/B",
        every(
            is_so("request.of_justice"),
            one_among("request.office", "attorney_general", "deputy_attorney_general", "assistant_attorney_general"),
        ),
    ),
    rule("NAMED", "h/3/B", is_so("subject.names_taxpayer")),
    rule("NEED", "h/3/B", every(is_so("request.states_reasons"), is_so("finding.justice_need"))),
)  # fmt: skip
"""Neither the Associate Attorney General nor a United States attorney is among those who ask."""

ON_OWN_MOTION = (
    *IN_TAX_MATTERS,
    rule(
        "CASE", "h/3/A", one_among("justice.case", "referred_by_secretary", "proceeding_under_chapter_76_b")
    ),
    rule("DECIDED", "h/3/A", is_so("finding.decided_h_3_a")),
)

SAME = (
    Same("TAX", "the matter involves tax administration"),
    Same("JUSTICE", "the recipients are officers or employees of the Department of Justice"),
    Same("ENGAGED", "the recipients are personally and directly engaged"),
    Same(
        "PROCEEDING", "a proceeding is before a grand jury or prepared, or an investigation may result in one"
    ),
    SAME_PERSON,
    Same(
        "RELATED",
        "the taxpayer is a party, or an item of the return, or a transaction with a party, bears on an issue",
    ),
    SAME_WAGERING,
    SAME_SAFEGUARDS,
)

IN_A_CASE: Answers = {
    "matter.tax_administration": True,
    "matter.stage": "grand_jury",
    "recipients.of_justice": True,
    "recipients.personally_and_directly_engaged": True,
    "finding.justice_party": False,
    "finding.justice_item": False,
    "finding.justice_transaction": True,
    "item.name": "irs.workpaper.page",
}
ASKED_FOR: Answers = {
    **IN_A_CASE,
    "request.in_writing": True,
    "request.of_justice": True,
    "request.office": "assistant_attorney_general",
    "request.states_reasons": True,
    "subject.names_taxpayer": True,
    "finding.justice_need": True,
}
REFERRED: Answers = {
    **IN_A_CASE, "justice.case": "referred_by_secretary", "finding.decided_h_3_a": True,
}  # fmt: skip

PARAGRAPHS = (
    OfQuestions(
        "h/2", ON_REQUEST,
        (
            *SAME, SAME_WRITING,
            Same("ASKER", "the Attorney General, the Deputy or an Assistant Attorney General makes the request"),
            Same("NAMED", "the request names the person"),
            Same("NEED", "the request sets forth the need for the disclosure"),
            Same("", "the item is on file and relates to the person named"),
        ),
        frozenset(), (ASKED_FOR,), lambda case: {},
    ),
    OfQuestions(
        "h/3/A", ON_OWN_MOTION,
        (
            *SAME,
            Same("CASE", "the Secretary referred the case, or subchapter B of chapter 76 authorises the proceeding"),
            Same("DECIDED", "an official with delegated authority decided to disclose"),
            Same("", "the item is a return or return information on file"),
        ),
        frozenset(), (REFERRED,), lambda case: {},
    ),
)  # fmt: skip
