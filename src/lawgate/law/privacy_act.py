"""Which disclosures a person does not find in his own accounting: 5 U.S.C. 552a(c)(3).

That paragraph opens the accounting to the person save for disclosures under 552a(b)(7), to an agency for a civil or
criminal law enforcement activity. That these paragraphs of 6103 are such disclosures is reasoning (certainty E), to
be looked at by counsel: they open return information to officers who enforce criminal law outside of title 26, or
who act against terrorism.
"""

from __future__ import annotations

from lawgate.cite import Cite
from lawgate.law.addresses import S6103

LAW_ENFORCEMENT = tuple(S6103 / step for step in ("i/1", "i/2", "i/3", "i/5", "i/7"))


def hidden_from_subject(cite: Cite) -> bool:
    """Whether a disclosure under this provision is kept from the person's own accounting by default."""
    return any(cite.within(one) for one in LAW_ENFORCEMENT)
