"""recordlinkage with its expectation-conditional-maximisation classifier, as its guide shows it."""

from __future__ import annotations

import pandas as pd
import polars as pl
import recordlinkage

from bench.match.peers.splink_link import BLOCKS
from bench.match.peers.tables import COLUMNS, PAIRS, Tables

NAMES_CLOSE_MIN = 0.85


def ecm(tables: Tables) -> pl.DataFrame:
    """Pairs of the same blocks as Splink's, agreement yes or no for each field, and the probability of a match."""
    asked = tables.asked.select("request_id", *COLUMNS).to_pandas().set_index("request_id")
    held = tables.held.select("record_id", *COLUMNS).to_pandas().set_index("record_id")
    candidates = None
    for columns in BLOCKS:
        stated = asked.dropna(subset=list(columns)), held.dropna(subset=list(columns))
        found = recordlinkage.index.Block(left_on=list(columns)).index(*stated)
        candidates = found if candidates is None else candidates.union(found)
    agreement = _agreement(candidates, asked, held)
    classifier = recordlinkage.ECMClassifier()
    classifier.fit(agreement)
    chance = classifier.prob(agreement)
    table = pd.DataFrame({"score": chance.to_numpy()}, index=chance.index).reset_index()
    table.columns = list(PAIRS)
    return pl.from_pandas(table).cast(PAIRS)


def _agreement(candidates: pd.MultiIndex, asked: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    compared = recordlinkage.Compare()
    for name in ("given_name", "surname", "street_name"):
        compared.string(name, name, method="jarowinkler", threshold=NAMES_CLOSE_MIN, label=name)
    for name in ("middle_name", "date_of_birth", "street_number", "zip", "tin"):
        compared.exact(name, name, label=name)
    return compared.compute(candidates, asked, held)
