"""Questions of judgement: only an official answers them, under the provision named, in the findings file."""

from lawgate.cite import Cite
from lawgate.kernel.fact import Fact, Owner, flag
from lawgate.law.addresses import S6103


def judgement(name: str, cite: Cite, question: str, *, yes: str, no: str) -> Fact:
    """A question that only an official answers; `yes` and `no` say what he found."""
    return flag(
        f"finding.{name}",
        question,
        says=f"an official found that {yes}",
        denies=f"an official found that {no}",
        owner=Owner.OFFICIAL,
        cite=cite,
    )


person_named = judgement(
    "person_named",
    S6103 / "a",
    "Is the record proposed by the match that of the person whom the request names?",
    yes="the record proposed is that of the person named",
    no="the record proposed is not that of the person named",
)
signatory_listed = judgement(
    "signatory_listed",
    S6103 / "b/9",
    "Does the signatory, who acts in an office or heads a component, hold an office that the paragraph lists?",
    yes="the signatory holds a listed office",
    no="the signatory holds no listed office",
)
statute_criminal = judgement(
    "statute_criminal",
    S6103 / "i/1/A/i",
    "Is a statute designated that is not in the table a Federal criminal one without tax administration?",
    yes="the statute designated is a Federal criminal one, not of tax administration",
    no="the statute designated is not a Federal criminal one, or is one of tax administration",
)
order_judge_1 = judgement(
    "order_judge_1",
    S6103 / "i/1/A",
    "Did a Federal district court judge or magistrate judge grant the order?",
    yes="a Federal district court judge or magistrate judge granted the order",
    no="no Federal district court judge or magistrate judge granted the order",
)
order_authorised_1 = judgement(
    "order_authorised_1",
    S6103 / "i/1/B",
    "Did an official whom the paragraph lists authorise the application?",
    yes="a listed official authorised the application",
    no="no listed official authorised the application",
)
order_criminal_act = judgement(
    "order_criminal_act",
    S6103 / "i/1/B/i",
    "Did the court determine that there is reasonable cause to believe that a specific criminal act was committed?",
    yes="the court so determined on the criminal act",
    no="the court did not so determine on the criminal act",
)
order_relevance = judgement(
    "order_relevance",
    S6103 / "i/1/B/ii",
    "Did the court determine that the information is or may be relevant to the act?",
    yes="the court so determined on relevance",
    no="the court did not so determine on relevance",
)
order_use_and_source = judgement(
    "order_use_and_source",
    S6103 / "i/1/B/iii",
    "Did the court determine exclusive use, and that no other source can reasonably be had?",
    yes="the court so determined on use and other sources",
    no="the court did not so determine on use and other sources",
)
obtained_by_order = judgement(
    "obtained_by_order",
    S6103 / "i/1/C/i",
    "Was the information obtained under (i)(1)(A)?",
    yes="the information was obtained under (i)(1)(A)",
    no="the information was not obtained under (i)(1)(A)",
)
engaged_for_each = judgement(
    "engaged_for_each",
    S6103 / "i/2/A",
    "Are the recipients personally and directly engaged for each of so many subjects?",
    yes="the recipients are engaged for each of the subjects",
    no="the recipients cannot be engaged for each of the subjects",
)
address_of_taxpayer = judgement(
    "address_of_taxpayer",
    S6103 / "i/2/B/i",
    "Is what the request gives, though out of the common, the address of the taxpayer?",
    yes="what is given is the address of the taxpayer",
    no="what is given is not the address of the taxpayer",
)
statutory_authority = judgement(
    "statutory_authority",
    S6103 / "i/2/B/iii",
    "Is what the request sets forth, though it cites no statute, the statutory authority?",
    yes="what is set forth is the statutory authority",
    no="what is set forth is not a statutory authority",
)
reasons_specific = judgement(
    "reasons_specific",
    S6103 / "i/2/B/iv",
    "Are the reasons set forth specific to this subject and matter?",
    yes="the reasons are specific",
    no="the reasons are not specific",
)
order_judge_5 = judgement(
    "order_judge_5",
    S6103 / "i/5/A",
    "Did a Federal district court judge or magistrate judge grant the order to locate the individual?",
    yes="a Federal district court judge or magistrate judge granted the order",
    no="no Federal district court judge or magistrate judge granted the order",
)
order_authorised_5 = judgement(
    "order_authorised_5",
    S6103 / "i/5/B",
    "Did an official whom (i)(1)(B) lists authorise the application to locate the individual?",
    yes="a listed official authorised the application",
    no="no listed official authorised the application",
)
order_warrant = judgement(
    "order_warrant",
    S6103 / "i/5/B/i",
    "Did the court determine that a Federal felony warrant was issued for a fugitive from justice?",
    yes="the court so determined on the warrant",
    no="the court did not so determine on the warrant",
)
order_only_to_locate = judgement(
    "order_only_to_locate",
    S6103 / "i/5/B/ii",
    "Did the court determine that the information is sought only to locate the individual?",
    yes="the court so determined on the use",
    no="the court did not so determine on the use",
)
order_may_locate = judgement(
    "order_may_locate",
    S6103 / "i/5/B/iii",
    "Did the court determine that the information may help to locate the individual?",
    yes="the court so determined on the help to be had",
    no="the court did not so determine on the help to be had",
)
identifies_or_impairs = judgement(
    "identifies_or_impairs",
    S6103 / "i/6",
    "Would disclosure identify a confidential informant or seriously impair a civil or criminal tax investigation?",
    yes="disclosure would identify an informant or seriously impair an investigation",
    no="disclosure would neither identify an informant nor seriously impair an investigation",
)
certified_to_court = flag(
    "finding.certified_to_court",
    "Has that determination been certified to the court that granted the order?",
    says="the determination was certified to the court",
    denies="the determination was not certified to the court",
    owner=Owner.OFFICIAL,
    cite=S6103 / "i/6",
)
impairs_tax_administration = judgement(
    "impairs_tax_administration",
    S6103 / "b/4",
    "Would disclosure of the item seriously impair Federal tax administration?",
    yes="disclosure would seriously impair Federal tax administration",
    no="disclosure would not seriously impair Federal tax administration",
)
safeguards = judgement(
    "safeguards",
    S6103 / "p/4",
    "Does the recipient's agency meet the safeguards to the satisfaction of the Secretary?",
    yes="the agency's safeguards are satisfactory",
    no="the agency's safeguards are not satisfactory",
)
