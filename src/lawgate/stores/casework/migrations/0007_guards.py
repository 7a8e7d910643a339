"""The guards anew: on the days of a role, the hour of a review, and whoever asks them about tables of his own."""

from django.db import migrations

from lawgate.stores.casework.guards import put_guards


def put(_apps, editor):
    """Put the guards as they are now."""
    put_guards(editor)


class Migration(migrations.Migration):
    """After the guards as they were."""

    dependencies = [("casework", "0006_desk")]
    operations = [migrations.RunPython(put, migrations.RunPython.noop)]
