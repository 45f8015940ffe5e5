"""Employers where the employment service may not help place: flagged by its own staff, dated, with a reason, lifted."""

from datetime import date, datetime, timedelta

from matching.contracts.reasons import word_from
from matching.domain.employer_flag import EmployerFlag
from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.errors import ForbiddenError, InvalidInputError, NotFoundError
from matching.storage import employer_flags, opportunities
from matching.use_cases.row_for import row_for
from matching.use_cases.workplace import Workplace
from matching.visibility.options import is_pes_staff
from matching.working_days.swiss_time import swiss_day


def flag_employer(
    workplace: Workplace,
    provider_id: str,
    reason: str,
    *,
    viewer: Viewer,
    at: datetime,
    valid_to: date | None = None,
) -> EmployerFlag:
    """Flag an employer from today on; its Swiss postings are proposed to nobody while the flag holds.

    ForbiddenError without a mandate of the employment service; InvalidInputError for what is no id, an unknown reason
    and a flag that is over before it begins; NotFoundError when no option, withdrawn ones included, names the employer.
    Source: LSE art. 26 al. 3.
    """
    _check_staff(viewer, at)
    today = swiss_day(at)
    if valid_to is not None and valid_to < today:
        raise InvalidInputError(
            f"La fin du signalement ({valid_to:%d.%m.%Y}) est déjà passée ; indiquer un jour à venir."
        )
    fields = {"provider_id": provider_id, "reason": reason, "author": viewer.account}
    flag = word_from(EmployerFlag, "Signalement refusé", {**fields, "valid_from": today, "valid_to": valid_to})
    with workplace.acting(viewer, Act.FLAG_EMPLOYER, at=at) as connection:
        if not opportunities.names_provider(connection, provider_id):
            raise NotFoundError(
                f"Aucune option du catalogue ne nomme l'employeur {provider_id} ; "
                "le désigner par une de ses annonces, avec --opportunity."
            )
        employer_flags.add(connection, flag, author=viewer.account, at=at)
    return flag


def provider_of(workplace: Workplace, opportunity: str, *, viewer: Viewer, at: datetime) -> str:
    """The id of an option's employer, for the staff of the employment service.

    ForbiddenError without its mandate, NotFoundError for an option that does not exist for the viewer,
    InvalidInputError when it names no employer.
    """
    _check_staff(viewer, at)
    live = workplace.live(at)
    provider_id = live.snapshot.option(row_for(live, opportunity, viewer, at)).provider_id
    if provider_id is None:
        raise InvalidInputError(f"{opportunity} ne dit pas quel est son employeur ; aucun signalement n'est possible.")
    return provider_id


def lift_flags(workplace: Workplace, provider_id: str, *, viewer: Viewer, at: datetime) -> list[EmployerFlag]:
    """End every flag on an employer that holds today, yesterday being its last day; the flags that were ended.

    ForbiddenError without a mandate of the employment service, NotFoundError when none holds.
    """
    _check_staff(viewer, at)
    today = swiss_day(at)
    with workplace.acting(viewer, Act.FLAG_EMPLOYER, at=at) as connection:
        holding = [entry for entry in employer_flags.flags_on(connection, provider_id) if entry.word.holds_on(today)]
        if not holding:
            raise NotFoundError(f"Aucun signalement en vigueur pour {provider_id} ; voir `matching employers list`.")
        ended = []
        for entry in holding:
            lifted = entry.word.model_copy(update={"valid_to": today - timedelta(days=1)})
            employer_flags.revise(connection, entry, lifted, author=viewer.account, at=at)
            ended.append(lifted)
    return ended


def list_flags(workplace: Workplace, *, viewer: Viewer, at: datetime) -> list[EmployerFlag]:
    """Every flag, past ones included; ForbiddenError without a mandate of the employment service."""
    _check_staff(viewer, at)
    with workplace.reading(viewer) as connection:
        return employer_flags.all_flags(connection)


def _check_staff(viewer: Viewer, at: datetime) -> None:
    if not is_pes_staff(viewer, at):
        raise ForbiddenError(
            "Seul le service public de l'emploi signale un employeur ; utiliser un compte avec un mandat valable."
        )
