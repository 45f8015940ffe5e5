"""What the ranking read and said of a slate as it was served: replay and training read this, never the file anew."""

from typing import Annotated

from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.word import Identifier, Moment, Word, about


class ServedOption(Word):
    """One option of a slate: all inputs of its score, and what came out. Figures are kept to the last bit."""

    opportunity: Annotated[Identifier, about("Option.", "job_room:123")]
    kind: Annotated[OpportunityKind, about("Kind.", "vacancy")]
    provider: Annotated[int, about("Provider as the slate counts it; 0 is none.", 0)] = 0
    rank: Annotated[int, about("Rank on the slate, from 1.", 1, ge=1)]
    next_step: Annotated[bool, about("Stands in the next-step slot.", False)] = False
    features: Annotated[
        dict[str, float | None], about("Every feature as the model read it; null is unknown.", {"distance": 4.2})
    ]
    open_questions: Annotated[int, about("Conditions still to check.", 1, ge=0)]
    price: Annotated[float, about("Price of a scarce place, in points.", 0.0)] = 0.0
    propensity: Annotated[float, about("Probability of this rank under the policy.", 1.0, gt=0, le=1)] = 1.0
    draw: Annotated[int | None, about("Draw that its rank came of, from 0; absent: none did.", 0, ge=0)] = None
    member: Annotated[int | None, about("Which member of that draw, by score, from 0.", 1, ge=0)] = None
    points: Annotated[dict[str, float], about("Contributions by line.", {"reference": 2.3, "distance": 0.8})]
    score: Annotated[float, about("Score, in points.", 3.1)]
    low: Annotated[float, about("Lower end of its interval.", 1.2)]
    high: Annotated[float, about("Upper end of its interval.", 5.0)]


class ServedDraw(Word):
    """Near-equals whose order was drawn, best first, shown or not: with the recommendation's id all of the lot."""

    scores: Annotated[tuple[float, ...], about("Their scores, in points.", [3.1, 2.9], min_length=2)]
    kinds: Annotated[tuple[OpportunityKind, ...], about("Their kinds.", ["vacancy", "measure"], min_length=2)]
    kept: Annotated[dict[OpportunityKind, int], about("Places that kinds keep among them.", {"measure": 1})]
    free: Annotated[int, about("Places for whoever comes next.", 1, ge=0)]
    shown: Annotated[int, about("How many of them are shown.", 2, ge=1)]
    first_rank: Annotated[int, about("Rank of the first of those.", 2, ge=1)]


class ServedExploration(Word):
    """The policy by which places among near-equals were drawn, and each draw."""

    width: Annotated[float, about("Greatest difference to the best of a draw, in points.", 0.5, gt=0)]
    temperature: Annotated[float, about("How level the lot was, in points.", 0.5, gt=0)]
    max_cost: Annotated[float, about("What it might cost, in points per option seen.", 0.2, ge=0)]
    cost: Annotated[float, about("What it cost in expectation, in points per option seen.", 0.03)]
    draws: Annotated[tuple[ServedDraw, ...], about("Draws, by rank.", [])] = ()


class ServedSlate(Word):
    """A ranked slate as served, its options in the order in which the ranking read them."""

    recommendation: Annotated[Identifier, about("Recommendation.", "r-01J")]
    profile: Annotated[Identifier, about("Person.", "p-0001")]
    at: Annotated[Moment, about("When.", "2026-11-21T08:00:00+01:00")]
    model: Annotated[Identifier, about("Ranker.", "baseline-1")]
    encoder: Annotated[
        Identifier | None, about("Encoder behind the likenesses; absent is unknown.", "1f2e3d4c5b6a")
    ] = None
    chance: Annotated[
        dict[str, float | None],
        about("Facts behind the person's own chance as the model read them; null is unknown.", {"education": 3.0}),
    ]
    eligible: Annotated[
        dict[OpportunityKind, int] | None,
        about(
            "How many options of each kind might have been proposed by the rules; absent is unknown.", {"vacancy": 31}
        ),
    ] = None
    limit: Annotated[int, about("Most options on the slate.", 10, ge=1)]
    min_gain: Annotated[float, about("Least score shown.", 0.5)]
    per_provider: Annotated[int, about("Most options of one provider.", 2, ge=1)]
    kept_per_kind: Annotated[int, about("Places kept for each kind.", 2, ge=0)]
    exploration: Annotated[ServedExploration | None, about("What was drawn by lot; absent: all by score.", None)] = None
    options: Annotated[tuple[ServedOption, ...], about("Options.", [])]
