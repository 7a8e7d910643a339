"""Cases by the day on which they are due, searches that officials keep, what recipients sign; the guards anew."""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models

from lawgate.casework.deadline import Deadline
from lawgate.stores.casework.guards import put_guards


def fill(apps, _editor):
    """The day on which each case is due, as its clock has it."""
    rows = apps.get_model("casework", "Case").objects
    for row in rows.iterator():
        stops = tuple((date.fromisoformat(start), date.fromisoformat(end)) for start, end in row.stops)
        due = Deadline(row.begun_on, row.days, stops, row.stopped_on).due_on
        rows.filter(pk=row.pk).update(due_on=due)


def put(_apps, editor):
    """The guards as they are now, with those of the new tables and of everybody who ever prepared a case."""
    put_guards(editor)


class Migration(migrations.Migration):
    """After the guards as they were."""

    dependencies = [("casework", "0005_registrations")]
    operations = [
        migrations.AddField("case", "due_on", models.DateField(db_index=True, null=True)),
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("sought", models.JSONField()),
                ("is_default", models.BooleanField(default=False)),
                (
                    "official",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="searches",
                        to="casework.official",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("official", "name"), name="search_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("official",),
                        name="search_default_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=20)),
                ("body", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="casework.case",
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to="casework.entry"),
                ),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(put, migrations.RunPython.noop),
    ]
