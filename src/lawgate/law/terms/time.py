"""The day whose law decides, for paragraphs that end or begin on a day."""

from lawgate.kernel.fact import Domain, Fact, Owner

as_of = Fact(
    "time.as_of", "On which day is this decided?", "the day of decision", Owner.CUSTODIAN, Domain.DAY
)
