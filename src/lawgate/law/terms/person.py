"""Questions about the person whom the request turned out to name on the custodian's file."""

from lawgate.kernel.fact import Owner, choice, flag

on_file = choice(
    "person.on_file",
    "How many persons on file are the one whom the request names?",
    says="persons on file whom the request names",
    owner=Owner.CUSTODIAN,
    values=("one", "none", "several", "review"),
)
address_held = choice(
    "person.address_held",
    "Does the address given agree with one held for that person?",
    says="agreement with an address held",
    owner=Owner.CUSTODIAN,
    values=("current", "earlier", "none"),
)
tin_agrees = flag(
    "person.tin_agrees",
    "Does the TIN given agree with the one held for that person?",
    says="the TIN given is the one held",
    denies="the TIN given is not the one held, or none is given",
    owner=Owner.CUSTODIAN,
)
