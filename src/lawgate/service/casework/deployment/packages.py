"""The sealer of a deployment: HPKE to the recipient's registered key, with letter, limits and proof."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.casework.release import Disclosed
from lawgate.errors import InputError
from lawgate.handover.package import Binding
from lawgate.handover.payload import Payload, Row, UseLimit
from lawgate.handover.recipient import parse_recipient
from lawgate.handover.statement import Stated
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.fields import commitments
from lawgate.ledger.keys import Profile, Signer
from lawgate.ledger.tiles import Reader
from lawgate.ledger.trust import Trust
from lawgate.present.letters.letter import Disclosed as LetterLine
from lawgate.present.letters.letter import Heading, Point, grant_letter
from lawgate.service.casework.deployment.packages_sent import check_receipt
from lawgate.service.casework.sealing import Entered, Sealed, ToSeal
from lawgate.service.handover.sealing import PreparedRelease, ReleaseKeys, hand_over, prepare_release


@dataclass(frozen=True, slots=True)
class HpkeSealer:
    """Signs releases by the agency's key and seals them; `origin` is the ledger's name, `office` who writes."""

    origin: str
    agency: Signer
    office: str
    address: tuple[str, ...] = ()
    synthetic: bool = True
    profile: Profile = Profile.OPEN

    def prepare(self, asked: ToSeal) -> Sealed:
        """Seal a release before its entry is written; InputError where the recipient's key is none."""
        recipient = parse_recipient(asked.key.encode(), where=asked.agency)
        limits = tuple(dict.fromkeys(limit for one in asked.release.items for limit in one.limits))
        payload = Payload(
            origin=self.origin,
            case=asked.case,
            sequence=asked.sequence,
            request=asked.request,
            day=asked.release.released_at.date(),
            corpus=asked.release.proposal.corpus,
            recipient=recipient.id,
            people=tuple(asked.account["recipients"]),
            rows=tuple(
                Row(
                    asked.ref,
                    one.item,
                    one.period,
                    str(one.value),
                    str(one.pathway),
                    tuple(map(str, one.cites)),
                    tuple(limits.index(limit) for limit in one.limits),
                )
                for one in asked.release.items
            ),
            limits=tuple(UseLimit(str(one.cite), one.cite.text, one.says) for one in limits),
        )
        prepared = prepare_release(
            payload,
            account=asked.account,
            rows_asked=asked.rows_asked,
            letter=self._letter(asked, tuple(Point(one.cite.text, one.says) for one in limits)),
            keys=ReleaseKeys(asked.secrets, self.agency, recipient, self.profile),
            cites=asked.cites,
        )
        return Sealed(prepared.fields, prepared.sealed)

    def hand_over(self, entered: Entered, *, ledger: Reader, signed: SignedCheckpoint, trust: Trust) -> bytes:
        """The package's file; NotAccountedError where its entry cannot be proved."""
        entry = entered.entry
        claim = next(one.value for one in entered.fields if one.name == "package")
        binding = Binding(self.origin, entry.case, entry.sequence, entry.corpus, claim["recipient"])
        prepared = PreparedRelease(
            entry, entered.fields, binding, commitments(entered.fields), entered.sealed
        )
        return hand_over(prepared, ledger=ledger, index=entered.index, signed=signed, trust=trust)

    def check_receipt(
        self, receipt: bytes, *, key: str, package: str, what: Stated = Stated.RECEIVED
    ) -> None:
        """InputError unless the recipient of this registration signed this statement of this package."""
        stated = check_receipt(receipt, registration=key.encode(), package=package)
        if stated.what is not what:
            raise InputError(
                f"this does not say that it was {what.value}", mend="return the statement that says so"
            )

    def _letter(self, asked: ToSeal, limits: tuple[Point, ...]) -> bytes:
        heading = Heading(
            agency=self.office,
            address=self.address,
            to=(asked.agency,),
            case=asked.case,
            request=asked.request,
            day=asked.release.released_at.date(),
            synthetic=self.synthetic,
        )
        return grant_letter(
            heading,
            disclosed=[_told(asked.release.items, name) for name in _names(asked.release.items)],
            limits=limits,
            corpus=asked.release.proposal.corpus,
        )


def _names(items: tuple[Disclosed, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.item for one in items))


def _told(items: tuple[Disclosed, ...], name: str) -> LetterLine:
    """One kind of item with all its periods; no value and nobody's name is in a letter."""
    of_kind = [one for one in items if one.item == name]
    periods = tuple(dict.fromkeys(one.period for one in of_kind if one.period))
    return LetterLine(name, periods, of_kind[0].pathway.text)
