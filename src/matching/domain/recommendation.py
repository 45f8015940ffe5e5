"""What was shown to whom, when and for whom."""

from datetime import date
from typing import Annotated, Literal

from matching.domain.sought import EVERYTHING_SOUGHT, Sought
from matching.domain.verdict import Eligibility, Verdict
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import DataCategory
from matching.domain.vocabulary.process import Band, Evidence
from matching.domain.vocabulary.reasons import RejectReason
from matching.domain.voice import SaidBy
from matching.domain.word import Identifier, Moment, Name, Text, Word, about

HORIZON_MONTHS = 12
"""The horizon where no ranker names one."""


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

    rank: Annotated[int, about("Rank in the slate, or place in a list that is not ranked, from 1.", 1, ge=1)]
    next_step: Annotated[bool, about("Stands in the next-step slot.", False)] = False
    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    kind: Annotated[OpportunityKind, about("Kind.", "vacancy")]
    title: Annotated[Name, about("Title.", "Vendeuse en boulangerie")]
    summary: Annotated[Text, about("Beginning of the description.", "Servir la clientèle, encaisser…")] = ""
    description: Annotated[Text, about("The whole description.", "Servir la clientèle, encaisser, ranger.")] = ""
    provider: Annotated[Name | None, about("Employer or organiser.", "Boulangerie Exemple")] = None
    place: Annotated[Text | None, about("Place.", "1020 Renens")] = None
    distance_km: Annotated[float | None, about("Kilometres in a straight line; absent is unknown.", 4.2, ge=0)] = None
    score: Annotated[
        float | None, about("Score, in points; the sum of the contributions. Absent where nothing is ranked.", 3.1)
    ] = None
    interval: Annotated[tuple[float, float] | None, about("Interval of the score; with it.", [1.2, 5.0])] = None
    band: Annotated[Band | None, about("Strength without a figure; with the score.", "medium")] = None
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
    mandate_only: Annotated[
        tuple[Literal["posting", "employer"], ...],
        about("What of it only the employment service might see when it was shown.", ["posting"]),
    ] = ()
    propensity: Annotated[
        float, about("Probability of standing at this rank under the slate policy.", 1.0, gt=0, le=1)
    ] = 1.0
    drawn_among: Annotated[
        int | None, about("Nearly equal options among which its place was drawn; absent: not drawn.", 3, ge=2)
    ] = None


class Resting(Word):
    """An option that is not proposed for a while: it stays findable, and stands again the day the person asks."""

    opportunity: Annotated[Identifier, about("Option.", "own:atelier-velo")]
    title: Annotated[Name, about("Title.", "Atelier vélo")]
    reason: Annotated[RejectReason | None, about("Why; absent: not available to whoever asks.", "not_interested")] = (
        None
    )
    since: Annotated[date | None, about("Since; absent is unknown.", "2026-11-23")] = None
    until: Annotated[date | None, about("Last day; absent: no day is fixed.", "2027-01-22")] = None
    said_by: Annotated[SaidBy | None, about("Whose no it is; absent: it was done before.", "person")] = None
    alike: Annotated[int | None, about("Further options that rest with it, as they are like it.", 2, ge=0)] = None
    like: Annotated[tuple[Name, ...], about("Their titles.", ["Atelier bois"])] = ()


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
    horizon_months: Annotated[int, about("Horizon of the score, months from the start.", 12, ge=1, le=60)] = (
        HORIZON_MONTHS
    )
    sought: Annotated[Sought, about("What the list was asked to hold.", {"kinds": ["measure"]})] = EVERYTHING_SOUGHT
    cards: Annotated[tuple[Card, ...], about("Slate, best first.", [])]
    questions: Annotated[
        tuple[Text, ...], about("What to ask next, the most telling first.", ["Niveau de français ?"])
    ] = ()
    purposes: Annotated[
        tuple[Text, ...],
        about(
            "What each question would settle, in the order of `questions`.", ["Réglerait une condition de 4 options"]
        ),
    ] = ()
    empty_because: Annotated[Text | None, about("Why the slate is empty.", "Aucune proposition adaptée")] = None
    considered: Annotated[int, about("Options visible to the viewer.", 115, ge=0)]
    under_mandate: Annotated[
        bool, about("Postings in their head start existed for the viewer; a copy is for who may see them too.", True)
    ] = False
    ranked: Annotated[
        bool, about("Ranked by the model; false: the list of the rules alone, as the person wants or `degraded`.", True)
    ] = True
    degraded: Annotated[
        bool,
        about(
            "Encoder or ranker cannot be used: ranked by the shipped one, or the list of the rules alone.",
            False,
        ),
    ] = False
    order: Annotated[
        Text | None, about("The order, where it is not that of the promoted ranker.", "Par genre, puis par titre")
    ] = None
    explores: Annotated[
        bool, about("Places among nearly equal options are drawn by lot, as the house has set it.", False)
    ] = False
    exploration_cost: Annotated[
        float | None, about("What that costs in expectation, in points per option seen; with it.", 0.03)
    ] = None
    listed: Annotated[
        int | None, about("Options in the whole list, of which the cards are a page; absent when ranked.", 57, ge=0)
    ] = None
    resting: Annotated[tuple[Resting, ...], about("Options that rest, refused or done before.", [])] = ()
    contested: Annotated[
        tuple[Text, ...], about("Facts the person contests, not yet answered.", ["Contesté : languages"])
    ] = ()
    withheld: Annotated[
        tuple[DataCategory, ...], about("Categories that the viewer may not use: unknown throughout.", ["debt"])
    ] = ()
    versions: Annotated[
        Versions,
        about(
            "Computed with.",
            {"rules": "r-1", "catalogue": "s-1", "encoder": "e-1", "model": "baseline-1", "evidence": "none"},
        ),
    ]
