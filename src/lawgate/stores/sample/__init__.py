"""Synthetic records and requests with truth, of any size, the same for the same seed."""

from lawgate.stores.sample.write import (
    SEED_DEFAULT,
    SUBJECTS_DEFAULT,
    TAXPAYERS_DEFAULT,
    SampleSummary,
    write_sample,
)

__all__ = ["SEED_DEFAULT", "SUBJECTS_DEFAULT", "TAXPAYERS_DEFAULT", "SampleSummary", "write_sample"]
