"""The guards anew: whoever prepared a case once is kept apart from its later acts."""

from django.db import migrations

from lawgate.stores.casework.guards import put_guards, remove_guards


def put(_apps, editor):
    """Put the guards as they are now."""
    put_guards(editor)


def remove(_apps, editor):
    """Take them away."""
    remove_guards(editor)


class Migration(migrations.Migration):
    """After the guards as they were."""

    dependencies = [("casework", "0002_guards")]
    operations = [migrations.RunPython(put, remove)]
