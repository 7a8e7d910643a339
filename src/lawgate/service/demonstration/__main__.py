"""Lays a demonstration down in a process of its own: `python -m lawgate.service.demonstration` prints who can sign in.

The process that serves starts others as copies of itself, and the threads of the table engine do not outlive that; so
it must not have used it.
"""

from __future__ import annotations

import json
import sys

from lawgate.service.demonstration.prepared import prepare

sys.stdout.write(json.dumps(prepare()))
