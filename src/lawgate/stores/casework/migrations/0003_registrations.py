"""Each package with the registration of the key that it was sealed to, and the guards that keep it."""

from django.db import migrations, models

from lawgate.stores.casework.guards import put_guards, remove_guards


def put(_apps, editor):
    """Put the guards as they are now."""
    put_guards(editor)


def remove(_apps, editor):
    """Take them away."""
    remove_guards(editor)


class Migration(migrations.Migration):
    """After the guards as they were, which would hold back a change of their tables."""

    dependencies = [("casework", "0002_guards")]
    operations = [
        migrations.RunPython(remove, put),
        migrations.AddField(model_name="package", name="registration", field=models.TextField(null=True)),
        migrations.RunPython(put, remove),
    ]
