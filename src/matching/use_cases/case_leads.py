"""Who leads a person's case: exactly one institution at a time; a hand-over ends the former at the same moment."""

from datetime import datetime

from sqlalchemy import Connection

from matching.domain.plan import CaseLead
from matching.domain.profile import Profile
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import ACCOMPANYING
from matching.errors import ConflictError, ForbiddenError, InvalidInputError
from matching.storage.agreements import CASE_LEADS
from matching.storage.ledger import Entry
from matching.use_cases.funding import may_be_told
from matching.use_cases.person_file import hold_file, read_file
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace
from matching.visibility.people import redact


def set_lead(workplace: Workplace, lead: CaseLead, *, viewer: Viewer, at: datetime) -> CaseLead:
    """Record who leads; ConflictError when somebody leads during any of that time.

    Another institution than the one whose unit owns the file leads only on its mandate and with the person's written
    power of attorney. ForbiddenError unless the viewer accompanies the person. Source: Optima (LU).
    """
    with workplace.acting(viewer, Act.LEAD, at=at) as connection:
        person = hold_file(connection, lead.profile).profile
        owner = _owner(connection, person, viewer)
        _must_be_allowed(lead, viewer, owner)
        if owner is not viewer.institution and redact(person, viewer, at).withheld:
            # Whether somebody leads already may tell of what is withheld.
            raise ForbiddenError("Sans le consentement de la personne, seule l'institution du dossier note qui mène.")
        return _add(connection, person, lead, viewer, at)


def hand_over_lead(workplace: Workplace, lead: CaseLead, *, viewer: Viewer, at: datetime) -> CaseLead:
    """As `set_lead`, after whoever leads when it begins, whose lead ends then; ConflictError when nobody does.

    ForbiddenError, whether somebody leads or not, unless the viewer's institution leads, gave the mandate or owns the
    file.
    """
    with workplace.acting(viewer, Act.LEAD, at=at) as connection:
        person = hold_file(connection, lead.profile).profile
        owner = _owner(connection, person, viewer)
        _must_be_allowed(lead, viewer, owner)
        leading = [entry for entry in _leads(connection, lead.profile) if entry.word.holds_at(lead.valid_from)]
        if viewer.institution not in {owner, *_parties(leading)}:
            raise ForbiddenError(
                "La conduite se transmet par l'institution qui mène le suivi, par celle qui l'a mandatée ou par celle "
                "du dossier."
            )
        if not leading or leading[0].word.valid_from == lead.valid_from:
            raise ConflictError("Personne ne mène le suivi avant ce moment ; il n'y a rien à transmettre.")
        ended = leading[0].word.model_copy(update={"valid_to": lead.valid_from})
        CASE_LEADS.revise(connection, leading[0], ended, author=viewer.account, at=at)
        return _add(connection, person, lead, viewer, at)


def list_leads(workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime) -> list[CaseLead]:
    """All leads of a person, past and to come, by their beginning; none that tells what is withheld."""
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        person = redact(read_file(connection, profile).profile, viewer, at)
        leads = [entry.word for entry in _leads(connection, profile)]
    told = [one for one in leads if may_be_told(person, viewer, one)]
    return sorted(told, key=lambda one: one.valid_from)


def _must_be_allowed(lead: CaseLead, viewer: Viewer, owner: Institution | None) -> None:
    refuse_other_roles(viewer, ACCOMPANYING, "de dire qui mène le suivi")
    if viewer.institution is None or owner is None:
        raise ForbiddenError("Ce compte n'a pas d'institution ; le laisser à un compte qui en a une.")
    if lead.valid_to is not None and lead.valid_to <= lead.valid_from:
        raise InvalidInputError("La conduite du suivi finit avant de commencer ; corriger les dates.")
    if lead.mandated_by not in {None, owner}:
        raise ForbiddenError(
            f"Le mandat ne peut venir que de l'institution du dossier ({owner.fr}) ; "
            f"l'indiquer avec --mandated-by {owner}."
        )
    if lead.institution is not owner and not (lead.mandated_by and lead.power_of_attorney):
        raise ConflictError(
            f"{lead.institution.fr} ne mène ce suivi que sur mandat de {owner.fr} et avec une "
            "procuration écrite de la personne ; indiquer les deux."
        )


def _add(connection: Connection, person: Profile, lead: CaseLead, viewer: Viewer, at: datetime) -> CaseLead:
    for other in _leads(connection, lead.profile):
        if other.word.overlaps(lead):
            told = may_be_told(redact(person, viewer, at), viewer, other.word)
            who = other.word.institution.fr if told else "Une autre institution"
            raise ConflictError(
                f"{who} mène déjà le suivi pendant cette période ; "
                "transmettre la conduite, ou choisir une autre période."
            )
    return CASE_LEADS.add(connection, lead, subject=person.id, author=viewer.account, at=at).word


def _owner(connection: Connection, person: Profile, viewer: Viewer) -> Institution | None:
    """The institution of the unit that owns the file; of a unit that is not registered, the viewer's."""
    return next((unit.institution for unit in all_units(connection) if unit.id == person.unit), viewer.institution)


def _parties(leads: list[Entry[CaseLead]]) -> set[Institution | None]:
    return {party for lead in leads for party in (lead.word.institution, lead.word.mandated_by)}


def _leads(connection: Connection, profile: str) -> list[Entry[CaseLead]]:
    return CASE_LEADS.current(connection, subjects=[profile])
