"""What a page's policy lets a browser run."""

from __future__ import annotations

import pytest

from amends.security.content_security_policy import HEADERS, policy, with_policy


def directives(policy: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_a_policy_names_the_hash_of_each_inline_script_once() -> None:
    # echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
    alert = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"

    found = directives(policy(["alert(1)", "alert(1)"], []))

    assert found["script-src"] == f"'self' file: {alert}"
    assert found["style-src"] == "'self' file:"


def test_a_policy_lets_nothing_run_that_it_does_not_name() -> None:
    found = directives(policy([], []))

    assert found["default-src"] == found["base-uri"] == found["form-action"] == "'none'"
    assert [name for name, sources in found.items() if "unsafe" in sources or "http" in sources or "*" in sources] == []


@pytest.mark.parametrize("head", ["<head>", '<head>\n  <meta charset="utf-8">', "<HEAD lang=en>"])
def test_the_policy_stands_before_all_that_it_must_hold_for_and_behind_the_charset(head: str) -> None:
    page = with_policy(f"<!doctype html><html>{head}<script>x</script></head>", "P")

    assert page.startswith(
        f'<!doctype html><html>{head}<meta http-equiv="Content-Security-Policy" content="P">'
        '<meta name="referrer" content="same-origin"><script>'
    )


def test_a_page_that_cannot_carry_a_policy_is_not_written() -> None:
    with pytest.raises(ValueError, match="without <head>"):
        with_policy("<p>No head</p>", "P")


def test_the_server_says_what_a_page_cannot_say_of_itself() -> None:
    assert "frame-ancestors 'none'" in HEADERS
    assert "sha256" not in HEADERS
