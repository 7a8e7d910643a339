"""What the server calls for each request."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any, Final

from django.core.wsgi import get_wsgi_application

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]

_ENCODING: Final = "charset"


def read_plainly(application: Application) -> Application:
    """The same application, with every word read as UTF-8, whatever a request says of itself.

    Django reads the address, too, in the encoding that a request's body claims, and some that Python knows are none
    for text: such a request would end in a fault before any of our own code sees it. So would a length that is no
    number; it counts as nought.
    """

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        kind, *more = environ.get("CONTENT_TYPE", "").split(";")
        kept = [one for one in more if not one.strip().lower().startswith(_ENCODING)]
        length = environ.get("CONTENT_LENGTH") or "0"
        plain = {
            "CONTENT_TYPE": ";".join([kind, *kept]),
            "CONTENT_LENGTH": length if length.isascii() and length.isdigit() and len(length) < 20 else "0",
        }
        return application(environ | plain, start)

    return answer


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgate.settings")
application = read_plainly(get_wsgi_application())
