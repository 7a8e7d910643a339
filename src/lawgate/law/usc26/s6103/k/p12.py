"""26 U.S.C. 6103(k)(12): what a private collector may say of himself and of his errand."""

from lawgate.kernel.expr import element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import for_purpose, listed, reaches

HERE = S6103 / "k/12"

under_contract = flag(
    "collector.under_contract",
    "Does the one who discloses provide services under a qualified tax collection contract of section 6306?",
    says="the one who discloses provides services under a qualified tax collection contract",
    denies="the one who discloses provides no services under a qualified tax collection contract",
    owner=Owner.REQUESTER,
)
person_identified_himself = flag(
    "collector.person_identified_himself",
    "Has the person spoken to identified himself as having the name of the taxpayer?",
    says="the person spoken to identified himself as having the taxpayer's name",
    denies="the person spoken to did not identify himself as having the taxpayer's name",
    owner=Owner.REQUESTER,
)

CONTACT = Provision(
    cite=HERE,
    heading="Who the collector is, and the nature, subject and reason of the contact",
    duty=Duty.MAY,
    request=(for_purpose(HERE, "to contact a taxpayer on a tax receivable", "contact_taxpayer"),),
    requires=(
        element(HERE, "he provides services under a qualified tax collection contract", under_contract),
        element(
            HERE,
            "the person spoken to identified himself as having the taxpayer's name",
            person_identified_himself,
        ),
    ),
    covers=(
        PERSON_NAMED,
        listed(
            HERE,
            "the collector's business name, or the nature, subject or reason of the contact",
            *("irs.collection_contact.contractor", "irs.collection_contact.reason"),
        ),
        reaches(HERE, "the Secretary approved the situation and the conditions"),
    ),
    limits=(Limit(HERE, "Only in the situations and on the conditions that the Secretary approved."),),
)

ENTRIES = entries(HERE, rule=".")
