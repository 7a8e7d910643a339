"""26 U.S.C. 6103(i): for what the recipients may use what they received, and to whom they may pass it on.

Each rule stands at the address of the sentence that says it. Evidence in a proceeding is (i)(4).
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.terms import finding, matter, recipients, use
from lawgate.law.usc26.s6103.i.p1 import BUREAU_HEADS, HEADS_IN_DOUBT
from lawgate.law.use import Use

HERE = S6103 / "i"

PROCEEDINGS_TOO = (*use.OWN_WORK, "criminal_proceeding", "civil_forfeiture", "other_civil")
"""(1)(C)(ii) and (7)(C)(i): a proceeding, of whatever kind, on that very child or incident."""

AND_THE_COURT = ("nobody", "court")
WITHIN_THE_OFFICE = ("nobody", "own_agency")
"""(8)(A): other officers of the Office whose duties require it."""

HEADS = ("agency_head", "attorney_general", *BUREAU_HEADS)
"""Those who head an agency that (i) calls a law enforcement agency, or a whole department."""


def _work(cite: Cite, what: str) -> Element:
    return element(cite, f"the item is used only for {what}, by those who may have it", use.in_same_work)


def _kept(cite: Cite, *receivers: str) -> Element:
    return element(cite, "the item goes to nobody else", among(use.passed_to, *receivers))


def _head(cite: Cite, *delegates: str) -> Element:
    return element(
        cite,
        "the head of the agency passes it on" + (", or the head's designee" if delegates else ""),
        any_of(
            among(use.office, *HEADS, *delegates),
            all_of(among(use.office, *HEADS_IN_DOUBT), finding.signatory_listed),
        ),
        also=(S6103 / "b/9",),
    )


def _sole(
    cite: Cite,
    released: str,
    what: str,
    *,
    forums: tuple[str, ...] = use.OWN_WORK,
    kept_by: tuple[str, ...] = ("nobody",),
    spares: str = "",
) -> Use:
    """The recipients use it in the work for which it was released, and in nothing else."""
    return Use(
        cite=cite,
        heading=f"Use for {what}",
        reaches=(HERE / released,),
        forums=forums,
        requires=(_work(cite, what), _kept(cite, *kept_by)),
        spares=(HERE / spares,) if spares else (),
    )


def _passed_on_within(cite: Cite, released: str, what: str) -> Use:
    """The head of the agency passes it on to officers of the agency as necessary."""
    return Use(
        cite=cite,
        heading=f"Passing on within the agency, for {what}",
        reaches=(HERE / released,),
        forums=use.OWN_WORK,
        requires=(
            element(cite, "the item is passed on within the agency", among(use.passed_to, "own_agency")),
            _head(cite),
            element(cite, f"those officers need it for {what}", use.as_necessary),
        ),
    )


def _passed_on_to_team(
    cite: Cite,
    released: str,
    what: str,
    *,
    spares: str,
    delegates: tuple[str, ...] = (),
    only: tuple[Element, ...] = (),
) -> Use:
    """The head of the agency passes it on to State or local officers of the team."""
    return Use(
        cite=cite,
        heading=f"Passing on to State and local law enforcement agencies, for {what}",
        reaches=(HERE / released,),
        forums=use.OWN_WORK,
        requires=(
            element(
                cite,
                "the item is passed on to a State or local agency",
                among(use.passed_to, "state_or_local"),
            ),
            _head(cite, *delegates),
            element(
                cite,
                "the State or local law enforcement agency is part of a team with the Federal agency",
                all_of(recipients.state_or_local, recipients.on_team),
            ),
            element(cite, "its officers are personally and directly engaged", recipients.engaged),
            _work(cite, what),
            *only,
        ),
        spares=(HERE / spares,),
    )


MATTER = "the preparation, investigation or grand jury proceeding for which it was released"
CHILD = "the case of the missing or exploited child"
RESPONSE = "the response to or investigation of the terrorist incident, threat or activity"
EMERGENCY = "meeting the circumstances of which they were apprised"
AUDIT = "the audit for which it was opened"

CHILD_CASE = element(
    HERE / "1/C/i", "the investigation pertains to a missing or exploited child", matter.child_case
)

PASSING_ON = (
    _passed_on_to_team(HERE / "1/C/i", "1", CHILD, spares="1/C", delegates=("delegate",), only=(CHILD_CASE,)),
    _passed_on_within(HERE / "3/A/i", "3/A", "enforcing the law violated"),
    _passed_on_within(HERE / "3/C/i", "3/C/i", RESPONSE),
    _passed_on_to_team(HERE / "7/A/ii", "7/A", RESPONSE, spares="7/A/ii"),
    _passed_on_within(HERE / "7/D/ii/II", "7/D", RESPONSE),
)

OWN_USE = (
    _sole(HERE / "1/A", "1", MATTER, spares="1/C"),
    _sole(HERE / "1/C/ii", "1/C", CHILD, forums=PROCEEDINGS_TOO, kept_by=AND_THE_COURT),
    _sole(HERE / "2/A", "2", MATTER),
    _sole(HERE / "3/A/i", "3/A", "enforcing the law violated"),
    _sole(HERE / "3/B/i", "3/B/i", EMERGENCY),
    _sole(HERE / "3/B/ii", "3/B/ii", EMERGENCY),
    _sole(HERE / "3/C/i", "3/C/i", RESPONSE),
    _sole(HERE / "3/C/ii", "3/C/ii", "preparing an application under (i)(7)(D)"),
    _sole(HERE / "5/A", "5", "locating the individual"),
    _sole(HERE / "7/A/iv", "7/A", RESPONSE),
    _sole(HERE / "7/B/i", "7/B", "that investigation, collection or analysis"),
    _sole(HERE / "7/C/i", "7/C", RESPONSE, forums=PROCEEDINGS_TOO, kept_by=AND_THE_COURT),
    _sole(HERE / "7/D/ii/II", "7/D", RESPONSE),
    _sole(HERE / "8/A/i", "8/A/i", AUDIT, kept_by=WITHIN_THE_OFFICE),
    _sole(HERE / "8/A/ii", "8/A/ii", AUDIT, kept_by=WITHIN_THE_OFFICE),
    _sole(HERE / "8/B/iv", "8/B", AUDIT, kept_by=WITHIN_THE_OFFICE),
)
