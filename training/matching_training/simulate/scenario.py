"""A scenario: everything that may differ between two simulated cantons, read from one YAML file.

A file names only what differs from the standard canton. Figures are taken from the domain sheet where it has them
(section 6.1) and are called assumed otherwise; nothing here is measured on real people.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from matching.domain.vocabulary.measures import MeasureType
from matching.errors import InvalidInputError

Share = Annotated[float, Field(ge=0, le=1)]
Points = Annotated[float, Field(ge=-50, le=50)]
Days = Annotated[int, Field(ge=0, le=730)]
Count = Annotated[int, Field(ge=0, le=20_000)]

_T = MeasureType


def _published() -> dict[MeasureType, float]:
    """Average effect at twelve months from the start for a person of middling chances, in points, before lock-in.

    Signs from domain.md 6.1: basic courses negative, wage subsidies a small plus (Swiss causal forests 2014-15,
    arxiv 2410.23322); employment programmes and courses without significant effect, programmes worst of all (Card et
    al.); job search help good in the short run; intensive support positive (joint units of Lausanne, +9 for the whole
    unit). The sizes are assumed, chosen so that lock-in is what it is published to be.
    """
    return {
        _T.JOB_SEARCH_HELP: 2.0,
        _T.BASIC_COURSE: -3.0,
        _T.LANGUAGE_COURSE: 1.0,
        _T.VOCATIONAL_TRAINING: 2.0,
        _T.EMPLOYMENT_PROGRAMME: 0.5,
        _T.INTERNSHIP: 2.0,
        _T.WAGE_SUBSIDY: 2.5,
        _T.SELF_EMPLOYMENT: 1.0,
        _T.COACHING: 4.0,
        _T.OBSTACLE_REMOVAL: 1.5,
        _T.SOCIAL_STABILISATION: 0.0,
        _T.ALLOWANCE: 0.5,
    }


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class People(_Part):
    """Who lives in the canton."""

    count: Annotated[int, Field(ge=2, le=20_000, description="People of one intake.")] = 1_000
    months_without_work: Annotated[float, Field(gt=0, le=240, description="Median months without work. Assumed.")] = 14
    low_education: Annotated[Share, Field(description="Share with compulsory school at most. Assumed.")] = 0.45
    needs: Annotated[float, Field(ge=0, le=6, description="Needs per person, on average. Assumed.")] = 1.6
    unknown_facts: Annotated[Share, Field(description="Share of a file's optional facts that nobody wrote down.")] = 0.1
    groups_differ: Annotated[
        float,
        Field(ge=0, le=3, description="How much months without work, education and place differ between groups; 0: no"),
    ] = 1.0


class Options(_Part):
    """What the catalogue of the canton holds."""

    vacancies: Annotated[Count, Field(description="Vacancies.")] = 200
    measures: Annotated[Count, Field(description="Measures.")] = 75
    placements: Annotated[Count, Field(description="Places in social enterprises.")] = 25
    positions: Annotated[int, Field(ge=1, le=100, description="Jobs behind one vacancy, at most.")] = 3
    measure_starts: Annotated[
        int, Field(ge=0, le=1_000, description="Starts of one measure in a month, at most; each has from 1 to this.")
    ] = 4
    placement_starts: Annotated[int, Field(ge=0, le=1_000, description="The same for a place.")] = 1


GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sex": ("female", "male"),
        "age_band": ("under_30", "30_49", "50_plus"),
        "permit_group": ("citizen", "settled", "other"),
        "canton": ("LU", "NE", "VD"),
    }
)
"""The protected attributes of a simulated canton, with their values."""


class Prejudice(_Part):
    """A group whose members are accepted less than others, all else equal. It never enters a feature."""

    attribute: Annotated[
        Literal["sex", "age_band", "permit_group", "canton"], Field(description="Protected attribute.")
    ]
    value: Annotated[str, Field(description="Its value, as in the protected table: female, under_30, other, VD.")]
    logit: Annotated[float, Field(ge=-5, le=5, description="Added to the logit of accepting.")] = -0.8
    share: Annotated[Share, Field(description="Share of the counsellors who act so.")] = 0.6

    @field_validator("value")
    @classmethod
    def _is_of_the_attribute(cls, value: str, told: ValidationInfo) -> str:
        if value not in GROUPS.get(told.data.get("attribute", ""), ()):
            raise PydanticCustomError("enum", "no value of the attribute")
        return value


class Counsellors(_Part):
    """Who reads the slates, and how."""

    count: Annotated[int, Field(ge=1, le=2_000, description="Counsellors; each has a fixed part of the people.")] = 25
    attention: Annotated[
        float, Field(ge=0, le=5, description="Rank r is examined with probability r to the power of minus this.")
    ] = 0.5
    rank_trust: Annotated[
        float, Field(ge=0, le=5, description="Logit lost per log rank: what stands lower is believed less.")
    ] = 0.25
    trust: Annotated[
        float, Field(ge=0, le=5, description="Logit per standard deviation of the score shown: partial trust.")
    ] = 0.35
    insight: Annotated[
        float,
        Field(ge=0, le=5, description="Logit per standard deviation of the true gain: what they know and no file says"),
    ] = 0.25
    habits: Annotated[
        float, Field(ge=0, le=5, description="Standard deviation of likes and dislikes by type of measure, logit.")
    ] = 0.7
    ignoring: Annotated[
        Share, Field(description="Share of slates nobody looks at. Source: SAPS, domain.md 6.2; size assumed.")
    ] = 0.2
    ease: Annotated[float, Field(ge=-5, le=5, description="Added to every logit of accepting.")] = 0.0
    accepts: Annotated[int, Field(ge=1, le=10, description="Most options accepted of one slate.")] = 2
    deferring: Annotated[Share, Field(description="Share of what is not accepted that is put off.")] = 0.15
    other_reasons: Annotated[
        Share, Field(description="Share of rejections for capacity, payer or stale data: they teach nothing.")
    ] = 0.2
    feedback: Annotated[Share, Field(description="Share of decisions with a verdict on one explanation.")] = 0.05
    contesting: Annotated[Share, Field(description="Share of those verdicts that contest it. Assumed.")] = 0.25
    prejudice: Annotated[tuple[Prejudice, ...], Field(description="None in the standard canton.")] = ()


class Effects(_Part):
    """What options change in people, in points of the chance of an unsubsidised job twelve months after the start."""

    by_type: Annotated[
        dict[MeasureType, Points], Field(description="Average by type; what is not named keeps the standard.")
    ] = Field(default_factory=_published)
    scale: Annotated[float, Field(ge=0, le=5, description="Multiplies every effect of measures and places.")] = 1.0
    few_chances: Annotated[
        Points,
        Field(description="Added for few chances, taken off for good ones. Source: Knaus et al., 6.1; size assumed"),
    ] = 2.5
    lock_in: Annotated[
        Points, Field(description="Lost per full-time month x own chance. Source: Knaus et al., 6.1; size assumed.")
    ] = 2.0
    need: Annotated[Points, Field(description="Added where the weightiest need of the person is addressed.")] = 3.0
    quality: Annotated[
        float, Field(ge=0, le=20, description="Standard deviation of what no file tells of a measure, points.")
    ] = 1.2
    chance: Annotated[
        float, Field(ge=-5, le=5, description="Logit of a middling person's own chance at twelve months. Assumed.")
    ] = -1.1
    hidden: Annotated[
        float, Field(ge=0, le=3, description="Standard deviation of motivation, network and health in that logit.")
    ] = 0.6
    hiring: Annotated[
        float, Field(ge=-5, le=5, description="Logit of being hired after an application, for a middling fit. Assumed.")
    ] = -3.8


class Course(_Part):
    """What happens after a decision, and what is ever written down of it."""

    saying_yes: Annotated[float, Field(ge=-5, le=5, description="Logit of the person's yes, for a middling fit.")] = 1.2
    payer_refusal: Annotated[Share, Field(description="Share refused by the payer.")] = 0.07
    no_show: Annotated[Share, Field(description="Share who do not come on the first day.")] = 0.06
    dropout: Annotated[Share, Field(description="Share who leave before the end.")] = 0.18
    full_known: Annotated[Share, Field(description="Chance that a counsellor knows that a place is full.")] = 0.35
    leaves_after: Annotated[Days, Field(description="Days until what is filled for good leaves the catalogue.")] = 10
    start_after: Annotated[tuple[Days, Days], Field(description="Days from the yes to the start.")] = (5, 45)
    stated_after: Annotated[tuple[Days, Days], Field(description="Days from the horizon to the outcome.")] = (5, 120)
    sooner: Annotated[
        tuple[Share, Share],
        Field(description="Share of those with a job at twelve months who have it at three, and at six. Assumed."),
    ] = (0.35, 0.65)
    lost: Annotated[
        Share, Field(description="Share of those without one at twelve months who have one at three, or six. Assumed.")
    ] = 0.08
    never_stated: Annotated[
        Share, Field(description="Share of people whose outcome nobody ever writes down: unknown, never a failure.")
    ] = 0.25
    never_stated_gap: Annotated[
        Share, Field(description="The same is added for those without a job: what goes well is told more often.")
    ] = 0.05


class Exploring(_Part):
    """How the offices explore: as MATCHING_EXPLORATION and its three figures do. Off in the standard canton."""

    width: Annotated[float, Field(gt=0, le=20, description="Options this many points apart are nearly equal.")] = 0.5
    temperature: Annotated[float, Field(gt=0, le=20, description="How level the lot is, in points.")] = 0.5
    max_cost: Annotated[float, Field(ge=0, le=20, description="What it may cost, in points per option seen.")] = 0.01


class Scenario(_Part):
    """One simulated canton. Same scenario and seed: same canton."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$", description="Name, as that of the file.")] = "standard"
    title: Annotated[str, Field(max_length=200, description="What it is for, in French.")] = "Le canton standard"
    seed: Annotated[int, Field(ge=0, description="Seed, if none is given on the command line.")] = 1
    begin: Annotated[date, Field(ge=date(2000, 1, 1), le=date(2099, 12, 31), description="First day.")] = date(
        2026, 11, 16
    )
    decisions: Annotated[int, Field(ge=1, le=1_000_000, description="Decisions, if none are asked for.")] = 5_000
    per_intake: Annotated[
        int,
        Field(ge=1, le=100_000, description="Decisions on one intake of people; more are made on the next intakes."),
    ] = 5_000
    slate: Annotated[int, Field(ge=1, le=50, description="Options on a slate.")] = 10
    min_gain: Annotated[float, Field(description="Least score shown, as in the settings of the service.")] = 0.5
    round_days: Annotated[int, Field(ge=5, le=365, description="Days in which every person is seen once.")] = 30
    people: People = People()
    options: Options = Options()
    counsellors: Counsellors = Counsellors()
    effects: Effects = Effects()
    course: Course = Course()
    over: Annotated[
        bool, Field(description="Once played through a service its options are withdrawn: the past of a demo.")
    ] = False
    exploration: Annotated[Exploring | None, Field(description="None: places follow the scores.")] = None

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that change when anything in the scenario does."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]

    @property
    def world_digest(self) -> str:
        """The same, of what people and catalogue are made from: a world may be kept as long as it stays."""
        told = self.model_dump_json(include={"begin", "people", "options"})
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def shipped_scenarios() -> dict[str, Path]:
    """The scenarios that come with the project, by name."""
    folder = Path(str(files("matching_training.simulate"))) / "scenarios"
    return {file.stem: file for file in sorted(folder.glob("*.yaml"))}


def open_scenario(name_or_file: str) -> Scenario:
    """A scenario by the name of a shipped one or from a YAML file; InvalidInputError in one sentence otherwise."""
    known = shipped_scenarios()
    file = known.get(name_or_file, Path(name_or_file))
    try:
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as unread:
        raise InvalidInputError(
            f"Le scénario « {name_or_file} » ne peut pas être lu ; donner un fichier, ou un de : {', '.join(known)}."
        ) from unread
    except yaml.YAMLError as wrong:
        raise InvalidInputError(
            f"Le scénario {file.name} n'est pas du YAML : {' '.join(str(wrong).split())}"
        ) from wrong
    except (ValueError, RecursionError) as wrong:
        said = "imbriqué trop profondément" if isinstance(wrong, RecursionError) else str(wrong)
        raise InvalidInputError(
            f"Le scénario {file.name} contient ce qu'aucun scénario ne contient ({said}) ; le corriger."
        ) from wrong
    return read_scenario(told, file.name)


def read_scenario(told: object, source: str) -> Scenario:
    """A scenario from what a YAML file says; effects by type that it leaves out keep the standard."""
    if told is None:
        told = {}
    if not isinstance(told, dict):
        raise InvalidInputError(f"Le scénario {source} doit être une liste de « clé: valeur ».")
    try:
        scenario = Scenario.model_validate(told)
    except ValidationError as wrong:
        raise InvalidInputError(f"Le scénario {source} est refusé : {_in_words(wrong)}.") from wrong
    by_type = _published() | scenario.effects.by_type
    effects = scenario.effects.model_copy(update={"by_type": dict(sorted(by_type.items()))})
    for low, high in (scenario.course.start_after, scenario.course.stated_after):
        if low > high:
            raise InvalidInputError(f"Le scénario {source} est refusé : un délai va du plus court au plus long.")
    if scenario.course.sooner[0] > scenario.course.sooner[1]:
        raise InvalidInputError(f"Le scénario {source} est refusé : course.sooner ne baisse pas avec les mois.")
    return scenario.model_copy(update={"effects": effects})


_WORDS = {
    "extra_forbidden": "n'existe pas dans un scénario",
    "enum": "n'est pas dans la liste",
    "literal_error": "n'est pas dans la liste",
}


def _in_words(wrong: ValidationError) -> str:
    """Each field with what is the matter, in French where there are words for it."""
    parts = []
    for each in wrong.errors():
        where = ".".join(str(part) for part in each["loc"] if part != "[key]")
        limits = {"greater_than_equal": "ge", "less_than_equal": "le", "greater_than": "gt", "less_than": "lt"}
        if each["type"] in limits:
            sign = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<"}[limits[each["type"]]]
            parts.append(f"{where} doit être {sign} {each['ctx'][limits[each['type']]]}")
        else:
            parts.append(f"{where} {_WORDS.get(each['type'], 'n’est pas une valeur possible')}")
    return " ; ".join(parts)
