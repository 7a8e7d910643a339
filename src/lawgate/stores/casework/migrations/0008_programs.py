"""Keys of programs of agencies, what they signed and used, and what they were answered."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0007_guards'),
    ]

    operations = [
        migrations.CreateModel(
            name='SpentAssertion',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('lapses_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name='ClientKey',
            fields=[
                ('digest', models.CharField(max_length=43, primary_key=True, serialize=False)),
                ('key', models.JSONField()),
                ('registered_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='client_keys', to='casework.official')),
            ],
        ),
        migrations.CreateModel(
            name='Answered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=64)),
                ('asked', models.CharField(max_length=64)),
                ('answer', models.JSONField(null=True)),
                ('answered_at', models.DateTimeField(db_index=True)),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.official')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('official', 'key'), name='answered_once')],
            },
        ),
    ]
