"""The law for people and programs: shown, compared, proved, checked against its text, and its readings adopted."""
