"""A posting in its head start leaves no trace in any number, whatever it asks for and whoever refused it."""

from dataclasses import replace
from typing import Any

import pytest
from tests.integration.proposals.conftest import Office
from tests.integration.proposals.people import MANAGER

from matching.domain.opportunity import opportunity_type
from matching.domain.proposal import Proposal
from matching.domain.viewer import Mandate, Viewer
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.storage import opportunities
from matching.storage.scope import NOBODY
from matching.use_cases.steering.log import ToldOption, as_proposed

PUBLIC: dict[str, Any] = {"status": "published_public", "reporting_obligation": False, "public_display": True}


def vacancy(id_: str, publication: dict[str, Any], *skills: str) -> dict[str, Any]:
    asked = {"skills": [{"label": label} for label in skills]}
    published = {"published_at": "2026-11-02T08:00:00+01:00"} | publication
    return {"kind": "vacancy", "id": id_, "title": id_, "publication": published, "criteria": asked}


@pytest.fixture
def manager() -> Viewer:
    """A manager who happens to have a mandate: a number is the same for everybody."""
    mandate = Mandate.model_validate({"kind": "pes_staff", "valid_from": "2026-01-01T00:00:00+01:00"})
    return MANAGER.model_copy(update={"mandates": (mandate,)})


def test_what_only_a_restricted_posting_asks_for_is_not_told(office: Office, manager: Viewer) -> None:
    open_one = vacancy("own:till", PUBLIC, "Tenue de caisse")
    closed = vacancy("own:secret", {"status": "published_restricted", "office_canton": "VD"}, "Soudage TIG")
    with office.service.workplace.database.begin(NOBODY) as connection:
        told = [opportunity_type.validate_python(option) for option in (open_one, closed)]
        opportunities.upsert(connection, told, source="more", at=office.at)
    found = office.service.skills_asked(viewer=manager, at=office.at)
    assert [(row.skill, row.vacancies, row.share) for row in found.rows] == [("Tenue de caisse", 1, 1.0)]
    assert (found.vacancies, found.asking) == (2, 1)  # the office's job, and the till
    assert "Soudage" not in found.model_dump_json()


def test_a_skill_that_an_activity_names_or_states_is_trained(office: Office) -> None:
    course: dict[str, Any] = {"kind": "measure", "form": "activity", "type": "vocational_training"}
    said = [
        vacancy("own:a", PUBLIC, "Tenue de caisse"),
        vacancy("own:b", PUBLIC, "Couture industrielle"),
        vacancy("own:c", PUBLIC, "Plonge"),
        course | {"id": "own:m1", "title": "Vente", "description": "On y apprend la tenue d'une caisse."},
        course | {"id": "own:m2", "title": "Atelier", "effects": [{"kind": "skill", "label": "Couture industrielle"}]},
    ]
    with office.service.workplace.database.begin(NOBODY) as connection:
        told = [opportunity_type.validate_python(option) for option in said]
        opportunities.upsert(connection, told, source="more", at=office.at)
    every = office.service.skills_asked(viewer=MANAGER, at=office.at, trained=True)
    assert {row.skill: row.trained_by for row in every.rows} == {
        "Tenue de caisse": 1,
        "Couture industrielle": 1,
        "Plonge": 0,
    }
    untrained = office.service.skills_asked(viewer=MANAGER, at=office.at)
    assert [row.skill for row in untrained.rows] == ["Plonge"]


def test_a_proposal_that_was_the_employment_services_alone_is_not_counted() -> None:
    option = ToldOption("own:1", "Poste", OpportunityKind.VACANCY, "firm", "Entreprise", "firm")
    word: dict[str, Any] = {
        "profile": "p-1",
        "recommendation": "r-1",
        "opportunity": "own:1",
        "kind": "vacancy",
        "title": "Poste",
    }
    word |= {"status": "rejected", "step": None}
    proposal = Proposal.model_validate(word)
    assert as_proposed(proposal, option) == option
    assert as_proposed(proposal.model_copy(update={"mandate_only": ("posting",)}), option) is None
    hidden = as_proposed(proposal.model_copy(update={"mandate_only": ("employer",)}), option)
    assert hidden == replace(option, provider_id=None, provider=None)
    assert as_proposed(proposal, None) is None
