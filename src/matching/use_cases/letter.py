"""A letter to the person about options of a slate that a counsellor chose: what may stand in it, and nothing else."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from matching.contracts.allowed_in_letter import option_in_letter, reasons_in_letter
from matching.domain.profile import Profile
from matching.domain.recommendation import Card
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.vocabulary.process import WITH_THE_PERSON
from matching.errors import ConflictError, InvalidInputError
from matching.explanation.letter import Chosen, Frame, Letter, write_letter
from matching.explanation.verdicts import eligibility_of
from matching.messages.say import LANGUAGES
from matching.use_cases.live import Live
from matching.use_cases.person_file import read_file
from matching.use_cases.proposals.held import nothing_shown
from matching.use_cases.roles import refuse_other_roles
from matching.use_cases.row_for import row_for
from matching.use_cases.shown import as_read_by, slate_under
from matching.use_cases.situation import Verdicts, as_used
from matching.use_cases.units import all_units
from matching.use_cases.workplace import Workplace
from matching.visibility.options import disclose, in_head_start
from matching.working_days.swiss_time import swiss_day

MOST_OPTIONS = 5
"""Options in one letter: more would not be read. A house figure."""

_LONGEST_CONTACT = 160


def letter(
    workplace: Workplace,
    recommendation: str,
    options: Sequence[str],
    *,
    viewer: Viewer,
    at: datetime,
    lang: str,
    meeting: date | None = None,
    contact: str | None = None,
    discreet: bool = False,
) -> Letter:
    """Write a letter about one to five options of a slate, in the order of the slate; nothing is chosen for anybody.

    Each option is named; `discreet`, what its words tell of health, debt or assistance is left for the talk.

    What it tells of an option is what the catalogue says now, so that one there is no more, or that may not be seen,
    is refused in the words of one that was never shown (NotFoundError). InvalidInputError for no option or too many,
    for a language there is not and a meeting that is over.
    """
    refuse_other_roles(viewer, WITH_THE_PERSON, "d'écrire à une personne accompagnée")
    _refuse_incomplete(options, lang, meeting, contact, swiss_day(at))
    live = workplace.live(at)
    with workplace.acting(viewer, Act.LETTER, at=at, about=recommendation) as connection:
        entry = slate_under(connection, recommendation)
        if entry is None:
            raise nothing_shown(recommendation, options[0])
        whole = read_file(connection, entry.subject).profile
        person = as_used(workplace, whole, viewer, at)
        slate = as_read_by(entry.word, person, viewer, at)
        cards = {card.opportunity: card for card in slate.cards}
        for missing in (option for option in options if option not in cards):
            raise nothing_shown(recommendation, missing)
        wanted = [card for card in slate.cards if card.opportunity in set(options)]
        chosen = [_chosen(live, card, person, viewer=viewer, at=at, lang=lang, discreet=discreet) for card in wanted]
        frame = Frame(
            file=person.id,
            on=swiss_day(at),
            sender=_unit_of(connection, person),
            ranked=slate.ranked,
            meeting=meeting,
            contact=contact,
        )
    return write_letter(chosen, frame, lang)


def _refuse_incomplete(
    options: Sequence[str], lang: str, meeting: date | None, contact: str | None, today: date
) -> None:
    if not options:
        raise InvalidInputError("Aucune option n'est choisie : en cocher au moins une pour la lettre.")
    if len(options) > MOST_OPTIONS:
        raise InvalidInputError(
            "{count} options sont choisies : une lettre en porte {most} au plus, en décocher.",
            count=len(options),
            most=MOST_OPTIONS,
        )
    if lang not in LANGUAGES:
        raise InvalidInputError(
            "La langue « {lang} » n'existe pas ici ; langues : {languages}.", lang=lang, languages=LANGUAGES
        )
    if meeting is not None and meeting < today:
        raise InvalidInputError("Le {day} est passé : le jour du rendez-vous est à venir.", day=meeting)
    if contact is not None and len(contact) > _LONGEST_CONTACT:
        raise InvalidInputError(
            "Le contact compte {count} signes, au plus {most} ; le raccourcir.",
            count=len(contact),
            most=_LONGEST_CONTACT,
        )


def _chosen(
    live: Live, card: Card, person: Profile, *, viewer: Viewer, at: datetime, lang: str, discreet: bool
) -> Chosen:
    """One option as it is now. A letter is for the person: a mandate for the office's work tells them no employer.

    ConflictError when the rules have come to rule it out since it was shown.
    """
    row = row_for(live, card.opportunity, viewer, at, person)
    option = disclose(live.snapshot.option(row), viewer.model_copy(update={"mandates": ()}), at)
    state = eligibility_of(Verdicts(live, person, swiss_day(at), lang).of(row)).state
    if state == "not_eligible":
        raise ConflictError(
            "« {title} » n'est plus ouverte à cette personne selon les règles ; la retirer de la lettre.",
            title=option.title,
        )
    return Chosen(
        told=option_in_letter(option, discreet=discreet),
        state=state,
        reasons=reasons_in_letter(card),
        in_head_start=bool(in_head_start(live.publication.row(row), at)[0]),
    )


def _unit_of(connection: Connection, person: Profile) -> str | None:
    return next((unit.name for unit in all_units(connection) if unit.id == person.unit), None)
