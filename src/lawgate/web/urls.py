"""Every address of the application. Each name has its line in `access`."""

from __future__ import annotations

from django.conf import settings
from django.views.i18n import set_language

from lawgate.web.gatekeeper import page
from lawgate.web.views import (
    acts,
    agency,
    assets,
    audits,
    batches,
    cases,
    check,
    counsel,
    door,
    identity,
    law,
    notices,
    office,
    oversight,
    proof,
    published,
)

urlpatterns = [
    page("static/<str:tree>/<path:path>", assets.serve, name="asset"),
    page("", door.home, name="home"),
    page("health", door.health, name="health"),
    page("language", set_language, name="language"),
    page("sign-in", identity.sign_in, name="sign-in"),
    page("sign-in/provider", identity.provider, name="provider"),
    page("sign-in/returned", identity.returned, name="returned"),
    page("confirm", identity.confirm, name="confirm"),
    page("sign-out", door.sign_out, name="sign-out"),
    page("law", law.overview, name="law"),
    page("law/orders", law.orders, name="orders"),
    page("law/readings", law.readings, name="readings"),
    page("law/agreements", law.agreements, name="agreements"),
    page("law/questions", law.questions, name="questions"),
    page("law/at/<path:address>", law.provision, name="provision"),
    page("check/address", check.address, name="check-address"),
    page("check/request", check.request, name="check-request"),
    page("verify", proof.verify, name="verify"),
    page("keys", oversight.keys, name="keys"),
    page("transparency", published.transparency, name="transparency"),
    page("account", published.account, name="account"),
    page("cases", cases.inbox, name="inbox"),
    page("cases.csv", cases.inbox_file, name="inbox-file"),
    page("cases/assign", cases.assign, name="assign"),
    page("cases/<slug:number>", cases.case, name="case"),
    page("cases/<slug:number>/elements", cases.elements, name="elements"),
    page("cases/<slug:number>/people", cases.people, name="people"),
    page("cases/<slug:number>/why/<int:position>", cases.why, name="why"),
    page("cases/<slug:number>/leaving", cases.leaving, name="leaving"),
    page("cases/<slug:number>/history", cases.history, name="history"),
    page("cases/<slug:number>/letter", cases.letter, name="letter"),
    page("cases/<slug:number>/do/<slug:act>", acts.act, name="act"),
    page("agency", agency.requests, name="agency"),
    page("agency/new", agency.new, name="agency-new"),
    page("agency/cases/<slug:number>", agency.case, name="agency-case"),
    page("agency/cases/<slug:number>/letter", agency.letter, name="agency-letter"),
    page("agency/cases/<slug:number>/do/<slug:act>", agency.ask, name="agency-ask"),
    page("notices", notices.notices, name="notices"),
    page("office", office.office, name="office"),
    page("office/dockets", office.check_dockets, name="check-dockets"),
    page("office/glass", office.ask, name="ask-glass"),
    page("office/glass/grant", office.let, name="grant-glass"),
    page("batches", batches.batches, name="batches"),
    page("batches/new", batches.new, name="batch-new"),
    page("batches/<slug:name>", batches.shape, name="batch"),
    page("batches/<slug:name>/progress", batches.progress, name="batch-progress"),
    page("batches/<slug:name>/result", batches.result, name="batch-result"),
    page("batches/<slug:name>/defects.csv", batches.defects, name="batch-defects"),
    page("batches/<slug:name>/decide", batches.decide, name="batch-decide"),
    page("oversight/audits", audits.audits, name="audits"),
    page("oversight/audits/<slug:name>", audits.audit, name="audit"),
    page("oversight/audits/<slug:name>/rows", audits.rows, name="audit-rows"),
    page("oversight/audits/<slug:name>/releases/<int:place>", audits.release, name="audit-release"),
    page("oversight/audits/<slug:name>/differences", audits.differences, name="audit-differences"),
    page("oversight/audits/<slug:name>/files/<slug:which>", audits.file, name="audit-file"),
    page("counsel", counsel.overview, name="counsel"),
    page("counsel/readings", counsel.readings_page, name="counsel-readings"),
    page("counsel/readings/propose", counsel.propose_reading, name="propose-reading"),
    page("counsel/readings/adopt", counsel.adopt_reading, name="adopt-reading"),
    page("counsel/readings/withdraw", counsel.withdraw_reading, name="withdraw-reading"),
    page("counsel/orders", counsel.orders_page, name="counsel-orders"),
    page("counsel/orders/preview", counsel.preview_order, name="preview-order"),
    page("counsel/orders/enter", counsel.enter_order, name="enter-order"),
    page("counsel/agreements", counsel.agreements_page, name="counsel-agreements"),
    page("counsel/agreements/propose", counsel.propose_agreement, name="propose-agreement"),
    page("counsel/agreements/end", counsel.end_agreement, name="end-agreement"),
    page("counsel/agreements/confirm", counsel.confirm_agreement, name="confirm-agreement"),
    page("counsel/agencies", counsel.agencies_page, name="counsel-agencies"),
    page("counsel/agencies/propose", counsel.propose_safeguards, name="propose-safeguards"),
    page("counsel/agencies/confirm", counsel.confirm_safeguards, name="confirm-safeguards"),
    page("counsel/agencies/end", counsel.end_safeguards, name="end-safeguards"),
    page("counsel/agencies/at/<str:agency>", counsel.agency_page, name="counsel-agency"),
    page("counsel/caps", counsel.caps_page, name="counsel-caps"),
    page("counsel/caps/set", counsel.set_caps, name="set-caps"),
    page("oversight/registers", oversight.registers, name="registers"),
    page("oversight/looks", oversight.looks, name="looks"),
    page("oversight/signatures", oversight.signatures, name="signatures"),
    page("oversight/accounting", oversight.accounting, name="accounting"),
    page("oversight/accounting.csv", oversight.accounting_file, name="accounting-file"),
    page("oversight/ledger", oversight.ledger, name="ledger"),
    page("oversight/ledger/<int:index>/proof", oversight.proof, name="proof"),
]

if settings.LAWGATE_DEMONSTRATION:
    from lawgate.web.views import demonstration

    urlpatterns += [
        page("demonstration/sign-in", demonstration.sign_in_as, name="sign-in-as"),
        page("demonstration/confirm", demonstration.confirm_as, name="confirm-as"),
    ]

handler400 = "lawgate.web.views.door.unreadable"
handler403 = "lawgate.web.views.door.refused"
handler404 = "lawgate.web.views.door.not_here"
handler500 = "lawgate.web.views.door.fault"
