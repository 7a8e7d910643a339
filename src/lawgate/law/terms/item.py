"""Questions about one row of the records; the custodian answers them."""

from lawgate.kernel.fact import Owner, choice, count, flag
from lawgate.records.items import CATALOGUE, IDENTITY_FIELDS, NOT_IDENTITY
from lawgate.records.provenance import DOCUMENTS, FURNISHED_BY

name = choice(
    "item.name",
    "Which item of the catalogue is it?",
    says="the item",
    owner=Owner.CUSTODIAN,
    values=tuple(CATALOGUE),
)
held = flag(
    "item.held",
    "Does the custodian hold the item?",
    says="the item is held",
    denies="not held",
    owner=Owner.CUSTODIAN,
)
furnished_by = choice(
    "item.furnished_by",
    "Who furnished the item to the Secretary?",
    says="furnished by",
    owner=Owner.CUSTODIAN,
    values=FURNISHED_BY,
)
document = choice(
    "item.document",
    "In which kind of document does the item stand?",
    says="document",
    owner=Owner.CUSTODIAN,
    values=DOCUMENTS,
)
identity_field = choice(
    "item.identity_field",
    "Which field of a taxpayer's identity is the item?",
    says="field of identity",
    owner=Owner.CUSTODIAN,
    values=(*IDENTITY_FIELDS, NOT_IDENTITY),
)
of_named_taxpayer = flag(
    "item.of_named_taxpayer",
    "Does the item relate to the taxpayer whom the request names?",
    says="the item relates to the taxpayer named",
    denies="the item relates to another person than the one named",
    owner=Owner.CUSTODIAN,
)
of_stated_period = flag(
    "item.of_stated_period",
    "Does the item relate to a taxable period that the request states?",
    says="the item relates to a stated period",
    denies="the item relates to no stated period",
    owner=Owner.CUSTODIAN,
)
years_past = count(
    "item.years_past",
    "How many years before the year of the decision does the period of the item end?",
    says="the years since the period of the item",
    owner=Owner.CUSTODIAN,
)
