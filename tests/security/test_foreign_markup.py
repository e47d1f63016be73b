"""What has no place on a page, read as a browser reads it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from amends.security.foreign_markup import foreign_markup, inline

MARK = "data-own-1"


def found(html: str) -> list[str]:
    return [foreign.message for foreign in foreign_markup(LexborHTMLParser(html), MARK)]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<script>alert(1)</script>", "<script> would act on its own"),
        ("<ScRiPt >alert(1)</ScRiPt >", "<script> would act on its own"),
        ("<script type=module>alert(1)</script>", "<script> would act on its own"),
        ("<script data-own-2>alert(1)</script>", "<script> would act on its own"),
        ("<svg><script>alert(1)</script></svg>", "<script> would act on its own"),
        ("<style>p{color:red}</style>", "<style> would act on its own"),
        ("<iframe></iframe>", "<iframe> would act on its own"),
        ("<object></object>", "<object> would act on its own"),
        ("<embed>", "<embed> would act on its own"),
        ("<base target=_top>", "<base> would act on its own"),
        ("<form></form>", "<form> would act on its own"),
        ("<meta http-equiv=refresh content=0>", "<meta> would act on its own"),
        ("<noscript>x</noscript>", "<noscript> would act on its own"),
        ("<p ONCLICK=alert(1)>", "<p onclick=…> would act on its own"),
        ("<img/onerror=alert(1)>", "<img onerror=…> would act on its own"),
        ('<p title="a"onfocus=alert(1)>', "<p onfocus=…> would act on its own"),
        ("<p style=color:red>", "<p style=…> would act on its own"),
        ("<a href=javascript:alert(1)>", "<a href=…> leads to “javascript:alert(1)”, which cannot be followed"),
        ("<a href='&#106;avascript:x'>", "<a href=…> leads to “javascript:x”, which cannot be followed"),
        ("<a href='java&Tab;script:x'>", "<a href=…> leads to “java\tscript:x”, which cannot be followed"),
        ("<a href='&#1; vbscript:x'>", "<a href=…> leads to “\x01 vbscript:x”, which cannot be followed"),
        ("<a href=data:text/html,x>", "<a href=…> leads to “data:text/html,x”, which cannot be followed"),
        ("<svg><a xlink:href=javascript:x />", "<a xlink:href=…> leads to “javascript:x”, which cannot be followed"),
        ("<button formaction=javascript:x>", "<button formaction=…> leads to “javascript:x”, which cannot be followed"),
        ("<svg><set attributeName=href to=x />", "<set> would change “href” of another element"),
        ("<img src=https://e.example/x.png>", "<img src=…> asks “https://e.example/x.png”"),
        ("<img srcset='//e.example/x.png 2x'>", "<img srcset=…> asks “//e.example/x.png 2x”"),
        ("<script src=https://e.example/x.js></script>", "<script src=…> asks “https://e.example/x.js”"),
        ("<link rel='StyleSheet' href=https://e.example/x.css>", "<link href=…> asks “https://e.example/x.css”"),
        ("</article></main></body></html><script>x</script>", "<script> would act on its own"),
        ("<!--><script>x</script>-->", "<script> would act on its own"),
        ("<p title='<p>'><math><mtext><style>x</style>", "<style> would act on its own"),
    ],
)
def test_what_could_act_is_found_however_it_is_written(html: str, message: str) -> None:
    assert message in found(html)


@pytest.mark.parametrize(
    "html",
    [
        f"<head><meta charset=utf-8><meta name=x content=y><script {MARK}>ours()</script><style {MARK}>p{{}}</style>",
        f"<form {MARK}><input name=query></form><noscript {MARK}>Please</noscript>",
        '<script src="../assets/amends/handbook.js"></script><link rel=stylesheet href=x.css>',
        '<script id=data type="application/json">{"a": "<b onclick=x>"}</script>',
        '<a href="https://example.org">elsewhere, by a click</a><a href="mailto:a@b.example">mail</a>',
        '<link rel=canonical href="https://example.org/"><link rel=next href=x.html>',
        '<img src="data:image/svg+xml,x"><img src=map.png><svg fill=red width=3><path d="M0 0"></path></svg>',
        "&lt;script&gt;alert(1)&lt;/script&gt; onclick=alert(1) javascript:alert(1)",
        "<!-- <script>x</script> --><textarea><script>x</script></textarea>",
    ],
)
def test_what_is_ours_or_only_read_passes(html: str) -> None:
    assert found(html) == []


def test_only_our_own_inline_scripts_are_allowed_to_run() -> None:
    page = LexborHTMLParser(
        f"<script {MARK}>one() && two()</script><script>theirs()</script><script {MARK} src=x.js></script>"
        f'<script {MARK} type="application/json">{{}}</script>'
    )

    assert inline(page, "script", MARK) == ["one() && two()"]
