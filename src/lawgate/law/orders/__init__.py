"""Orders of courts, a file each."""

from typing import Final

from lawgate.law.order import Order
from lawgate.law.orders import o1, o2, o3, o4, o5, o6, o7, o8

ORDERS: Final[tuple[Order, ...]] = tuple(module.ORDER for module in (o1, o2, o3, o4, o5, o6, o7, o8))
