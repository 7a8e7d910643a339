"""The questions that the law asks, a module for each thing asked about."""

from lawgate.law.terms import (
    apprisal,
    finding,
    item,
    matter,
    order,
    person,
    purpose,
    recipients,
    removal,
    request,
    subject,
    time,
    use,
)

MODULES = (
    request,
    purpose,
    apprisal,
    matter,
    recipients,
    subject,
    removal,
    order,
    person,
    item,
    time,
    use,
    finding,
)
