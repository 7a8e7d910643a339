"""The outside contract: JSON and tables in, frozen values inside, JSON out."""
