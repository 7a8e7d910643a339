"""The questions that the law asks, a module for each thing asked about."""

from lawgate.law.terms import (
    finding,
    item,
    matter,
    order,
    person,
    recipients,
    removal,
    request,
    subject,
    time,
)

MODULES = (request, matter, recipients, subject, removal, order, person, item, time, finding)
