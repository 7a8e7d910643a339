"""Whom an agency asked about, by keyed digests."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0003_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='AskedAbout',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=120)),
                ('person', models.CharField(max_length=64)),
                ('asked_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'indexes': [models.Index(fields=['agency', 'person', 'asked_at'], name='asked_about')],
            },
        ),
    ]
