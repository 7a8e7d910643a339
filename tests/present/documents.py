"""A batch's figures and a determination as the service writes them, invented and adding up."""

from __future__ import annotations

from typing import Any

CORPUS = "0123456789abcdef" * 4
I2 = "26 U.S.C. 6103(i)(2)"
LAW = {
    "versions": [
        {
            "first": "2023-04-01",
            "last": None,
            "certainty": "A",
            "because": "the text at hand",
            "provisions": [],
        }
    ],
    "readings": {"Q3": "R1"},
    "orders": ["O4", "O5"],
    "orders_set_aside": ["O3"],
    "agreement": "mou-2025",
}


def summary(**changes: Any) -> dict[str, Any]:
    """The figures of a batch; every number is another, so that each can be looked for."""
    return {
        "request": "REQ-2026-0001",
        "as_of": "2026-06-30",
        "known_on": "2026-07-01",
        "corpus": CORPUS,
        "law": LAW,
        "hypothetical": False,
        "synthetic": True,
        "subjects": 5319,
        "rows": 8646,
        "admission": {"admitted": 4210, "returned": 1098, "blocked": 11},
        "resolution": {"one": 3907, "none": 215, "several": 58, "review": 27, "not_tried": 1112},
        "disposition": {"disclose": 5101, "withhold": 3203, "needs_more": 76, "needs_finding": 266},
        "by_item": {
            "identity.name": {"disclose": 3098, "withhold": 1055, "needs_more": 13, "needs_finding": 44},
            "third_party.w2.wages": {
                "disclose": 2003, "withhold": 2148, "needs_more": 63, "needs_finding": 222,
            },
        },
        "elements": [
            _element("i/2/B", "(B)", "the request is in writing", yes=8646, no=0, open_=0),
            _element("i/2/B/iv", "(B)(iv)", "the request sets forth specific reasons", yes=8312, no=17, open_=317),
        ],
        "defects": [
            {"cite": "/us/usc/t26/s6103/i/2/B/i", "cite_text": f"{I2}(B)(i)", "fix": "State the name.", "subjects": 87},
            {"cite": "/us/usc/t26/s6103/i/2/B/ii", "cite_text": f"{I2}(B)(ii)", "fix": "State the periods.",
             "subjects": 1034},
        ],
        "open": [
            {"name": "finding.reasons_specific", "cite": "/us/usc/t26/s6103/i/2/B/iv", "cite_text": f"{I2}(B)(iv)",
             "question": "Are the reasons specific?", "kind": "finding", "rows": 254},
            {"name": "item.furnished_by", "cite": None, "cite_text": None,
             "question": "Who furnished the item?", "kind": "fact", "rows": 69},
        ],
        "faults": {"ValueError": 3},
        **changes,
    }  # fmt: skip


def nothing() -> dict[str, Any]:
    """The figures of a batch in which no row was decided."""
    return summary(
        subjects=0,
        rows=0,
        admission=dict.fromkeys(["admitted", "returned", "blocked"], 0),
        resolution=dict.fromkeys(["one", "none", "several", "review", "not_tried"], 0),
        disposition=dict.fromkeys(["disclose", "withhold", "needs_more", "needs_finding"], 0),
        by_item={},
        elements=[],
        defects=[],
        open=[],
        faults={},
    )


def determination(**changes: Any) -> dict[str, Any]:
    """A determination with a subject in each state and a row of each disposition."""
    return {
        "request": "REQ-2026-0002",
        "as_of": "2026-06-30",
        "known_on": "2026-07-01",
        "corpus": CORPUS,
        "law": LAW,
        "hypothetical": False,
        "subjects": [_admitted(), _returned(), _blocked()],
        **changes,
    }


def row(**changes: Any) -> dict[str, Any]:
    """One row that may be disclosed."""
    return {
        "item": "third_party.w2.wages",
        "period": "2023",
        "disposition": "disclose",
        "provision": "/us/usc/t26/s6103/i/2",
        "provision_text": I2,
        "held_period": "2023",
        "source": {"furnished_by": "third_party", "document": "information_return"},
        "cites": ["/us/usc/t26/s6103/i/2"],
        "orders": [],
        "contested": [],
        "fault": None,
        "elements": [_proof("the request is in writing", "yes", "the request is in writing")],
        "open": [],
        "settling": [],
        "to_disclose": [],
        "limits": [
            {"cite": "/us/usc/t26/s6103/i/4", "cite_text": "26 U.S.C. 6103(i)(4)", "says": "Evidence only."}
        ],
        **changes,
    }


def _element(path: str, clause: str, label: str, *, yes: int, no: int, open_: int) -> dict[str, Any]:
    cited = {"cite": f"/us/usc/t26/s6103/{path}", "cite_text": f"{I2}{clause}"}
    return {"provision": I2, **cited, "label": label, "yes": yes, "no": no, "open": open_}


def _proof(label: str, truth: str, why: str) -> dict[str, Any]:
    cited = {"cite": "/us/usc/t26/s6103/i/2/B", "cite_text": f"{I2}(B)"}
    return {**cited, "label": label, "truth": truth, "why": why, "also": []}


def _question(name: str, owner: str, question: str) -> dict[str, Any]:
    return {
        "name": name,
        "question": question,
        "cite": None,
        "cite_text": None,
        "kind": "finding" if owner == "official" else "fact",
        "owner": owner,
        "answered_in": "findings",
        "values": ["yes", "no"],
        "settles": {"no": "withhold"},
    }


def _admitted() -> dict[str, Any]:
    specific = _question("finding.reasons_specific", "official", "Are the reasons specific?")
    furnished = _question("item.furnished_by", "custodian", "Who furnished the item?")
    open_row = {
        "elements": [_proof("specific reasons", "open", "not known: Are the reasons specific?")],
        "limits": [],
        "to_disclose": [{"finding.reasons_specific": ["yes"], "item.furnished_by": ["payer", "third_party"]}],
        "settling": [{"finding.reasons_specific": ["no"]}],
    }
    return {
        "ref": "1",
        "admission": "admitted",
        "defects": [],
        "orders": [],
        "contested": [
            {"question": "Which offices sign?", "readings": {"R1": "disclose", "R2": "withhold"}, "adopted": "R1"}
        ],
        "resolution": {
            "status": "review",
            "taxpayer_id": "T1",
            "address_held": "earlier",
            "policy": "P1",
            "rule": "name-address",
            "evidence": [{"field": "surname", "level": "close", "note": "one letter"}],
            "settles": ["date_of_birth", "tin"],
        },
        "items": [
            row(),
            row(period="2022", disposition="withhold", limits=[], elements=[_proof("a return", "no", "a return")]),
            row(item="identity.name", period=None, disposition="needs_finding", open=[specific], **open_row),
            row(disposition="needs_more", open=[specific, furnished], **open_row),
            row(disposition="withhold", fault="KeyError", provision=None, provision_text=None, source=None,
                held_period=None, elements=[], limits=[]),
        ],
        "pathways": ways(),
    }  # fmt: skip


def ways(**changes: Any) -> dict[str, Any]:
    """What a request that names no paragraph comes to: one pathway opens, one comes near."""
    asked = {
        k: v
        for k, v in _question("claim.federal", "requester", "Is there a claim?").items()
        if k != "settles"
    }
    opens = _pathway("i/2", "(i)(2)", "Other return information", 41)
    near = {
        **_pathway("m/2", "(m)(2)", "Address, for Federal claims", 1),
        "item": "identity.mailing_address",
        "period": None,
        "missing": [
            {**_proof("a Federal claim", "open", "not known: Is there a claim?"), "mend": None},
            {
                **_proof("asked to collect it", "no", "the purpose stated: other"),
                "mend": "State the purpose.",
            },
        ],
        "answers": [{"claim.federal": ["yes"]}],
        "asks": [asked],
        "orders": ["O4"],
        "kept_apart": False,
    }
    return {
        "tried": 141,
        "open": [{**opens, "rows": [0]}],
        "narrowest": {"cite": opens["cite"], "cite_text": opens["cite_text"], "because": "no other suffices"},
        "near": [near, {**near, "answers": [], "kept_apart": True, "orders": []}],
        **changes,
    }


def _pathway(path: str, clause: str, heading: str, kinds: int) -> dict[str, Any]:
    width = {"extract": False, "kinds": kinds, "recipients": "whoever asks", "elements": 7, "limits": 1}
    return {
        "cite": f"/us/usc/t26/s6103/{path}",
        "cite_text": f"26 U.S.C. 6103{clause}",
        "heading": heading,
        "duty": "shall",
        "narrowness": width,
    }


def _returned() -> dict[str, Any]:
    return {
        "ref": "2",
        "admission": "returned",
        "defects": [
            {"cite": "/us/usc/t26/s6103/i/2/B/i", "cite_text": f"{I2}(B)(i)", "fix": "State the name."}
        ],
        "orders": [],
        "contested": [],
        "resolution": {"status": "not_tried", "evidence": []},
        "items": [],
    }


def _blocked() -> dict[str, Any]:
    return {**_returned(), "ref": "3", "admission": "blocked", "defects": [], "orders": ["N.D. Ill. 26-1"]}
