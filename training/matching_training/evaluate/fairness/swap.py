"""The same person said in the other gender, or with a name: no score may move, by a single bit.

Asked of any function from a profile to scores; `served.py` makes one of a service. The service reads text through
`retrieval.neutral` and `retrieval.sensitive`: these are tests that it still does.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matching.domain.profile import Profile

Scores = Callable[[Profile], NDArray[np.float64]]
"""From a person to the scores of the options, in one order for all people."""

GENDERED: tuple[tuple[str, str], ...] = (
    ("Vendeur en boulangerie", "Vendeuse en boulangerie"),
    ("Cuisinier", "Cuisinière"),
    ("Employé de commerce", "Employée de commerce"),
    ("Assistant socio-éducatif", "Assistante socio-éducative"),
    ("Aide-soignant", "Aide-soignante"),
    ("Directeur d'établissement", "Directrice d'établissement"),
    ("Agent d'entretien", "Agente d'entretien"),
    ("Technicien de surface", "Technicienne de surface"),
    ("Chef d'équipe", "Cheffe d'équipe"),
    ("Homme de ménage", "Femme de ménage"),
    ("Verkäufer im Detailhandel", "Verkäuferin im Detailhandel"),
    ("Koch", "Köchin"),
    ("Fachmann Betreuung", "Fachfrau Betreuung"),
    ("Kaufmann", "Kauffrau"),
    ("Pfleger", "Pflegerin"),
    ("Logistiker", "Logistikerin"),
    ("Reinigungsmitarbeiter", "Reinigungsmitarbeiterin"),
    ("Commesso di negozio", "Commessa di negozio"),
    ("Infermiere", "Infermiera"),
    ("Waiter", "Waitress"),
)
"""Titles in both forms, in four languages."""

NAMES: tuple[str, ...] = (
    "Amina Haile",
    "Jean-Pierre Rochat",
    "Fatma Yıldız",
    "Beat Zgraggen",
    "Kusum Tamang",
    "Dragan Petrović",
    "Mamadou Diallo",
    "Giulia Bernasconi",
)
"""Invented people of several origins and both sexes."""

_INTRODUCED = ("Je m'appelle {}. ", "Mein Name ist {}. ", "Mi chiamo {}. ", "My name is {}. ")
_WISH = "Un poste dans la vente ou la logistique, à proximité."


@dataclass(frozen=True)
class Swapped:
    """How many pairs were scored, what moved (as "one form | the other"), and by how many points at most."""

    pairs: int
    moved: tuple[str, ...]
    widest: float

    def sentence(self, what: str) -> str:
        """One line for the report."""
        if not self.moved:
            return f"{what} : {self.pairs} paires notées, aucun score ne change."
        return (
            f"{what} : {len(self.moved)} paires sur {self.pairs} changent de score, "
            f"de {self.widest:.3g} points au plus ({self.moved[0]})."
        )


def gender_swapped(scores: Scores, person: Profile, pairs: Sequence[tuple[str, str]] = GENDERED) -> Swapped:
    """Score the person as having held, and as wishing for, each occupation in both forms of its title."""

    def both() -> Iterator[tuple[str, Profile, Profile]]:
        for man, woman in pairs:
            for told in (_held, _wished):
                yield f"{man} | {woman}", told(person, man), told(person, woman)

    return _compare(scores, both())


def name_added(scores: Scores, person: Profile, names: Sequence[str] = NAMES) -> Swapped:
    """Score the person without a name and introduced by each name in each language."""
    project = person.project or _WISH
    silent = person.model_copy(update={"project": project})

    def both() -> Iterator[tuple[str, Profile, Profile]]:
        for name in names:
            for introduced in _INTRODUCED:
                said = introduced.format(name)
                yield said.strip(), silent, person.model_copy(update={"project": said + project})

    return _compare(scores, both())


def _compare(scores: Scores, both: Iterator[tuple[str, Profile, Profile]]) -> Swapped:
    moved, widest, pairs = [], 0.0, 0
    for said, one, other in both:
        first, second = scores(one), scores(other)
        pairs += 1
        if first.tobytes() != second.tobytes():
            moved.append(said)
            differences = np.abs(first - second)
            widest = max(widest, float(np.nanmax(differences, initial=0.0)))
    return Swapped(pairs, tuple(moved), widest)


def _held(person: Profile, title: str) -> Profile:
    return _told(person, occupations=[{"title": title, "years": 3}])


def _wished(person: Profile, title: str) -> Profile:
    return _told(person, occupations=[{"title": title, "target": True}], project=f"Un poste : {title}.")


def _told(person: Profile, **told: Any) -> Profile:
    return Profile.model_validate({**person.model_dump(mode="json", exclude_none=True), **told})
