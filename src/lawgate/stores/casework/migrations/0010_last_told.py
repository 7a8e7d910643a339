"""What agencies were last told of their cases, for programs that ask what changed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0009_paces'),
    ]

    operations = [
        migrations.CreateModel(
            name='Feed',
            fields=[
                ('agency', models.CharField(max_length=120, primary_key=True, serialize=False)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('looked_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='LastTold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=120)),
                ('told', models.CharField(max_length=20)),
                ('submission', models.BigIntegerField()),
                ('place', models.PositiveBigIntegerField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency', 'case'), name='last_told_case'), models.UniqueConstraint(fields=('agency', 'place'), name='last_told_place')],
            },
        ),
    ]
