"""The paying institution: who answers for it, and whether it can be the right one for a person and an option."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from matching.domain.opportunity import AnyOpportunity, Vacancy
from matching.domain.permission import Permission
from matching.domain.profile import Profile
from matching.domain.role_permissions import permissions_of
from matching.domain.verdict import Truth
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.catalogue import Institution
from matching.domain.vocabulary.process import Role
from matching.eligibility.payer import Resolution, resolve
from matching.errors import ConflictError, InvalidInputError, Said
from matching.explanation.payers import payers_in_words
from matching.storage.agreements import lead_at
from matching.use_cases.funding import may_be_told
from matching.use_cases.units import all_units
from matching.working_days.swiss_time import swiss_day


def answers_for(viewer: Viewer, payer: Institution, unit: str | None, territory: Mapping[str, str]) -> bool:
    """Staff of the paying institution; a payer's account only where one of its own units is.

    One institution stands for many offices: without a unit in the canton or département of the file's unit, the request
    is of no concern to them.
    """
    if viewer.institution is not payer or Permission.RECORD_PAYER_DECISION not in permissions_of(viewer.role):
        return False
    if viewer.role is not Role.PAYER:
        return True
    return territory.get(unit or "") in {territory[own] for own in viewer.units or () if own in territory}


def units_near(connection: Connection, viewer: Viewer) -> list[str]:
    """The units whose requests concern a payer's account: those in the canton or département of one of its own."""
    where = territories(connection)
    near = {where[own] for own in viewer.units or () if own in where}
    return [unit for unit, territory in where.items() if territory in near]


def territories(connection: Connection) -> dict[str, str]:
    """The canton or département of every unit."""
    return {unit.id: unit.territory for unit in all_units(connection)}


def possible_payers(
    connection: Connection, option: AnyOpportunity, person: Profile, viewer: Viewer, *, at: datetime
) -> tuple[Institution, ...]:
    """The institutions that the decision table leaves as payers, by what the viewer may know of the person.

    Nobody pays for a job; where the table names no office, any institution may turn out to be it.
    """
    if isinstance(option, Vacancy):
        return ()
    led = lead_at(connection, person.id, at)
    lead = led.word if led and may_be_told(person, viewer, led.word) else None
    found = resolve(person, option, swiss_day(at), lead=lead)
    if found.truth is Truth.NOT_MET:
        return ()
    return tuple(one for one in Institution if not found.offices or one in found.offices)


def refuse_without_words(text: str | None) -> None:
    """InvalidInputError for a payer's no, a refusal or a revocation, that says nothing to whoever asked."""
    if not (text or "").strip():
        raise InvalidInputError("Un refus ou une révocation dit pourquoi à qui a demandé ; écrire le motif.")


def refuse_wrong_payer(
    connection: Connection, payer: Institution, option: AnyOpportunity, person: Profile, *, on: date, at: datetime
) -> None:
    """ConflictError when the decision table leaves no way for this institution to pay for this person."""
    led = lead_at(connection, person.id, at)
    found = resolve(person, option, on, lead=led.word if led else None)
    if found.truth is Truth.NOT_MET or (found.offices and payer not in found.offices):
        codes = sorted(office.value for office in found.offices)
        raise ConflictError(
            "{payer} ne peut pas payer cela pour cette personne ; selon la table des payeurs : {payers}{codes}.",
            payer=payer,
            payers=_Payers(found),
            codes=Said(" (code à indiquer : {codes})", codes=codes) if codes else "",
        )


@dataclass(frozen=True)
class _Payers:
    """Who pays by the table, to be said in any language."""

    found: Resolution

    def label(self, lang: str) -> str | None:
        """In words."""
        return payers_in_words(self.found, lang)
