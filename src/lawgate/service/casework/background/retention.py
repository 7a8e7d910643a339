"""What is destroyed when its time is over: values released and words asked, never the account of them."""

from __future__ import annotations

from lawgate.service.casework.desk import Desk
from lawgate.stores.casework import retention as rows
from lawgate.stores.log import say


def destroy_payloads(desk: Desk, *, days: int) -> int:
    """Destroy the payloads, with their secrets, of events so many days ago; how many.

    Nobody can open those fields any more; the account, which is permanent, and every proof about it still hold. The
    packages go with them; what still waits to be handed over or collected is kept.
    """
    destroyed = rows.destroy_payloads(desk.now(), days)
    if destroyed:
        say("payloads_destroyed", size=destroyed)
    return destroyed
