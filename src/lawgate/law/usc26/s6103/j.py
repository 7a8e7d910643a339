"""26 U.S.C. 6103(j): statistical use.

Each paragraph opens one extract of a whole group, which regulations prescribe; none opens a record because
somebody names a person. So no person is asked about here, and every pathway is an extract.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, Expr, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Fact, Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, request
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.b import RETURN
from lawgate.law.usc26.s6103.i.p3 import data_of_return
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "j"

extract = choice(
    "statistics.extract",
    "Which extract of subsection (j) is asked for, whole and for no person whom the request picks out?",
    says="the extract asked for",
    owner=Owner.REQUESTER,
    values=(
        "census", "national_accounts", "corporate_surveys", "treasury_studies", "census_of_agriculture",
        "long_term_models", "other", NOT_STATED,
    ),
)  # fmt: skip
signatory = choice(
    "statistics.signatory",
    "Who signs the request for the extract?",
    says="the signatory",
    owner=Owner.REQUESTER,
    values=(
        "secretary_of_commerce", "chairman_of_trade_commission", "head_of_treasury_bureau",
        "secretary_of_agriculture", "director_of_budget_office", "other", NOT_STATED,
    ),
)  # fmt: skip
staff = choice(
    "statistics.staff",
    "To whose officers and employees does the extract go, every one of them?",
    says="those who receive the extract",
    owner=Owner.REQUESTER,
    values=(
        "bureau_of_the_census", "bureau_of_economic_analysis", "division_of_financial_statistics", "treasury",
        "agriculture", "congressional_budget_office", "other", NOT_STATED,
    ),
)  # fmt: skip

CORPORATE = ("return.1120.total_income", "return.1120.total_tax")
"""Return information reflected on a corporation's return of the tax under chapter 1."""

RETURN_OR_REFLECTED = any_of(RETURN, among(item.document, "information_return", "account"))
"""A return, or return information reflected on one: data of information returns, lines of an account."""

ANONYMOUS = Limit(
    HERE / "4", "Passed on to nobody but the taxpayer, save in a form that cannot identify any taxpayer."
)


def _within(name: str, cite: Cite, what: str) -> Fact:
    return judgement(
        f"extract_{name}",
        cite,
        f"Is the item {what}?",
        yes=f"the item is {what}",
        no=f"the item is not {what}",
    )


prescribed_for_census = _within(
    "census",
    HERE / "1/A",
    "prescribed by regulation for the Bureau of the Census, and necessary in its authorised work",
)
prescribed_for_accounts = _within(
    "national_accounts",
    HERE / "1/B",
    "prescribed by regulation for the Bureau of Economic Analysis, and necessary in its authorised work",
)
prescribed_for_surveys = _within(
    "corporate_surveys",
    HERE / "2",
    "prescribed by regulation for the Trade Commission's surveys of corporations, and necessary in them",
)
needed_for_studies = _within(
    "treasury_studies",
    HERE / "3",
    "necessary, for the specific reasons set forth, to those whose duties require it in forecasts and studies",
)
prescribed_for_agriculture = _within(
    "census_of_agriculture",
    HERE / "5",
    "prescribed by regulation for the census of agriculture, and necessary in it to those whose duties require it",
)
needed_for_models = _within(
    "long_term_models", HERE / "6", "necessary for long-term models of social security and medicare"
)


def _request(cite: Cite, who: str, office: str, named: str) -> tuple[Element, ...]:
    return (
        in_writing(cite),
        element(
            cite,
            f"{who} signs the request",
            among(signatory, office),
            mend=f"Have {who} sign, and state in `facts` statistics.signatory as {office}.",
        ),
        element(
            cite,
            "the request is for the extract of this paragraph, and for no person picked out",
            among(extract, named),
            mend=f"Ask for the whole extract: state in `facts` statistics.extract as {named}.",
        ),
    )


def _staff(cite: Cite, whose: str, unit: str) -> Element:
    return element(cite, f"it goes to officers and employees of {whose}", among(staff, unit))


def _item(cite: Cite, label: str, body: Expr) -> Element:
    return element(
        cite, f"the item is {label} on file", all_of(item.held, body), also=(S6103 / "b/1", S6103 / "b/2")
    )


def _prescribed(cite: Cite, question: Fact) -> Element:
    return element(cite, "the item is within the extract, and necessary for its purpose", question)


CENSUS = Provision(
    cite=HERE / "1/A",
    heading="Returns and what they show, for the Bureau of the Census",
    duty=Duty.SHALL,
    request=_request(HERE / "1", "the Secretary of Commerce", "secretary_of_commerce", "census"),
    requires=(_staff(HERE / "1/A", "the Bureau of the Census", "bureau_of_the_census"),),
    covers=(
        _item(HERE / "1/A", "a return, or return information reflected on one,", RETURN_OR_REFLECTED),
        _prescribed(HERE / "1/A", prescribed_for_census),
    ),
    limits=(ANONYMOUS,),
    extract=True,
)

NATIONAL_ACCOUNTS = Provision(
    cite=HERE / "1/B",
    heading="What returns of corporations show, for the Bureau of Economic Analysis",
    duty=Duty.SHALL,
    request=_request(HERE / "1", "the Secretary of Commerce", "secretary_of_commerce", "national_accounts"),
    requires=(_staff(HERE / "1/B", "the Bureau of Economic Analysis", "bureau_of_economic_analysis"),),
    covers=(
        _item(HERE / "1/B", "information that a corporation's return shows,", among(item.name, *CORPORATE)),
        _prescribed(HERE / "1/B", prescribed_for_accounts),
    ),
    limits=(ANONYMOUS,),
    extract=True,
)

CORPORATE_SURVEYS = Provision(
    cite=HERE / "2",
    heading="What returns of corporations show, for surveys of the Federal Trade Commission",
    duty=Duty.SHALL,
    request=_request(
        HERE / "2",
        "the Chairman of the Federal Trade Commission",
        "chairman_of_trade_commission",
        "corporate_surveys",
    ),
    requires=(
        _staff(
            HERE / "2",
            "the Commission's Division of Financial Statistics",
            "division_of_financial_statistics",
        ),
    ),
    covers=(
        _item(HERE / "2", "information that a corporation's return shows,", among(item.name, *CORPORATE)),
        _prescribed(HERE / "2", prescribed_for_surveys),
    ),
    limits=(ANONYMOUS,),
    extract=True,
)

TREASURY_STUDIES = Provision(
    cite=HERE / "3",
    heading="Returns and return information, for forecasts and studies of the Treasury",
    duty=Duty.SHALL,
    request=(
        *_request(
            HERE / "3",
            "the head of the Treasury bureau or office",
            "head_of_treasury_bureau",
            "treasury_studies",
        ),
        element(
            HERE / "3",
            "the request sets forth the reasons why the disclosure is necessary",
            request.states_reasons,
            mend="State the specific reasons why the disclosure is necessary.",
        ),
    ),
    requires=(_staff(HERE / "3", "the Department of the Treasury", "treasury"),),
    covers=(
        element(HERE / "3", "the item is a return or return information on file", item.held),
        _prescribed(HERE / "3", needed_for_studies),
    ),
    limits=(ANONYMOUS,),
    extract=True,
)

CENSUS_OF_AGRICULTURE = Provision(
    cite=HERE / "5",
    heading="Returns and what they show, for the census of agriculture",
    duty=Duty.SHALL,
    request=_request(
        HERE / "5", "the Secretary of Agriculture", "secretary_of_agriculture", "census_of_agriculture"
    ),
    requires=(_staff(HERE / "5", "the Department of Agriculture", "agriculture"),),
    covers=(
        _item(HERE / "5", "a return, or return information reflected on one,", RETURN_OR_REFLECTED),
        _prescribed(HERE / "5", prescribed_for_agriculture),
    ),
    limits=(ANONYMOUS,),
    extract=True,
)

LONG_TERM_MODELS = Provision(
    cite=HERE / "6",
    heading="Return information, for long-term models of the Congressional Budget Office",
    duty=Duty.SHALL,
    request=_request(
        HERE / "6",
        "the Director of the Congressional Budget Office",
        "director_of_budget_office",
        "long_term_models",
    ),
    requires=(_staff(HERE / "6", "the Congressional Budget Office", "congressional_budget_office"),),
    covers=(
        _item(
            HERE / "6", "return information, and not a return itself,", any_of(not_(RETURN), data_of_return)
        ),
        _prescribed(HERE / "6", needed_for_models),
    ),
    limits=(ANONYMOUS,),
    extract=True,
)

ENTRIES = entries(HERE, rule=". 1 1/A 1/B 2 3 5 6", limit="4")
