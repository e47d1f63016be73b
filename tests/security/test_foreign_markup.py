"""What has no place on a page, read as a browser reads it."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from amends.security.foreign_markup import Own, foreign_markup, inline, signatures

MARK = "data-own-1"
FILES = {"assets/amends/handbook.js", "x.css", "own.js"}


def found(html: str, *, learned: str = "", url: str | None = "") -> list[str]:
    own = Own(MARK, set(signatures(LexborHTMLParser(learned), MARK)), FILES)
    return [foreign.message for foreign in foreign_markup(LexborHTMLParser(html), own, url)]


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
        ("<button formaction=x>", "<button formaction=…> would send something to “x”"),
        ("<a href=x ping=/here>", "<a ping=…> would send something to “/here”"),
        ("<img attributionsrc>", "<img attributionsrc=…> would send something to “”"),
        ("<div><template shadowrootmode=open><script>x</script></template></div>", "<template> would act on its own"),
        ("<fencedframe></fencedframe>", "<fencedframe> would act on its own"),
        ("<svg><set attributeName=href to=x />", "<set> would change “href” of another element"),
        ("<img src=https://e.example/x.png>", "<img src=…> asks “https://e.example/x.png”"),
        ("<img srcset='//e.example/x.png 2x'>", "<img srcset=…> asks “//e.example/x.png 2x”"),
        ("<img srcset='a.png, //e.example/x.png 2x'>", "<img srcset=…> asks “a.png, //e.example/x.png 2x”"),
        ("<source srcset='a.png 1x,https://e.example/x'>", "<source srcset=…> asks “a.png 1x,https://e.example/x”"),
        ("<link rel=preload imagesrcset='//e.example/x'>", "<link imagesrcset=…> asks “//e.example/x”"),
        ("<img src=https:e.example>", "<img src=…> asks “https:e.example”"),
        ("<img src='/&Tab;/e.example'>", "<img src=…> asks “/\t/e.example”"),
        ("<img src='\\\\e.example'>", "<img src=…> asks “\\\\e.example”"),
        ("<svg><image href=https://e.example/x /></svg>", "<image href=…> asks “https://e.example/x”"),
        ("<svg><image xlink:href=//e.example/x /></svg>", "<image xlink:href=…> asks “//e.example/x”"),
        ("<svg><use href=//e.example/x /></svg>", "<use href=…> asks “//e.example/x”"),
        ("<svg><feImage href=//e.example/x /></svg>", "<feImage href=…> asks “//e.example/x”"),
        ("<svg><rect fill='url(//e.example/x)' /></svg>", "<rect fill=…> asks “url(//e.example/x)”"),
        ("<svg><rect filter='URL( \"x.svg#a\")' /></svg>", '<rect filter=…> asks “URL( "x.svg#a")”'),
        ("<math href=https://e.example/><mi>x</mi></math>", "<math href=…> asks “https://e.example/”"),
        ("<input type=image src=//e.example/x>", "<input src=…> asks “//e.example/x”"),
        ("<video poster=//e.example/x>", "<video poster=…> asks “//e.example/x”"),
        ("<video><track src=//e.example/x>", "<track src=…> asks “//e.example/x”"),
        ("<body background=//e.example/x>", "<body background=…> asks “//e.example/x”"),
        *(
            (f"<link rel='{rel}' href=//e.example/x>", "<link href=…> asks “//e.example/x”")
            for rel in ("prerender", "Prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest", "next icon")
        ),
        ("<script src=https://e.example/x.js></script>", "<script src=…> asks “https://e.example/x.js”"),
        ("<script src=x.js></script>", "<script src=…> loads “x.js”, which the handbook does not name"),
        ("<link rel=stylesheet href=y.css>", "<link href=…> loads “y.css”, which the handbook does not name"),
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
        f"<head><meta {MARK} charset=utf-8><meta {MARK} name=x content=y><link {MARK} rel=stylesheet href=z.css>",
        '<script src="assets/amends/handbook.js"></script><link rel=stylesheet href=x.css>',
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


OURS = (
    f"<script {MARK}>ours()</script><style {MARK}>p{{}}</style><form {MARK} name=a><noscript {MARK}>Please</noscript>"
)


def test_what_is_ours_acts_as_on_a_page_without_words() -> None:
    assert found(OURS, learned=OURS) == []
    assert found(OURS) == [
        f"<{tag}> of a template would act in another way on this page"
        for tag in ("script", "style", "form", "noscript")
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ours()", "ours();theirs()"),
        ("p{}", "p{}q{}"),
        ("name=a", "name=a action=/there"),
        (f"<script {MARK}>", f"<script {MARK} type=module>"),
    ],
)
def test_a_text_that_an_author_fills_into_what_is_ours_is_found(before: str, after: str) -> None:
    assert len(found(OURS.replace(before, after), learned=OURS)) == 1


def test_a_description_that_becomes_a_way_to_another_page_is_found() -> None:
    meta = f"<meta {MARK} name=description content=x http-equiv=refresh>"

    assert found(meta) == ["<meta> of a template would act in another way on this page"]


@pytest.mark.parametrize(
    ("address", "url", "is_named"),
    [
        ("own.js", "a.html", True),
        ("./own.js?1#2", "a.html", True),
        ("../../own.js", "a/b/c.html", True),
        ("own.js", "a/b.html", False),
        ("a/../own.js", "b.html", True),
        ("../own.js", "a.html", False),
        ("/own.js", "a.html", False),
        ("%6Fwn.js", "a.html", False),
        ("own.js\\..\\x.js", "a.html", False),
    ],
)
def test_a_script_may_stand_on_a_page_if_the_project_names_the_file(address: str, url: str, *, is_named: bool) -> None:
    assert (found(f"<script src='{address}'></script>", url=url) == []) == is_named


def test_on_a_page_of_the_theme_no_author_names_a_file() -> None:
    assert found("<script src=/en/x.js></script>", url=None) == []


def test_only_our_own_inline_scripts_are_allowed_to_run() -> None:
    page = LexborHTMLParser(
        f"<script {MARK}>one() && two()</script><script>theirs()</script><script {MARK} src=x.js></script>"
        f'<script {MARK} type="application/json">{{}}</script>'
    )

    assert inline(page, "script", MARK) == ["one() && two()"]
