"""Cases, a use case a function: load, ask the pure floors, and write the change with its entry or not at all."""

from lawgate.stores.database import ready

ready()
