"""What was shown to whom, when and for whom."""

from typing import Annotated

from matching.domain.verdict import Eligibility, Verdict
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Band, Evidence
from matching.domain.word import Identifier, Moment, Name, Text, Word, about


class Contribution(Word):
    """One line of the arithmetic behind a score."""

    feature: Annotated[Identifier, about("Feature, or a line of its own such as reference.", "distance")]
    value: Annotated[float | None, about("Value as seen by the model; absent is unknown.", 4.2)] = None
    points: Annotated[float, about("Part of the score, in points.", 0.8)]
    sentence: Annotated[Text, about("In words.", "À 4 km du domicile.")]


class CardLine(Word):
    """One line of a card: a label and what is known, unknown said as such."""

    code: Annotated[Identifier, about("Line.", "pay")]
    label: Annotated[Name, about("Label.", "Rémunération")]
    text: Annotated[Text, about("What is known.", "payé par l'employeur")]


class Card(Word):
    """One option as shown."""

    rank: Annotated[int, about("Rank in the slate, from 1.", 1, ge=1)]
    next_step: Annotated[bool, about("Stands in the next-step slot.", False)] = False
    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    kind: Annotated[OpportunityKind, about("Kind.", "vacancy")]
    title: Annotated[Name, about("Title.", "Vendeuse en boulangerie")]
    summary: Annotated[Text, about("Beginning of the description.", "Servir la clientèle, encaisser…")] = ""
    provider: Annotated[Name | None, about("Employer or organiser.", "Boulangerie Exemple")] = None
    place: Annotated[Text | None, about("Place.", "1020 Renens")] = None
    distance_km: Annotated[float | None, about("Kilometres in a straight line; absent is unknown.", 4.2, ge=0)] = None
    score: Annotated[float, about("Score, in points; the sum of the contributions.", 3.1)]
    interval: Annotated[tuple[float, float], about("Interval of the score.", [1.2, 5.0])]
    band: Annotated[Band, about("Strength without a figure.", "medium")]
    contributions: Annotated[tuple[Contribution, ...], about("The arithmetic.", [])]
    eligibility: Annotated[Eligibility, about("Result of the rules.", {"state": "eligible"})]
    verdicts: Annotated[tuple[Verdict, ...], about("Rules met and unknown.", [])]
    reasons: Annotated[tuple[Text, ...], about("Main reasons, strongest first.", ["Proche du projet."])]
    reservations: Annotated[tuple[Text, ...], about("What speaks against it, strongest first.", ["Loin."])] = ()
    matched_skills: Annotated[
        tuple[Name, ...], about("Skills asked for that are close to the person's.", ["Encaissement"])
    ] = ()
    missing_skills: Annotated[
        tuple[Name, ...], about("Skills asked for that the file does not name.", ["Mise en rayon"])
    ] = ()
    lines: Annotated[tuple[CardLine, ...], about("Money, duties, procedure.", [])] = ()
    notes: Annotated[tuple[Text, ...], about("What else to know.", ["Déjà suivie en 2025."])] = ()
    propensity: Annotated[
        float, about("Probability of standing at this rank under the slate policy.", 1.0, gt=0, le=1)
    ] = 1.0


class Versions(Word):
    """What the recommendation was computed with."""

    rules: Annotated[Identifier, about("Rules.", "r-3f9a")]
    catalogue: Annotated[Identifier, about("Catalogue, as far as the viewer may see it.", "c-8c1d20261121aa00")]
    encoder: Annotated[Identifier, about("Encoder.", "static-1f2e")]
    model: Annotated[Identifier, about("Ranker.", "baseline-1")]
    evidence: Annotated[Evidence, about("What the model rests on.", "none")]


class Recommendation(Word):
    """A slate as shown: may be empty, and then says why."""

    id: Annotated[Identifier, about("Id.", "r-01J")]
    profile: Annotated[Identifier, about("Person.", "p-0001")]
    viewer: Annotated[Identifier, about("Account that asked.", "demo")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    language: Annotated[str, about("Language of the sentences.", "fr", pattern="^(fr|de|it|en)$")]
    horizon_months: Annotated[int, about("Horizon of the score, months from the start.", 12, ge=1, le=60)] = 12
    cards: Annotated[tuple[Card, ...], about("Slate, best first.", [])]
    questions: Annotated[
        tuple[Text, ...], about("What to ask next, the most telling first.", ["Niveau de français ?"])
    ] = ()
    empty_because: Annotated[Text | None, about("Why the slate is empty.", "Aucune proposition adaptée")] = None
    considered: Annotated[int, about("Options visible to the viewer.", 115, ge=0)]
    versions: Annotated[
        Versions,
        about(
            "Computed with.",
            {"rules": "r-1", "catalogue": "s-1", "encoder": "e-1", "model": "baseline-1", "evidence": "none"},
        ),
    ]
