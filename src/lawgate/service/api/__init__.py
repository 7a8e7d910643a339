"""What stands behind the API for agencies: who a program is, and each of its writes once."""
