"""The questions that the law asks, a module for each thing asked about."""

from lawgate.law.terms import finding, item, matter, order, person, recipients, request, subject

MODULES = (request, matter, recipients, subject, order, person, item, finding)
