"""Questions about what the request says of one subject; the gate reads the answers from its words."""

from lawgate.kernel.fact import Owner, choice, flag

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
states_periods = flag(
    "subject.states_periods",
    "Does the request set forth the taxable period or periods?",
    says="taxable periods are set forth",
    denies="no taxable period is set forth",
    owner=Owner.CUSTODIAN,
)
is_individual = flag(
    "subject.is_individual",
    "Is the person named an individual?",
    says="the person named is an individual",
    denies="the person named is not an individual",
    owner=Owner.CUSTODIAN,
)
