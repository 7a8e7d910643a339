"""Letters and reports on paper: one template, string tables in English and Spanish, PDF/A-2a and PDF/UA-1."""
