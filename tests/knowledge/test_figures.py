"""Which figures stand in a text, in whatever way it writes them."""

import pytest

from knowledge.figures import figures_in


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("6 990 500 DH", {"6990500"}),
        ("6\u202f990\u202f500 درهم", {"6990500"}),
        ("6.990.500 dh", {"6990500"}),
        ("٦٩٩٠٥٠٠ درهم", {"6990500"}),
        ("0,5 % et 12/2022", {"0.5", "12", "2022"}),
        ("le 1 décembre 2022", {"1", "2022"}),
        ("depuis le 1er décembre 2022", {"1", "2022"}),
        ("1er et 2e cycle", set()),
        ("7aja l9raya D16ter 3la S1", set()),
        ("2017 2018", {"2017", "2018"}),
        ("", set()),
    ],
)
def test_one_figure_is_one_however_it_is_written(text: str, figures: set[str]) -> None:
    assert figures_in(text) == figures
