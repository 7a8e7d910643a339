"""Cases in the database: tables, the guards that no program can pass by, and the one way to write."""
