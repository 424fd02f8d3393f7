"""The weights from likeness to confidence, as they are shipped and as they are fitted."""

from app.domain.suggestions import GREEN
from app.matching.likelihood import BY_WORDS, WITH_MODEL, Features, load_likelihoods
from app.matching.meaning.fit_likelihood import Sample, error, fit


def _even(likeness: float, every: int, *, right: bool) -> list[Sample]:
    """Make forty samples of which every so manieth is right, or is wrong."""
    return [Sample(Features(likeness, 0.1, 6), (at % every == 0) is right) for at in range(40)]


def test_what_is_shipped_rises_with_each_feature_and_is_never_green() -> None:
    for name in (WITH_MODEL, BY_WORDS):
        likely = load_likelihoods()[name].of
        assert likely(Features(0.3, 0.1, 6)) < likely(Features(0.6, 0.1, 6)) < likely(Features(0.6, 0.4, 6))
        assert likely(Features(0.6, 0.1, 2)) < likely(Features(0.6, 0.1, 12))
        assert likely(Features(0.05, 0.0, 4)) < 0.15
        assert 0.5 < likely(Features(5.0, 5.0, 50)) < GREEN


def test_what_is_fitted_gives_the_share_that_was_right() -> None:
    samples = [*_even(0.2, 4, right=True), *_even(0.9, 4, right=False)]
    fitted = fit(samples)
    assert abs(fitted.of(Features(0.2, 0.1, 6)) - 0.25) < 0.1
    assert abs(fitted.of(Features(0.9, 0.1, 6)) - 0.75) < 0.1
    assert error(fitted, samples) < 0.1


def test_the_error_is_how_far_sure_and_right_are_apart() -> None:
    always = fit([Sample(Features(0.5, 0.1, 6), right=True)] * 40)
    assert error(always, [Sample(Features(0.5, 0.1, 6), right=False)] * 10) > 0.8
