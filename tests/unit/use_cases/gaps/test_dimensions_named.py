"""A dimension that there is not is refused with the names of those there are, as one types them."""

import pytest

from matching.domain.vocabulary.gaps import GapDimension
from matching.errors import InvalidInputError
from matching.use_cases.gaps.gaps import _dimensions


def test_an_unknown_dimension_is_refused_by_the_names_of_the_known() -> None:
    with pytest.raises(InvalidInputError) as refused:
        _dimensions(["{0.__class__}"])
    assert str(refused.value) == (
        "Les lacunes ne se comptent pas par « {0.__class__} » ; dimensions possibles : "
        f"{', '.join(each.value for each in GapDimension)}."
    )
