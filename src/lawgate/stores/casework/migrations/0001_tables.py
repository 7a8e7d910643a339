"""The tables of casework, from nothing."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Agency',
            fields=[
                ('name', models.CharField(max_length=120, primary_key=True, serialize=False)),
                ('safeguards_satisfy', models.BooleanField(default=False)),
                ('reviewed_on', models.DateField(null=True)),
                ('valid_until', models.DateField(null=True)),
                ('key', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('number', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('ref', models.CharField(max_length=200)),
                ('agency', models.CharField(max_length=120)),
                ('request', models.CharField(max_length=200)),
                ('provision', models.CharField(blank=True, max_length=120)),
                ('state', models.CharField(max_length=20)),
                ('sequence', models.PositiveIntegerField()),
                ('defects', models.JSONField(default=list)),
                ('sealed', models.BooleanField(default=False)),
                ('begun_on', models.DateField()),
                ('days', models.PositiveIntegerField()),
                ('stops', models.JSONField(default=list)),
                ('stopped_on', models.DateField(null=True)),
                ('waiting_since', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Official',
            fields=[
                ('login', models.CharField(max_length=80, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=200)),
                ('agency', models.CharField(blank=True, max_length=120)),
                ('active', models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('case_number', models.CharField(db_index=True, max_length=64)),
                ('sequence', models.PositiveIntegerField()),
                ('kind', models.CharField(db_index=True, max_length=40)),
                ('act', models.CharField(max_length=20)),
                ('state_before', models.CharField(blank=True, max_length=20)),
                ('state_after', models.CharField(blank=True, max_length=20)),
                ('actor', models.CharField(max_length=80)),
                ('day', models.DateField()),
                ('happened_at', models.DateTimeField(db_index=True)),
                ('encoded', models.BinaryField()),
                ('commitments', models.BinaryField()),
                ('account', models.JSONField()),
                ('payload', models.JSONField(null=True)),
                ('payload_secret', models.BinaryField(null=True)),
                ('leaf', models.PositiveBigIntegerField(null=True, unique=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case_number', 'sequence'), name='entry_once')],
            },
        ),
        migrations.CreateModel(
            name='LedgerState',
            fields=[
                ('id', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('size', models.PositiveBigIntegerField()),
                ('entered_at', models.DateTimeField()),
                ('witnessed', models.BooleanField()),
                ('stopped', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='ledger_state_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Objection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('made_on', models.DateField()),
                ('declines', models.CharField(blank=True, max_length=64)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='casework.case')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casework.official')),
            ],
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cite', models.CharField(max_length=120)),
                ('answer', models.BooleanField()),
                ('items', models.JSONField(null=True)),
                ('office', models.CharField(max_length=60)),
                ('found_on', models.DateField()),
                ('certified_on', models.DateField(null=True)),
                ('note', models.TextField(blank=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='casework.case')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casework.official')),
            ],
        ),
        migrations.CreateModel(
            name='DocketCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('checked_on', models.DateField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casework.official')),
            ],
        ),
        migrations.AddField(
            model_name='case',
            name='assigned_to',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assigned', to='casework.official'),
        ),
        migrations.AddField(
            model_name='case',
            name='preparer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prepared', to='casework.official'),
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('request_digest', models.CharField(max_length=64)),
                ('determination_digest', models.CharField(max_length=64)),
                ('corpus', models.CharField(max_length=64)),
                ('record_root', models.CharField(max_length=64)),
                ('demand', models.CharField(max_length=20)),
                ('hypothetical', models.BooleanField()),
                ('document', models.JSONField()),
                ('made_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='casework.case')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.official')),
            ],
        ),
        migrations.AddField(
            model_name='case',
            name='proposal',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='standing_for', to='casework.proposal'),
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slot', models.PositiveSmallIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('signed_at', models.DateTimeField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.official')),
                ('signer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.official')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='casework.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='ProposalLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField()),
                ('item', models.CharField(max_length=80)),
                ('period', models.CharField(blank=True, max_length=10)),
                ('disposition', models.CharField(max_length=20)),
                ('pathway', models.CharField(blank=True, max_length=120)),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lines', to='casework.proposal')),
            ],
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('demand', models.CharField(max_length=20)),
                ('released_at', models.DateTimeField()),
                ('review_due', models.DateTimeField(null=True)),
                ('idempotency_key', models.CharField(max_length=64, unique=True)),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='release', to='casework.case')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('first', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.approval')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='release', to='casework.proposal')),
                ('releaser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.official')),
                ('second', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.approval')),
            ],
        ),
        migrations.CreateModel(
            name='Package',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed', models.BinaryField()),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('fault', models.CharField(blank=True, max_length=80)),
                ('body', models.BinaryField(null=True)),
                ('digest', models.CharField(blank=True, max_length=64)),
                ('handed_over_at', models.DateTimeField(null=True)),
                ('fetched_at', models.DateTimeField(null=True)),
                ('receipt', models.BinaryField(null=True)),
                ('release', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='package', to='casework.release')),
            ],
        ),
        migrations.CreateModel(
            name='ReviewAfter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agrees', models.BooleanField()),
                ('reviewed_at', models.DateTimeField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casework.official')),
                ('release', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='review_after', to='casework.release')),
            ],
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=120)),
                ('request', models.CharField(max_length=200)),
                ('version', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('body', models.BinaryField(null=True)),
                ('received_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agency', 'request', 'version'), name='submission_once')],
            },
        ),
        migrations.AddField(
            model_name='case',
            name='submission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='casework.submission'),
        ),
        migrations.CreateModel(
            name='MatchDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pair', models.CharField(max_length=80)),
                ('answer', models.CharField(max_length=20)),
                ('reason', models.TextField()),
                ('decided_on', models.DateField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='match_decisions', to='casework.case')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='casework.entry')),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casework.official')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case', 'pair', 'official'), name='match_decision_once')],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=30)),
                ('provision', models.CharField(blank=True, max_length=120)),
                ('begins_on', models.DateField()),
                ('ends_on', models.DateField(null=True)),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='casework.official')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['intake_clerk', 'preparer', 'reviewer', 'releaser', 'counsel', 'privacy_officer', 'auditor', 'agency_officer', 'data_subject', 'administrator', 'service'])), name='assignment_role')],
            },
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(fields=('case', 'number'), name='proposal_once'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('demand__in', ['two', 'one_then_review'])), name='proposal_demand'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(fields=('proposal', 'slot'), name='approval_slot_once'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(fields=('proposal', 'signer'), name='approval_signer_once'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('slot__in', [1, 2])), name='approval_slots'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('signer', models.F('prepared_by')), _negated=True), name='approval_not_by_preparer'),
        ),
        migrations.AddConstraint(
            model_name='proposalline',
            constraint=models.UniqueConstraint(fields=('proposal', 'position'), name='line_once'),
        ),
        migrations.AddConstraint(
            model_name='proposalline',
            constraint=models.CheckConstraint(condition=models.Q(('disposition__in', ['disclose', 'withhold', 'needs_more', 'needs_finding'])), name='line_disposition'),
        ),
        migrations.AddConstraint(
            model_name='proposalline',
            constraint=models.CheckConstraint(condition=models.Q(('disposition', 'disclose'), ('pathway', ''), _negated=True), name='line_has_pathway'),
        ),
        migrations.AddConstraint(
            model_name='release',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('demand', 'two'), ('second__isnull', False), models.Q(('first', models.F('second')), _negated=True)), models.Q(('demand', 'one_then_review'), ('review_due__isnull', False)), _connector='OR'), name='release_has_its_approvals'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('agency', 'request', 'ref'), name='case_once'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['received', 'returned', 'admitted', 'resolving', 'determined', 'in_review', 'approved', 'released', 'delivered', 'receipted', 'closed', 'withheld', 'withdrawn', 'blocked', 'recalled', 'incident'])), name='case_state'),
        ),
    ]
