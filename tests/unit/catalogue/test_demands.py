"""Body and hours from texts: what is certain is found, what is denied, paid for or left open is not."""

import pytest

from matching.catalogue.demands import find_least_pace, find_licences, find_schedules, find_strains
from matching.domain.vocabulary.situation import LicenceCategory, Schedule, Strain


@pytest.mark.parametrize(
    "text",
    [
        "Port de charges lourdes.",
        "Le poste implique le port de charges très lourdes",
        "- Manutention lourde de cartons",
        "Vous savez porter des charges jusqu'à 25 kg",
        "Port de charge jusqu'à 15kg",
        "Heben von schweren Lasten",
        "Sie heben schwere Lasten.",
        "Capacità di sollevare carichi pesanti",
        "Heavy lifting is part of the job",
        "Sans permis. Port de charges lourdes.",
        "Pas de diplôme mais port de charges lourdes",
    ],
)
def test_heavy_lifting_is_found(text: str) -> None:
    assert Strain.HEAVY_LIFTING in find_strains(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sans port de charges lourdes",
        "pas de port de charges",
        "Poste assis, aucun port de charges lourdes.",
        "Port de charges lourdes : non",
        "Poste adapté aux personnes avec restriction de port de charges lourdes",
        "Le levage des charges lourdes se fait au pont roulant",
        "Port de charges légères",
        "Port de charges jusqu'à 5 kg",
        "Prise en charge des résidents",
        "Optimiser les charges lourdes du budget",
        "Possibilité de port de charges lourdes",
        "Kein Heben von schweren Lasten",
        "Ohne schwere Lasten",
        "Senza sollevare carichi pesanti",
        "Schwere Lasten werden mit dem Gabelstapler bewegt",
        "No heavy lifting required",
        "",
    ],
)
def test_heavy_lifting_is_not_invented(text: str) -> None:
    assert find_strains(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Travail de nuit", (Schedule.NIGHT,)),
        ("Poste en horaires de nuit, du lundi au vendredi", (Schedule.NIGHT,)),
        ("Nachtschicht im Dreischichtbetrieb", (Schedule.NIGHT,)),
        ("Turni notturni", (Schedule.NIGHT,)),
        ("Vous travaillez le dimanche", (Schedule.SUNDAY,)),
        ("Un week-end sur deux", (Schedule.SATURDAY, Schedule.SUNDAY)),
        ("1 dimanche sur 3", (Schedule.SUNDAY,)),
        ("Le samedi travaillé est récupéré le lundi", (Schedule.SATURDAY,)),
        ("Prise de poste à 4h30", (Schedule.EARLY,)),
        ("Frühschicht ab 5 Uhr", (Schedule.EARLY,)),
    ],
)
def test_schedules_are_found(text: str, expected: tuple[Schedule, ...]) -> None:
    assert find_schedules(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Pas de travail de nuit ni le dimanche",
        "Majoration du travail de nuit à 26 %",
        "Prime de poste de nuit",
        "Poste de nuit ou de jour selon les missions",
        "Possibilité de travail le week-end",
        "Travail le dimanche exceptionnellement",
        "Repos le dimanche, horaires de journée",
        "Vous disposez du dimanche",
        "Restaurant fermé le samedi et le dimanche",
        "Assurer la continuité de service",
        "Keine Nachtschicht",
        "Zuschlag für Nachtarbeit",
        "Prise de poste à 14h",
        "Vos missions : réviser les horaires de train",
    ],
)
def test_schedules_are_not_invented(text: str) -> None:
    assert find_schedules(text) == ()


def test_long_texts_are_read_in_time() -> None:
    text = "port de charges " * 5_000 + "(" * 20_000
    assert find_strains(text) == ()
    assert find_schedules("travail le " * 10_000) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Permis C/E, carte de conducteur et certificat de capacité obligatoires.", (LicenceCategory.C,)),
        ("Permis de cariste exigé, français de base.", (LicenceCategory.FORKLIFT,)),
        ("Permis B indispensable. Véhicule fourni.", (LicenceCategory.B,)),
        ("Führerausweis Kat. B erforderlich.", (LicenceCategory.B,)),
        ("Le permis de cariste est un avantage et peut être passé chez nous.", ()),
        ("Permis B souhaité.", ()),
        ("Permis B non exigé.", ()),
        ("Permis B ou scooter nécessaire.", ()),
        ("Patente per carrello elevatore richiesta o da ottenere entro tre mesi.", ()),
        ("Permis de construire obligatoire.", ()),
    ],
)
def test_licences_that_are_demanded(text: str, expected: tuple[LicenceCategory, ...]) -> None:
    assert find_licences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rythme soutenu et plein rendement attendu dès le deuxième mois.", 90),
        ("Travail au calme, à son rythme.", None),
        ("Sans exigence de plein rendement.", None),
    ],
)
def test_full_output_that_is_demanded(text: str, expected: int | None) -> None:
    assert find_least_pace(text) == expected
