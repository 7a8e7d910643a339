"""How often was asked, by a digest of who asks."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0008_programs'),
    ]

    operations = [
        migrations.CreateModel(
            name='Paced',
            fields=[
                ('digest', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('whole_at', models.BigIntegerField(db_index=True)),
            ],
        ),
    ]
