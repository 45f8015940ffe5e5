"""The words of a person's pathways: what measures open, in which order, how long, and what to ask next."""

from typing import Annotated, Literal

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.needs import Barrier, DataCategory, NeedLevel
from matching.domain.word import Identifier, Moment, Name, Text, Word, about


class Opening(Word):
    """What completing some measures opens, counted by running the rules and the retrieval again."""

    options: Annotated[int, about("Suitable options ruled out today and no longer.", 12, ge=0)]
    jobs: Annotated[int, about("Jobs among them.", 9, ge=0)]
    measures: Annotated[int, about("Measures among them.", 2, ge=0)]
    placements: Annotated[int, about("Places in social enterprises among them.", 1, ge=0)]
    to_check: Annotated[int, about("Of them those with questions still open; the others are certain.", 3, ge=0)]
    settled: Annotated[int, about("Suitable options to be checked today whose every condition would be met.", 2, ge=0)]
    far_from_project: Annotated[int, about("Jobs that open too, but are far from project and experience.", 4, ge=0)]
    asking_for_skills: Annotated[int, about("Suitable jobs open today that ask for a skill it gives.", 2, ge=0)] = 0
    nearest_km: Annotated[float | None, about("Nearest of the jobs, straight from home; absent is unknown.", 3.2)] = (
        None
    )
    within_10_km: Annotated[int, about("Jobs within 10 km.", 4, ge=0)]
    within_30_km: Annotated[int, about("Jobs within 30 km.", 8, ge=0)]
    distance_unknown: Annotated[int, about("Jobs whose distance is not known.", 1, ge=0)]


class Opened(Word):
    """One option that opens."""

    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    kind: Annotated[OpportunityKind, about("Kind.", "vacancy")]
    title: Annotated[Name, about("Title.", "Vendeuse en boulangerie")]
    state: Annotated[Literal["eligible", "review"], about("How it would stand.", "eligible")]
    distance_km: Annotated[float | None, about("Kilometres in a straight line; absent is unknown.", 4.2, ge=0)] = None


class Step(Word):
    """One measure of a way, as the catalogue states it."""

    opportunity: Annotated[Identifier, about("Option.", "own:ne-francais-a2")]
    kind: Annotated[OpportunityKind, about("Kind.", "measure")]
    title: Annotated[Name, about("Title.", "Français A2 vers B1")]
    state: Annotated[
        Literal["eligible", "review", "opened"],
        about("Open today, to be checked today, or opened by the step before.", "eligible"),
    ]
    effects: Annotated[tuple[Text, ...], about("What it changes.", ["français : B1"])]
    lifts: Annotated[tuple[Barrier, ...], about("Weighty confirmed needs that it lifts.", ["mobility"])] = ()
    weeks: Annotated[Text | None, about("How long; absent is unknown.", "14 à 28 semaines")] = None
    places: Annotated[Text | None, about("Free places and waiting, as known; absent is unknown.", "peu de places")] = (
        None
    )
    alternatives: Annotated[int, about("Further options with the same effects, open today.", 2, ge=0)] = 0


class Pathway(Word):
    """One or two measures and what they open together; of two, only what neither opens alone."""

    steps: Annotated[tuple[Step, ...], about("Measures, in order.", [])]
    order: Annotated[
        Literal["alone", "after", "together", "unknown"],
        about("Whether two go one after the other or at the same time.", "after"),
    ]
    least_weeks: Annotated[int | None, about("Least weeks of the measures together; absent is unknown.", 14)] = None
    most_weeks: Annotated[int | None, about("Greatest weeks; absent is unknown.", 28)] = None
    waiting_weeks: Annotated[int | None, about("Waiting before they begin; absent is unknown.", 6)] = None
    timing: Annotated[Text, about("Order, duration and waiting in words.", "14 à 28 semaines ; attente non connue")]
    opens: Annotated[Opening, about("What it opens.", {"options": 3})]
    in_words: Annotated[Text, about("The same in words.", "3 options convenables de plus (3 emplois)")]
    removes: Annotated[tuple[Text, ...], about("What excludes today and no longer would.", ["Français B1 demandé"])]
    options: Annotated[tuple[Opened, ...], about("The first of what opens, those for the objective first.", [])]


class WayInStep(Word):
    """A measure that would help to make one option possible."""

    opportunity: Annotated[Identifier, about("Option.", "own:ac-cariste")]
    title: Annotated[Name, about("Title.", "Cours cariste et bases de la logistique")]
    effects: Annotated[tuple[Text, ...], about("What it changes.", ["certificat : permis de cariste (cariste)"])]
    weeks: Annotated[Text | None, about("How long; absent is unknown.", "2 semaines")] = None


class WayIn(Word):
    """One measure, or two together, after which no rule on an option is unmet: run and found so."""

    state: Annotated[Literal["eligible", "review"], about("How the option would stand.", "eligible")]
    steps: Annotated[tuple[WayInStep, ...], about("One measure, or two where none does alone.", [])]


class Obstacle(Word):
    """A weighty confirmed need, and the measures open today that lift it."""

    barrier: Annotated[Barrier, about("Need.", "mobility")]
    level: Annotated[NeedLevel, about("Its weight.", "blocking")]
    label: Annotated[Name, about("In words.", "mobilité")]
    lifted_by: Annotated[tuple[Step, ...], about("Measures that lift it, the surest and soonest first.", [])]


class Answering(Word):
    """A measure open today after which a rule excludes some of those jobs no more: run and found so."""

    opportunity: Annotated[Identifier, about("Option.", "own:vd-abonnement")]
    title: Annotated[Name, about("Title.", "Abonnement régional de bus et de train")]
    jobs: Annotated[int, about("Jobs among them that would open.", 3, ge=1)]


class Excluding(Word):
    """A rule that alone excludes suitable jobs today."""

    rule: Annotated[Identifier, about("Rule.", "travel")]
    jobs: Annotated[int, about("Suitable jobs of which it is the only unmet condition.", 4, ge=1)]
    example: Annotated[Text, about("What it says of the nearest of them.", "Trajet : 26 km, au plus 20.")]
    answered_by: Annotated[
        tuple[Answering, ...], about("Measures that open some of them, of most jobs first.", [])
    ] = ()


class Pathways(Word):
    """The answer; nothing of it is chosen for anybody."""

    profile: Annotated[Identifier, about("Person.", "p-0001")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    language: Annotated[str, about("Language of the sentences.", "fr", pattern="^(fr|de|it|en)$")]
    judged: Annotated[bool, about("Jobs were compared with project and experience; else all that open count.", True)]
    obstacles: Annotated[tuple[Obstacle, ...], about("Weighty confirmed needs.", [])]
    excluding: Annotated[tuple[Excluding, ...], about("What alone excludes suitable jobs today, most first.", [])]
    pathways: Annotated[tuple[Pathway, ...], about("Ways, those that open most for the objective first.", [])]
    none_because: Annotated[
        Text | None, about("Why there is no way.", "Aucune mesure ouverte n'ouvre autre chose.")
    ] = None
    tried: Annotated[int, about("Different sets of effects that were run.", 12, ge=0)]
    not_tried: Annotated[int, about("Sets of effects and pairs beyond what is tried for one person.", 0, ge=0)]
    without_effects: Annotated[
        int, about("Measures open today that do not say what they change: left out, not counted as nothing.", 3, ge=0)
    ]
    questions: Annotated[tuple[Text, ...], about("What to ask next.", ["Niveau de français ?"])] = ()
    purposes: Annotated[tuple[Text, ...], about("What each answer would settle.", ["Trancherait 4 options."])] = ()
    withheld: Annotated[
        tuple[DataCategory, ...], about("Categories that the viewer may not use: unknown throughout.", ["debt"])
    ] = ()
