"""Who is named, for a table of subjects: matched, calibrated, and reviewed by people."""
