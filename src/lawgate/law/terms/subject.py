"""Questions about what the request says of one subject; the gate reads the answers from its words."""

from lawgate.kernel.fact import Owner, choice, count, flag

ADDRESS_FORMS = ("adequate", "inadequate", "needs_human", "not_stated")

names_taxpayer = flag(
    "subject.names_taxpayer",
    "Does the request set forth the taxpayer's name?",
    says="a name is set forth",
    denies="no name is set forth, or only a placeholder",
    owner=Owner.CUSTODIAN,
)
address_form = choice(
    "subject.address_form",
    "Is what the request gives as the taxpayer's address an address on its face?",
    says="the form of the address given",
    owner=Owner.CUSTODIAN,
    values=ADDRESS_FORMS,
)
address_like_zip = flag(
    "subject.address_like_zip",
    "Does what is given as the address hold a number like a ZIP Code?",
    says="a number like a ZIP Code stands in the address given",
    denies="no number like a ZIP Code stands in the address given",
    owner=Owner.CUSTODIAN,
)
states_periods = flag(
    "subject.states_periods",
    "Does the request set forth the taxable period or periods?",
    says="taxable periods are set forth",
    denies="no taxable period is set forth",
    owner=Owner.CUSTODIAN,
)
says_of_periods = flag(
    "subject.says_of_periods",
    "Does the request say anything of taxable periods?",
    says="something is said of taxable periods",
    denies="nothing is said of taxable periods",
    owner=Owner.CUSTODIAN,
)
earliest_year = count(
    "subject.earliest_year",
    "In which year does the earliest of the taxable periods stated begin?",
    says="the earliest year stated",
    owner=Owner.CUSTODIAN,
)
is_individual = flag(
    "subject.is_individual",
    "Is the person named an individual?",
    says="the person named is an individual",
    denies="the person named is not an individual",
    owner=Owner.CUSTODIAN,
)
