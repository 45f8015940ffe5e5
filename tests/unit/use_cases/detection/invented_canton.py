"""An invented canton (XX) with invented criteria, and invented people who consent."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from matching.domain.detection import DetectionCriteria
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import Role

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)
ON = AT.date()
COUNSELLOR = Viewer(account="cp", role=Role.COUNSELLOR, institution=Institution.ORP, units=("u",))
ADMINISTRATOR = Viewer(account="admin", role=Role.ADMINISTRATOR)
INVENTED: dict[str, Any] = {
    "canton": "XX",
    "legal_basis": "Loi inventée, art. 1",
    "valid_from": date(2026, 1, 1),
    "criteria": [
        {
            "id": "invented",
            "label": "Critère inventé",
            "institutions": ["orp", "ssr"],
            "conditions": [
                {"kind": "months_without_work", "at_least": 24},
                {"kind": "status", "any_of": ["social_assistance"]},
            ],
        }
    ],
}


def criteria(**changes: object) -> DetectionCriteria:
    """The invented canton's criteria, with some fields otherwise."""
    return DetectionCriteria.model_validate(INVENTED | changes)


def conditions(*listed: dict[str, object], institutions: tuple[str, ...] = ("orp", "ssr")) -> DetectionCriteria:
    """One invented criterion with these conditions."""
    one = {"id": "one", "label": "Critère inventé", "institutions": institutions, "conditions": listed}
    return criteria(criteria=[one])


def consent(to: str, **changes: object) -> dict[str, object]:
    """A consent to a joint review, for all data."""
    given: dict[str, object] = {
        "to_institution": to,
        "purpose": "joint_review",
        "categories": list(DataCategory),
        "given_at": AT - timedelta(days=10),
    }
    return given | changes


BOTH = (consent("orp"), consent("ssr"))


def person(id_: str = "p", **facts: Any) -> Profile:
    """Somebody who fits the invented criterion and consents, with some facts otherwise."""
    known: dict[str, object] = {
        "id": id_,
        "unit": "u",
        "residence": {"country": "ch", "region": "XX"},
        "months_without_work": 30,
        "insurances": {"assistance": {"kind": "cantonal"}},
        "consents": BOTH,
    }
    return Profile.model_validate(known | facts)
