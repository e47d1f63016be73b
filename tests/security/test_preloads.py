"""What a page loads is named before the browser meets its first script."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from amends.security.preloads import preloads


def test_style_sheets_come_before_scripts_and_scripts_can_wait() -> None:
    page = LexborHTMLParser(
        '<head><link rel=icon href=i.svg><script src="a.js"></script><link rel=stylesheet href="../x.css?a=1&amp;b=2"></head>'
        "<body><script>inline()</script><script src=b.js defer></script></body>"
    )

    assert list(preloads(page)) == [
        '<link rel="preload" as="style" href="../x.css?a=1&amp;b=2">',
        '<link rel="preload" as="script" fetchpriority="low" href="a.js">',
        '<link rel="preload" as="script" fetchpriority="low" href="b.js">',
    ]
