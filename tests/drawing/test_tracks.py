from amends.drawing.tracks import Leg, track_of


def test_runs_that_meet_have_tracks_of_their_own_and_others_share_one() -> None:
    legs = [Leg("a", 0, 50), Leg("b", 40, 90), Leg("c", 100, 120)]

    tracks = track_of(legs, gap=5)

    assert tracks["a"] != tracks["b"]
    assert tracks["c"] == 0


def test_runs_that_nearly_touch_do_not_share_a_track() -> None:
    legs = [Leg("a", 0, 50), Leg("b", 54, 90)]

    assert len(set(track_of(legs, gap=5).values())) == 2
    assert len(set(track_of(legs, gap=3).values())) == 1


def test_the_order_of_tracks_saves_every_crossing_that_it_can() -> None:
    outer = Leg("outer", 0, 100, before=(0,), after=(100,))
    inner = Leg("inner", 10, 90, before=(10,), after=(90,))
    turning_back = Leg("back", 20, 30, before=(20, 30))

    tracks = track_of([outer, inner, turning_back], gap=5)

    assert tracks["back"] < tracks["inner"]
    assert tracks["back"] < tracks["outer"]
