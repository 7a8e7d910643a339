"""Bodies of messages that were signed, where the request that is kept was made from one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0010_last_told'),
    ]

    operations = [
        migrations.CreateModel(
            name='SignedMessage',
            fields=[
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='message', serialize=False, to='casework.submission')),
                ('body', models.BinaryField()),
            ],
        ),
    ]
