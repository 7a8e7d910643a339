"""What tells of persons rests encrypted from here on; what was written before is encrypted now. The guards anew.

A database that holds rows needs its key first (docs/keys.md): `lawgate keys database`.
"""

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from lawgate.stores.casework.encrypted_fields import EncryptedBytes, EncryptedJSON, EncryptedText
from lawgate.stores.casework.guards import put_guards, remove_guards
from lawgate.stores.casework.resting import BESIDE, decrypt_columns, encrypt_columns

BY_ENTRY, BY_PLACE = ("entry_id",), ("case_number", "sequence")
COLUMNS = (
    ("official", "name", models.CharField(max_length=200, null=True), EncryptedText, ("login",)),
    ("submission", "body", None, EncryptedBytes, ("agency", "request", "version")),
    ("signedmessage", "body", models.BinaryField(null=True), EncryptedBytes, ("submission_id",)),
    ("case", "defects", models.JSONField(default=list, null=True), EncryptedJSON, ("number",)),
    ("entry", "account", models.JSONField(null=True), EncryptedJSON, BY_PLACE),
    ("entry", "payload", None, EncryptedJSON, BY_PLACE),
    ("entry", "payload_secret", None, EncryptedBytes, BY_PLACE),
    ("finding", "note", models.TextField(blank=True, null=True), EncryptedText, BY_ENTRY),
    ("matchdecision", "reason", models.TextField(null=True), EncryptedText, BY_ENTRY),
    ("proposal", "document", models.JSONField(null=True), EncryptedJSON, ("case_id", "number")),
    ("objection", "reason", models.TextField(null=True), EncryptedText, BY_ENTRY),
)
"""Each with what it was where that could not be empty, what it is from here on, and what its row is known by."""
NAMES = [(model, column) for model, column, *_ in COLUMNS]


class Together(Operation):
    """Several operations none of which rests on another of them: the state of all tables is made once for them all."""

    reduces_to_sql = True

    def __init__(self, *operations):
        self.operations = operations

    def state_forwards(self, app_label, state):
        """Each in turn."""
        state.__dict__.pop("apps", None)  # made anew when it is asked for, and not after each of them
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        """Each in turn."""
        for one in self.operations:
            one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """Each in turn, the last first."""
        for one in reversed(self.operations):
            one.database_backwards(app_label, schema_editor, from_state, to_state)


class NameAlone(migrations.AlterField):
    """A column that may be empty for whoever goes back; the table is not made anew for it."""

    def database_forwards(self, *_):
        """Nothing."""

    database_backwards = database_forwards


def put(_apps, editor):
    """The guards as they are now."""
    put_guards(editor)


def remove(_apps, editor):
    """Without the guards, which would hold back a change of their rows."""
    remove_guards(editor)


def encrypt(apps, _editor):
    """Encrypt what was written before."""
    encrypt_columns(apps, NAMES)


def decrypt(apps, _editor):
    """Decrypt it again, for whoever goes back."""
    decrypt_columns(apps, NAMES)


class Migration(migrations.Migration):
    """After the messages that programs sign, with which the tables stood as they were."""

    dependencies = [("casework", "0011_signed_messages")]
    operations = [
        migrations.RunPython(remove, put),
        Together(
            migrations.CreateModel(
                "DataKey",
                fields=[
                    ("version", models.PositiveIntegerField(primary_key=True, serialize=False)),
                    ("mark", models.CharField(max_length=64)),
                    ("head", models.BinaryField(max_length=4)),
                ],
            ),
            *(NameAlone(model, column, was) for model, column, was, *_ in COLUMNS if was),
            *(
                migrations.AddField(model, column + BESIDE, now(row=row, null=True))
                for model, column, _, now, row in COLUMNS
            ),
        ),
        migrations.AddField(
            "entry", "subject_index", models.CharField(blank=True, db_index=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(encrypt, decrypt),
        Together(*(migrations.RemoveField(model, column) for model, column in NAMES)),
        Together(*(migrations.RenameField(model, column + BESIDE, column) for model, column in NAMES)),
        Together(
            *(migrations.AlterField(model, column, now(row=row)) for model, column, was, now, row in COLUMNS if was)
        ),
        migrations.RunPython(put, remove),
    ]  # fmt: skip
