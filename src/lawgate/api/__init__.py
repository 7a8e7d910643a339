"""The door for programs of agencies: JSON under `/api/v1`, no session, no cookie, no page."""
