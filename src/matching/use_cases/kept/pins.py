"""Pins: options that a counsellor keeps at hand for a person. They move no rank and no score."""

from datetime import datetime

from sqlalchemy import Connection

from matching.contracts.reasons import word_from
from matching.domain.kept import Pin
from matching.domain.permission import Permission
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import ConflictError, NotFoundError
from matching.storage.kept import PINS
from matching.storage.ledger import Entry
from matching.use_cases.kept.look import Look
from matching.use_cases.kept.pinned import Pinned
from matching.use_cases.person_file import PersonFile, hold_file, read_file
from matching.use_cases.roles import refuse_role_without
from matching.use_cases.row_for import row_for
from matching.use_cases.workplace import Workplace
from matching.visibility.options import in_head_start

MOST = 50
"""So many pins of one account stand for one person at once: a house figure. Others' are not counted: a refusal would
tell of those that are not for whoever asks."""


def pin_option(
    workplace: Workplace,
    profile: str,
    opportunity: str,
    *,
    viewer: Viewer,
    at: datetime,
    words: str | None = None,
    lang: str = "fr",
) -> Pinned:
    """Keep an option at hand for a person from an aware moment on; pinned twice it is one pin, with its last words.

    NotFoundError when the option or the file does not exist for this viewer; ForbiddenError for other roles;
    ConflictError beyond fifty pins of one's own.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    live = workplace.live(at)
    with workplace.acting(viewer, Act.KEEP, at=at) as connection:
        file = hold_file(connection, profile)
        look = Look(workplace, live, file, [opportunity], viewer=viewer, at=at, lang=lang)
        row = row_for(live, opportunity, viewer, at, look.person)
        pins = PINS.current(connection, subjects=[profile])
        known = [each for each in _of(pins, opportunity) if look.may_know(each)]
        if known and words in (None, known[0].word.words):
            return look.told(known[0].word)
        own = [each for each in pins if each.word.pinned_by == viewer.account and each.word.unpinned_at is None]
        if not known and len(own) >= MOST:
            raise ConflictError(
                "{most} options de ce compte sont épinglées pour ce dossier ; en retirer une d'abord.", most=MOST
            )
        said = {"profile": profile, "opportunity": opportunity, "title": live.snapshot.option(row).title}
        held = {"mandate_only": bool(in_head_start(live.publication.row(row), at)[0]), "words": words}
        pin = word_from(Pin, "Option non épinglée", {**said, **held, "pinned_by": viewer.account, "at": at})
        if known:
            PINS.revise(connection, known[0], pin, author=viewer.account, at=at)
        else:
            PINS.add(connection, pin, subject=profile, author=viewer.account, at=at)
        return look.told(pin)


def unpin_option(workplace: Workplace, profile: str, opportunity: str, *, viewer: Viewer, at: datetime) -> None:
    """Take a pinned option off at an aware moment; NotFoundError, in the same words, where none is known to be there.

    Whoever may not know of a pin leaves it where it is.
    """
    refuse_role_without(viewer, Permission.KEEP_OPTIONS)
    live = workplace.live(at)
    with workplace.acting(viewer, Act.KEEP, at=at) as connection:
        file = hold_file(connection, profile)
        look = Look(workplace, live, file, [opportunity], viewer=viewer, at=at, lang="fr")
        known = [each for each in _of(PINS.current(connection, subjects=[profile]), opportunity) if look.may_know(each)]
        if not known:
            raise NotFoundError(
                "{option} n'est pas épinglée pour ce dossier ; relire la liste des épingles.", option=opportunity
            )
        for entry in known:
            taken_off = entry.word.model_copy(update={"unpinned_at": at})
            PINS.revise(connection, entry, taken_off, author=viewer.account, at=at)


def list_pins(
    workplace: Workplace, profile: str, *, viewer: Viewer, at: datetime, lang: str = "fr"
) -> tuple[Pinned, ...]:
    """What is pinned for a person, as it was pinned one after the other, each with its present state by the rules.

    An option that does not exist for this viewer and person leaves no trace; one that left the catalogue is told by
    its title.
    """
    with workplace.acting(viewer, Act.READ_FILE, at=at) as connection:
        file = read_file(connection, profile)
        pins = standing_pins(connection, profile)
    return told_pins(workplace, file, pins, viewer=viewer, at=at, lang=lang)


def standing_pins(connection: Connection, profile: str) -> list[Entry[Pin]]:
    """The pins of a person that nobody has taken off."""
    return [each for each in PINS.current(connection, subjects=[profile]) if each.word.unpinned_at is None]


def told_pins(
    workplace: Workplace, file: PersonFile, pins: list[Entry[Pin]], *, viewer: Viewer, at: datetime, lang: str
) -> tuple[Pinned, ...]:
    """Pins as `list_pins` tells them."""
    if not pins:
        return ()
    options = [each.word.opportunity for each in pins]
    look = Look(workplace, workplace.live(at), file, options, viewer=viewer, at=at, lang=lang)
    return tuple(look.told(each.word) for each in pins if look.may_know(each))


def _of(pins: list[Entry[Pin]], opportunity: str) -> list[Entry[Pin]]:
    return [each for each in pins if each.word.opportunity == opportunity and each.word.unpinned_at is None]
