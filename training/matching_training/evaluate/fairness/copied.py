"""The protected copy of a store, in groups coarse enough to compare: what `Protected` reads beside a log."""

from datetime import datetime

import pandas as pd

from matching.bootstrap import Service
from matching.domain.viewer import Viewer
from matching_training.evaluate.fairness.groups import ATTRIBUTES, Protected, age_band, permit_group


def take_protected(service: Service, *, viewer: Viewer, at: datetime) -> Protected:
    """Everybody for whom something was ranked, by the numbers of the snapshot, as their files stand at the moment `at`.

    Errors as in `protected_copy`. Nothing is guessed: sex is in no file and unknown of all, and so is of anybody what
    their file does not say.
    """
    found = service.protected_copy(viewer=viewer, at=at)
    people = pd.Index(sorted(found), dtype="int64", name="person")
    columns = {
        "sex": [None for _ in people],
        "age_band": [age_band(found[person].age) for person in people],
        "permit_group": [permit_group(found[person].permit) for person in people],
        "canton": [found[person].region for person in people],
    }
    return Protected(pd.DataFrame(columns, index=people, columns=list(ATTRIBUTES), dtype=object))
