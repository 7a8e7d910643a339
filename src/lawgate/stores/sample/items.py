"""The rows that the custodian of a sample holds about each taxpayer, each with its own source."""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.cast import CAST
from lawgate.stores.sample.draws import Dice, Slots
from lawgate.stores.sample.item_sources import GATES, SOURCES, YEARS, Source, Value, Who
from lawgate.stores.sample.names import EMBLEMS, FORMS, TRADES

ITEM_COLUMNS = ("taxpayer_id", "item", "period", "value", "furnished_by", "document")

_EMBLEMS, _TRADES, _FORMS = Slots.of(EMBLEMS), Slots.of(TRADES), Slots.of(FORMS)
_DEFECTIVE_SHARE = 0.002
_WITHOUT_SOURCE = [at for at, part in enumerate(CAST) if not part.source_recorded]
_AMOUNTS = {  # least amount, and how much may come on top; dollars
    Value.WAGES: (9_000, 140_000),
    Value.RECEIPTS: (500, 90_000),
    Value.INTEREST: (1, 4_000),
    Value.SHARE_OF_INCOME: (100, 60_000),
    Value.ASSESSMENT: (50, 12_000),
    Value.PENALTY: (10, 3_000),
}


def items(members: pl.DataFrame, dice: Dice) -> pl.DataFrame:
    """Every row held about these members, in the order of their numbers."""
    years = _years(members, dice)
    rows = [_from(source, at, years, dice) for at, source in enumerate(SOURCES)]
    return pl.concat(rows).sort("number", maintain_order=True).select(ITEM_COLUMNS)


def _years(members: pl.DataFrame, dice: Dice) -> pl.DataFrame:
    """A row for each member and year, with the draw of each gate; the cast passes every gate."""
    second = pl.col("files_jointly") & (pl.col("member") == 1)
    key = pl.col("year_key")
    gates = [
        pl.when("cast").then(0.0).otherwise(dice.fraction(f"gate {gate}", key)).alias(gate) for gate in GATES
    ]
    return (
        members.select(
            *("number", "taxpayer_id", "household", "key", "cast", "date_of_birth"),
            pl.col("is_entity").alias(Who.ENTITY),
            (~pl.col("is_entity")).alias(Who.PERSON),
            (~pl.col("is_entity") & ~second).alias(Who.FILER),
            second.alias(Who.SECOND),
            pl.col("files_jointly").alias(Who.JOINT),
        )
        .with_columns(year=pl.lit(list(YEARS), dtype=pl.List(pl.Int64)))
        .explode("year")
        .with_columns(year_key=pl.col("key") * 16 + pl.col("year") - YEARS[0])
        .with_columns(gates)
    )


def _from(source: Source, at: int, years: pl.DataFrame, dice: Dice) -> pl.DataFrame:
    """The rows of one source; in a few of them the custodian has lost who furnished it, or in what."""
    row_key = pl.col("year_key") * len(SOURCES) + at
    quarter = pl.lit("Q") + (1 + dice.below("quarter", row_key, 4)).cast(pl.String)
    year = pl.col("year").cast(pl.String)
    lost = pl.when("cast").then(1.0).otherwise(dice.fraction("lost", row_key))
    uncast = pl.col("household").is_in(_WITHOUT_SOURCE)
    return (
        years.filter(pl.col(source.who) & (pl.col(source.gate) < source.share))
        .with_columns(
            item=pl.lit(source.item),
            period=year + quarter if source.quarterly else year,
            furnished_by=pl.when(~uncast & (lost >= _DEFECTIVE_SHARE)).then(pl.lit(source.furnished_by)),
            document=pl.when((lost < _DEFECTIVE_SHARE) | (lost >= 2 * _DEFECTIVE_SHARE)).then(
                pl.lit(source.document)
            ),
        )
        .with_columns(value=_value(source, dice))
        .filter(pl.col("value").is_not_null())
        .select("number", *ITEM_COLUMNS)
    )


def _value(source: Source, dice: Dice) -> pl.Expr:
    """What the row says; the same person, year and kind give the same amount whoever furnished it."""
    key, year_key = pl.col("key"), pl.col("year_key")
    match source.value:
        case Value.EMPLOYER:
            parts = [slots.pick(dice.bits("employer", key)) for slots in (_EMBLEMS, _TRADES, _FORMS)]
            return pl.concat_str(parts, separator=" ")
        case Value.DEPENDENTS:
            return dice.below("dependents", key, 5).cast(pl.String)
        case Value.PHONE:
            # 555-0100 to 555-0199 are kept free for stories.
            return pl.lit("202-555-01") + dice.below("phone", key, 100).cast(pl.String).str.zfill(2)
        case Value.EMAIL:
            return pl.col("taxpayer_id").str.to_lowercase() + pl.lit("@example.org")
        case Value.BANK_ACCOUNT:
            return pl.lit("SAMPLE-") + dice.below("bank account", key, 10**9).cast(pl.String).str.zfill(9)
        case Value.BIRTHDAY:
            return pl.col("date_of_birth")
        case Value.FILING_STATUS:
            return pl.when(Who.JOINT).then(pl.lit("married filing jointly")).otherwise(pl.lit("single"))
        case Value.YES:
            return pl.lit("yes")
        case Value.PAGE:
            return pl.concat_str(
                pl.lit(f"{source.furnished_by} {source.document} "), "taxpayer_id", pl.lit(" "), "period"
            )
        case _:
            least, more = _AMOUNTS[source.value]
            # The spouse's income is another person's wages, so it is drawn apart.
            topic = source.item if source.who is Who.JOINT else source.value.value
            return (least + dice.below(f"amount {topic}", year_key, more)).cast(pl.String)
