"""The road of a case from its request to the receipt, and what turns it aside."""

from tests.service.casework.office import Office, done

from lawgate.casework.words import State
from lawgate.service.casework import delivery


def test_a_case_goes_from_request_to_receipt(office: Office) -> None:
    case = office.delivered()
    assert office.case(case).state is State.DELIVERED
    package = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(package, bytes)
    assert package.startswith(b"c2sp.org/tlog-proof@v1")
    assert done(delivery.confirm(office.desk, case, by="agent", receipt=b"{}")).state is State.RECEIPTED
    assert done(delivery.close(office.desk, case, by="releaser")).state is State.CLOSED
