"""The curve from likeness to confidence, as it is shipped and as it is fitted."""

from itertools import pairwise

from app.domain.suggestions import GREEN
from app.matching.likelihood import BY_WORDS, WITH_MODEL, load_curves, on_line
from app.matching.meaning.fit_likelihood import Sample, error, fit


def test_the_shipped_curves_rise_and_are_never_green() -> None:
    for name in (WITH_MODEL, BY_WORDS):
        curve = load_curves()[name]
        assert all(low < high and least <= most for (low, least), (high, most) in pairwise(curve))
        assert 0.5 < on_line(curve, 5.0) < GREEN
        assert on_line(curve, 0.0) == 0.0


def test_a_fitted_curve_gives_the_share_that_was_right() -> None:
    samples = [Sample(0.3, place % 4 == 0) for place in range(40)] + [
        Sample(0.8, place % 4 != 0) for place in range(40)
    ]
    curve = fit(samples)
    assert on_line(curve, 0.3) == 0.25
    assert on_line(curve, 0.8) == 0.75
    assert error(curve, samples) < 0.01
    assert error(((0.0, 0.9), (1.0, 0.9)), samples) > 0.3


def test_a_fitted_curve_never_falls() -> None:
    curve = fit([Sample(0.3, right=True), Sample(0.3, right=True), Sample(0.8, right=True), Sample(0.8, right=False)])
    assert all(least <= most for (_, least), (_, most) in pairwise(curve))
    assert curve[-1][1] == 0.75
