"""The page of a dossier shows every field that may leave, in words."""

from datetime import UTC, date, datetime

import pytest

from matching.cli.dossier_page import print_dossier
from matching.contracts.wall import allowed_fields
from matching.domain.employer_answer import Dossier
from matching.domain.person import (
    Availability,
    Education,
    FunctionalRestriction,
    Languages,
    LanguageSkill,
    Mobility,
    Occupation,
    OccupationCode,
    Skill,
    Skills,
)
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.receivers import Receiver
from matching.domain.vocabulary.situation import (
    EducationLevel,
    Language,
    LanguageLevel,
    LicenceCategory,
    Schedule,
    Strain,
)
from matching.storage.ledger import Entry

SHOWN_AS = {
    "id": "p-1",
    "languages.items.language": "français",
    "languages.items.level": "B1",
    "languages.complete": "B1 (liste peut-être incomplète)",
    "education.level": EducationLevel.VOCATIONAL.fr,
    "education.recognised": "non reconnue ici",
    "education.field": "Dessin",
    "occupations.title": "Dessinatrice",
    "occupations.codes.scheme": "rome",
    "occupations.codes.code": "F1104",
    "occupations.years": "2.5 ans",
    "occupations.last_year": "2019",
    "occupations.target": "visé",
    "skills.items.label": "Plans de détail",
    "skills.items.code": "12345",
    "skills.complete": "[12345] (liste peut-être incomplète)",
    "availability.percent": "70 %",
    "availability.schedules": Schedule.SATURDAY.fr,
    "availability.start_from": "08.12.2026",
    "mobility.licences": LicenceCategory.B.fr,
    "availability.work_pace_percent": "60 % d'une place ordinaire",
    "restrictions.strain": Strain.HEAVY_LIFTING.fr,
    "restrictions.source": "confirmé",
    "restrictions.author": "médecin-conseil",
    "restrictions.stated_on": "01.09.2026",
    "restrictions.expires_on": "01.03.2027",
}

WHOLE = Profile(
    id="p-1",
    languages=Languages(items=(LanguageSkill(language=Language.FR, level=LanguageLevel.B1),)),
    education=Education(level=EducationLevel.VOCATIONAL, recognised=False, field="Dessin"),
    occupations=(
        Occupation(
            title="Dessinatrice",
            codes=(OccupationCode(scheme="rome", code="F1104"),),
            years=2.5,
            last_year=2019,
            target=True,
        ),
    ),
    skills=Skills(items=(Skill(label="Plans de détail", code="12345"),)),
    availability=Availability(
        percent=70, schedules=(Schedule.SATURDAY,), work_pace_percent=60, start_from=date(2026, 12, 8)
    ),
    mobility=Mobility(licences=(LicenceCategory.B,)),
    restrictions=(
        FunctionalRestriction(
            strain=Strain.HEAVY_LIFTING,
            source="confirmed",
            author="médecin-conseil",
            stated_on=date(2026, 9, 1),
            expires_on=date(2027, 3, 1),
        ),
    ),
)


def page(content: Profile, capsys: pytest.CaptureFixture[str]) -> str:
    dossier = Dossier(
        profile=content.id,
        opportunity="own:x",
        title="Dessin de bâtiment",
        kind=OpportunityKind.PLACEMENT,
        under_mandate=False,
        content=content,
        prepared_by="demo",
    )
    at = datetime(2026, 11, 18, tzinfo=UTC)
    print_dossier(Entry("dossiers-1", 1, content.id, "u", "demo", at, dossier))
    return " ".join(capsys.readouterr().out.split())


def test_every_field_that_may_leave_is_on_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    text = page(WHOLE, capsys)
    assert SHOWN_AS.keys() == allowed_fields("profile", Receiver.PROVIDER)
    assert SHOWN_AS.keys() >= allowed_fields("profile", Receiver.EMPLOYER)
    for field, words in SHOWN_AS.items():
        assert words in text, field
    assert "{" not in text


def test_what_is_unknown_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    text = page(Profile(id="p-1"), capsys)
    for label in ("Métiers", "Compétences", "Langues", "Formation", "Disponibilité", "Horaires", "Permis", "À éviter"):
        assert label not in text
