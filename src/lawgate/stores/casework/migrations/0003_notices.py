"""Notices: who is told of what."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0002_guards'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('notice', models.CharField(max_length=30)),
                ('to', models.CharField(max_length=30)),
                ('about', models.CharField(max_length=64)),
                ('mark', models.CharField(max_length=40)),
                ('made_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['to', '-id'], name='notice_to')],
                'constraints': [models.UniqueConstraint(fields=('notice', 'to', 'about', 'mark'), name='notice_once')],
            },
        ),
    ]
