"""What has to be true of a case before an act, whoever does it; who may do it stands in `permissions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lawgate.casework.case import Case
from lawgate.casework.release import check_release
from lawgate.casework.transitions import lines
from lawgate.casework.words import Act, Demand, Reason, Reasons, State

DECLINES_MAX: Final = 2
"""So many who decline send the case back: a third reviewer decides where one signed and one declined."""


def check_act(case: Case, act: Act, *, by: str) -> Reasons:
    """Why this act cannot happen to this case as it stands; nothing where it can. `by` is who would do it."""
    if not lines(case.state, act):
        return (
            Reason(
                "not_now", "“{act}” is not open to a case that is {state}", {"state": case.state, "act": act}
            ),
        )
    ask = _FURTHER.get(act)
    return ask(case, by) if ask else ()


def after(case: Case, act: Act) -> State:
    """Where the act leads: the one state, or by the approvals and objections that would stand then."""
    states = [one.after for one in lines(case.state, act)]
    if len(states) == 1:
        return states[0]
    if act is Act.SIGN:
        enough = case.proposal and len(case.standing_approvals) + 1 >= case.proposal.demand.approvals
        return State.APPROVED if enough else State.IN_REVIEW
    if act is Act.DECLINE:
        return State.DETERMINED if len(case.declined_by) + 1 >= DECLINES_MAX else State.IN_REVIEW
    raise ValueError(f"{act.value} leads to more than one state")


def check_see_reviews(case: Case, *, by: str) -> Reasons:
    """Why somebody may not see what others said of this proposal: the first two reviews are blind."""
    decided = {*case.declined_by, *(one.signer for one in case.standing_approvals)}
    if case.state is State.IN_REVIEW and by not in decided:
        return (Reason("blind", "what others said is shown once one has decided oneself"),)
    return ()


def _sign(case: Case, by: str) -> Reasons:
    if case.proposal is None:
        return (Reason("no_proposal", "nothing is proposed, or what was has become void"),)
    reasons = []
    if by in {one.signer for one in case.standing_approvals} or by in case.declined_by:
        reasons.append(Reason("decided_already", "one official decides once about one proposal"))
    if case.proposal.hypothetical:
        reasons.append(Reason("hypothetical", "a hypothetical determination can never become a release"))
    if not case.proposal.leaving:
        reasons.append(Reason("nothing_leaves", "no item says disclose"))
    return tuple(reasons)


def _decline(case: Case, by: str) -> Reasons:
    return tuple(one for one in _sign(case, by) if one.name not in {"hypothetical", "nothing_leaves"})


def _submit(case: Case, by: str) -> Reasons:
    if case.proposal is None:
        return (Reason("no_proposal", "nothing is proposed, or what was has become void"),)
    if case.proposal.hypothetical:
        return (Reason("hypothetical", "a hypothetical determination can never become a release"),)
    if by != case.proposal.prepared_by:
        return (Reason("not_the_preparer", "whoever prepared a proposal submits it"),)
    return ()


def _release(case: Case, _by: str) -> Reasons:
    if case.proposal is None:
        return (Reason("no_proposal", "nothing is proposed, or what was has become void"),)
    if case.release is not None:
        return (Reason("released_already", "a case is released once"),)
    return check_release(case.proposal, case.standing_approvals, preparers=case.preparers)


def _review_after(case: Case, by: str) -> Reasons:
    made = case.release
    if made is None or made.demand != Demand.ONE_THEN_REVIEW.value:
        return (Reason("no_emergency", "only a release in an emergency is reviewed afterwards"),)
    if made.reviewed_by:
        return (Reason("reviewed_already", "it was reviewed"),)
    if by == made.releaser or by in {one.signer for one in case.approvals if one.digest == made.digest}:
        return (Reason("not_a_second", "the review is that of a second official"),)
    return ()


def _determine(case: Case, by: str) -> Reasons:
    if case.preparer and by != case.preparer:
        return (Reason("not_the_preparer", "the case has another preparer"),)
    return ()


def _close(case: Case, _by: str) -> Reasons:
    made = case.release
    if made and made.demand == Demand.ONE_THEN_REVIEW.value and made.reviewed_by is None:
        return (Reason("review_open", "the release in an emergency was not reviewed yet"),)
    return () if case.state in {State.RECALLED, State.INCIDENT} else _hand_over(case, _by)


def _hand_over(case: Case, _by: str) -> Reasons:
    if case.release and case.release.disagrees:
        return (Reason("second_disagrees", "the second official does not agree: recall it"),)
    return ()


def _recall(case: Case, _by: str) -> Reasons:
    if case.release is None:
        return (Reason("never_left", "nothing of this case ever left"),)
    return ()


_FURTHER: Final[Mapping[Act, Callable[[Case, str], Reasons]]] = {
    Act.DETERMINE: _determine,
    Act.SUBMIT: _submit,
    Act.SIGN: _sign,
    Act.DECLINE: _decline,
    Act.RELEASE: _release,
    Act.REVIEW_AFTER: _review_after,
    Act.DELIVER: _hand_over,
    Act.FETCH: _hand_over,
    Act.RECALL: _recall,
    Act.REPORT_INCIDENT: _recall,
    Act.CLOSE: _close,
}
