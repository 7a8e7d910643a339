"""Audits and large requests of a deployment: each a folder that is worked on apart, and looked at as a record is."""
