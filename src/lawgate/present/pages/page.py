"""The frame of a page: one file that asks for nothing from outside and reads well on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.present.pages.charts import DEFINITIONS
from lawgate.present.pages.markup import Content, Markup, el, join
from lawgate.present.pages.style import STYLE
from lawgate.present.words import HYPOTHETICAL, SYNTHETIC, TOLD_OUTSIDE, law_words

# Stated in the file itself: a browser is to fetch nothing and to run nothing for it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(title: str, document: Mapping[str, Any], body: Content, *, heading: str) -> str:
    """A whole document: title, marks of what it is worth, its source in law, body."""
    facts = [
        ("Request", document["request"]),
        ("Law as of", document["as_of"]),
        ("Known on", document["known_on"]),
        *((name.capitalize(), said) for name, said in law_words(document["law"])),
        ("Law in force (SHA-256)", el("code", document["corpus"])),
    ]
    return framed(
        title, body, heading=heading, facts=facts, banners=_banners(document), foot=_footer(document)
    )


def framed(
    title: str,
    body: Content,
    *,
    heading: str,
    facts: Sequence[tuple[str, Content]],
    banners: Content,
    foot: Content,
) -> str:
    """A document that stands alone: what it speaks of is told under its heading."""
    return frame(
        title,
        (
            DEFINITIONS,
            _worth(banners),
            _header(heading, facts),
            el("main", body, tabindex=0),
            el("footer", foot),
        ),
    )


def frame(title: str, body: Content, *, style: str = "", policy: str = _POLICY) -> str:
    """A whole document around a body, with the look of every page and a policy that fetches nothing."""
    return (
        "<!DOCTYPE html>\n"
        + el(
            "html",
            el(
                "head",
                el("meta", charset="utf-8"),
                el("meta", name="viewport", content="width=device-width, initial-scale=1"),
                el("meta", http_equiv="Content-Security-Policy", content=policy),
                el("title", title),
                el("style", Markup(STYLE + style)),
            ),
            el("body", body),
            lang="en",
        )
        + "\n"
    )


def cited(cite_text: str | None) -> Markup:
    """A citation that breaks only where a reader would break it."""
    return el("span", cite_text or "–", class_="cite")


def section(heading: str, *content: Content, lead: Content = None) -> Markup:
    """A part of the page under its heading."""
    return el("section", el("h2", heading), el("p", lead, class_="lead") if lead else None, content)


def _worth(banners: Content) -> Markup | None:
    """The banners as a part of the page that readers of speech find by its name."""
    told = join(banners)
    return el("aside", told, aria_label="What this page is worth") if told else None


def _banners(document: Mapping[str, Any]) -> Markup:
    return join(
        el("p", SYNTHETIC, class_="banner synthetic") if document.get("synthetic") else None,
        el("p", HYPOTHETICAL, class_="banner hypothetical") if document["hypothetical"] else None,
    )


def _header(heading: str, facts: Sequence[tuple[str, Content]]) -> Markup:
    return el(
        "header",
        el("p", "Lawgate", el("span", "26 U.S.C. 6103"), class_="mast"),
        el("h1", heading),
        el("dl", [el("div", el("dt", name), el("dd", value)) for name, value in facts], class_="source"),
    )


def _footer(document: Mapping[str, Any]) -> Markup:
    return join(
        el("p", TOLD_OUTSIDE),
        el("p", "The same request, records, findings, reviews and days give the same under the law with this hash: ",
           el("code", document["corpus"]), "."),
    )  # fmt: skip
