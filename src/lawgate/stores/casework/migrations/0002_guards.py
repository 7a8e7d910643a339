"""The guards: what the database refuses, whoever writes."""

from django.db import migrations

from lawgate.stores.casework.guards import put_guards, remove_guards


def put(_apps, editor):
    """Put the guards."""
    put_guards(editor)


def remove(_apps, editor):
    """Take them away."""
    remove_guards(editor)


class Migration(migrations.Migration):
    """After the tables."""

    dependencies = [("casework", "0001_tables")]
    operations = [migrations.RunPython(put, remove)]
