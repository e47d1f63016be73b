"""A pause point has more than seven checks.

Why: a pause point is read while somebody waits. Five to seven checks are read; more are ticked unread, and then it
stops nobody. The other boxes stay on the checklist.

Bad:
    pause_points:
      before-speak:
        title: Before you speak
        items:
          danger: {do: "Ask whether anyone is hurt."}
          name: {do: "Give your name."}
          listen: {do: "Let them finish."}
          sorry: {do: "Say sorry for what happened."}
          fault: {do: "Say nothing of whose fault it is."}
          wait: {do: "Say what you check, and until when."}
          rules: {do: "Keep the rules for later."}
          seat: {do: "Offer a seat."}

Good:
    pause_points:
      before-speak:
        title: Before you speak
        items:
          danger: {do: "Ask whether anyone is hurt."}
          listen: {do: "Let them finish."}
          sorry: {do: "Say sorry for what happened, and nothing of whose fault it is."}

Way out: Keep what does the gravest harm if it is left out, and leave the rest to the actions of the step. A layer
takes a check of its base away with `CHECK: null`.
"""

from __future__ import annotations

from collections.abc import Iterator

from amends.check.rule import Issue, Rule, Subject

_MOST = 7


def check(subject: Subject) -> Iterator[Issue]:
    """An issue for each pause point with too many checks."""
    for point_id, point in subject.sop.pause_points.items():
        if len(point.items) > _MOST:
            first_too_many = list(point.items)[_MOST]  # most often it stands in the author's own layer
            yield Issue(
                ("pause_points", point_id, "items", first_too_many),
                f"this pause point has {len(point.items)} checks; more than {_MOST} are ticked unread",
                "keep those whose omission does the gravest harm; the others stay actions of the step",
            )


RULE = Rule("P211", "pause-point-too-long", "error", __doc__, check, needs_all=False)
