"""Sentences: the same ones in each language, plain words, facts as they are read, and one for every key code builds."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from string import Formatter

import pytest

import matching
from matching.domain.opportunity import AnyOpportunity, InsertionClause, Measure, Placement, Vacancy
from matching.domain.profile import Profile
from matching.domain.vocabulary.catalogue import ContractKind, Institution
from matching.domain.vocabulary.situation import Language
from matching.eligibility.payer import resolve
from matching.eligibility.rule import Rule
from matching.eligibility.rules import MODULES, RULES
from matching.explanation.lines import card_lines
from matching.explanation.payers import Funding
from matching.messages.laws import law_in
from matching.messages.say import DEFAULT, LANGUAGES, PARTS, catalogue, say
from matching.ranking.features import FEATURES, Feature
from matching.ranking.rank import LINES, OPEN_QUESTIONS

FRENCH = catalogue("fr")
SOURCE = Path(matching.__file__).parent
MISSING_AT_MOST = {"de": 0, "it": 0, "en": 0}
"""Sentences that a language may still lack: lower a ceiling when sentences are written; only new rules raise it."""
UNWANTED = re.compile(
    r"bénéficiaire|sozialhilfe(?:empfänger|bezüger)|assisté[es]*\b|cas social|chômeur|arbeitslose[rn]?\b"
    r"|beneficiar(?:y|ies)\b|claimants?\b|recipients?\b|\bunemployed\b|\bthe disabled\b|jobless"
    r"|beneficiari[aeo]?\b|assistit[aeio]\b|cas[io] social[ei]|disoccupat[aeio]\b",
    re.IGNORECASE,
)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def part_of(part: str, lang: str) -> dict[str, str]:
    name = f"matching.messages.{part}_{lang}"
    return dict(import_module(name).MESSAGES) if find_spec(name) else {}


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_holds_the_same_sentences_with_the_same_facts_as_in_french(part: str, lang: str) -> None:
    french, other = part_of(part, "fr"), part_of(part, lang)
    assert french.keys() == other.keys()
    for key, sentence in french.items():
        assert placeholders(sentence) == placeholders(other[key]), key


def test_no_key_stands_in_two_parts() -> None:
    assert len(FRENCH) == sum(len(part_of(part, "fr")) for part in PARTS)


@pytest.mark.parametrize("lang", ["de", "it", "en"])
def test_what_a_language_lacks_stays_below_its_ceiling(lang: str) -> None:
    spoken = catalogue(lang)
    assert spoken.keys() <= FRENCH.keys()
    assert len(FRENCH.keys() - spoken.keys()) <= MISSING_AT_MOST[lang]
    for key, sentence in spoken.items():
        assert placeholders(sentence) == placeholders(FRENCH[key]), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_plain_and_name_nobody_by_their_situation(lang: str) -> None:
    for key, sentence in catalogue(lang).items():
        assert not UNWANTED.search(sentence), key
        assert sentence == sentence.strip(), key
        assert "  " not in sentence, key
        assert len(sentence) <= 200, key


@pytest.mark.parametrize(
    ("lang", "before"),
    [
        ("fr", r"[^ \u202f\xa0][:;?!»]|«[^ \u202f\xa0]"),
        ("de", r" [:;?!](?:\s|$)|[«»]\s\w+\s»"),
        ("en", r"\s[:;?!%]|[«»\"\u202f\xa0]"),
        ("it", r"\s[:;?!,.»]|«\s|[’“”\"]|[àèéìòù]'|\bE'"),
    ],
)
def test_typography_is_that_of_the_language(lang: str, before: str) -> None:
    for key, sentence in catalogue(lang).items():
        assert not re.search(before, re.sub(r"\{[^}]*\}", "x", sentence)), key


def test_facts_are_said_as_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = {"fr": {"k": "{fact}", "only.fr": "seulement {fact}"}, "de": {"k": "so: {fact}"}}
    monkeypatch.setattr("matching.messages.say.catalogue", lambda lang: spoken.get(lang, {}))
    assert say("fr", "k", fact=date(2026, 3, 1)) == "01.03.2026"
    assert say("fr", "k", fact=Institution.ORP) == Institution.ORP.fr
    assert say("de", "k", fact=Institution.ORP) == f"so: {Institution.ORP.de}"
    assert say("fr", "k", fact=(Language.FR, Language.DE)) == f"{Language.FR.fr}, {Language.DE.fr}"
    assert say("fr", "k", fact=[date(2026, 3, 1), 7]) == "01.03.2026, 7"
    assert say("fr", "k", fact="{fact}") == "{fact}"
    assert say("it", "k", fact=3) == "3"
    assert say("rm", "k", fact=3) == "3"
    assert say("de", "only.fr", fact=3) == "seulement 3"
    with pytest.raises(KeyError):
        say("fr", "no.such.key")


def test_a_missing_language_falls_back_to_french() -> None:
    key = "card.unknown"
    assert key in catalogue(DEFAULT)
    assert f"{key}.too" not in catalogue(DEFAULT)
    assert catalogue("rm") == {}
    assert say("rm", key) == say(DEFAULT, key) == FRENCH[key]


UNSTEPPED = ("better", "worse", "judged_better", "judged_worse")


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_a_feature_has_a_sentence_for_each_step_and_for_unknown(feature: Feature) -> None:
    values = (float("nan"), -1e9, 1e9, *(least for least, _ in feature.steps), *feature.cited)
    keys = {feature.sentence_key(value, points) for value in values for points in (-1.0, 0.0, 1.0)}
    built = {f"feature.{feature.name}.{suffix}" for _, suffix in feature.steps} | {f"feature.{feature.name}.unknown"}
    lowest = min((least for least, _ in feature.steps), default=None)
    # Below its lowest step a feature has no value: the bare key is needed only where there are no steps.
    bare = f"feature.{feature.name}"
    wanted = built if lowest is not None else {*built, bare, *(f"{bare}.{said}" for said in UNSTEPPED)}
    assert wanted <= keys
    assert [key for key in wanted if key not in FRENCH] == []
    for key in wanted:
        assert placeholders(FRENCH[key]) <= {"value", "percent"}, key


def test_steps_stand_from_the_highest_down() -> None:
    for feature in FEATURES:
        least = [step for step, _ in feature.steps]
        assert least == sorted(set(least), reverse=True), feature.name


def test_lines_of_a_score_that_are_no_feature_have_their_sentences() -> None:
    assert [line for line in LINES if f"feature.{line}" not in FRENCH] == []
    assert f"feature.{OPEN_QUESTIONS}.none" in FRENCH


def options() -> Iterator[AnyOpportunity]:
    yield Vacancy(id="own:1", title="V")
    yield Vacancy(id="own:1", title="V", contract=ContractKind.PERMANENT)
    yield Vacancy(id="own:1", title="V", clause=InsertionClause(market="M"))
    yield Measure(id="own:2", title="M", form="activity", type="coaching", contract=ContractKind.PERMANENT)
    yield Placement(id="own:3", title="P", contract=ContractKind.PERMANENT)


@pytest.mark.parametrize("lang", ["fr", "de", "it", "en"])
def test_every_line_of_a_card_has_its_label(lang: str) -> None:
    on = date(2026, 11, 18)
    shown = [(option, Funding(resolve(Profile(id="p-1"), option, on))) for option in options()]
    codes = {
        line.code for option, funding in shown for line in card_lines(option, Profile(id="p-1"), funding, on, lang)
    }
    labels = {key.removeprefix("line.") for key in catalogue(lang) if key.startswith("line.")}
    elsewhere = {"head_start", "support", "activity_hours", "rsa", "lifts", "opens", "opens_nothing", "similar"}
    assert codes | elsewhere == labels


def constants(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text constant of the code outside the catalogues that looks like the key of a sentence."""
    for path in sorted(folder.rglob("*.py")):
        if path.parent.name not in {"messages", "contracts"}:  # contracts name fields
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield path.name, node.value


def test_every_key_that_code_names_exists() -> None:
    key = re.compile(r"(?:card|line|slate|state|why|feature|payer|plan|shortlist|demand|answer|postings)(?:\.[a-z_]+)+")
    named = [(path, text) for path, text in constants(SOURCE) if key.fullmatch(text)]
    assert len(named) > 40
    for path, text in named:
        assert text in FRENCH or any(known.startswith(f"{text}.") for known in FRENCH), f"{path}: {text}"


NEVER = {
    **{
        rule.id: {"met"}  # nobody has a right to it; the office answers
        for rule in RULES
        if rule.subject == "disability_insurance" and rule.id not in {"lai_14a_reinsertion", "lai_18b_placement"}
    },
    **{rule.id: {"not_met"} for rule in RULES if rule.subject == "durations"},  # more than the law allows is a question
    "oaci_81e_deadline": {"not_met"},  # late is no refusal
    "laci_60_placement": {"not_met"},  # a course may dispense from being placeable
    "laci_64a_after_training": {"not_met"},  # usually after a training
    "laci_66a_training": {"not_met"},  # great difficulty to find work is for the payer to judge
    "laci_68_region": {"met", "not_met"},  # the office decides on the region
    "laci_71a_no_fault": {"met", "not_met"},  # the fund decides
    "cddi_hours": {"not_met"},  # a derogation may be given
    "iae_entry": {"not_met"},  # what an entry says of itself is for its provider to correct
    "immersion_agreement": {"met", "not_met"},  # the conditions were not read
    "offered": {"unknown", "question"},  # a bound not stated is no bound
    "application_deadline": {"unknown", "question"},
    "place_known": {"met", "not_met"},  # it concerns only the places nobody names
    "vd_uc_disability": {"not_met"},  # the text is ambiguous
    "vd_mis_t_youth": {"not_met"},  # the text names no age
    "ne_eso_debts": {"not_met"},  # a question, never a no
}
"""What a rule never says of itself. Everything else has its sentence, and what is never said has none."""


@pytest.mark.parametrize("lang", ["fr", "de", "it", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_its_sentences(rule: Rule, lang: str) -> None:
    said = catalogue(lang)
    wanted = {"met", "not_met", "unknown", "question"} - NEVER.get(rule.id, set())
    wanted |= {"change"} if rule.remedy else set()
    parts = {key.split(".")[2] for key in said if key.startswith(f"rule.{rule.id}.")}
    assert parts == wanted
    for part in wanted:
        assert f"rule.{rule.id}.{part}" in said


def test_every_sentence_of_the_rules_belongs_to_a_rule() -> None:
    ids = {rule.id for rule in RULES}
    assert {key.split(".")[1] for key in FRENCH if key.startswith("rule.")} == ids


def test_an_unknown_variant_has_its_question_and_the_other_way_round() -> None:
    for rule in RULES:
        variants = {
            part: {key.removeprefix(f"rule.{rule.id}.{part}") for key in FRENCH if _is_part(key, rule.id, part)}
            for part in ("unknown", "question")
        }
        assert variants["unknown"] == variants["question"], rule.id


def _is_part(key: str, rule: str, part: str) -> bool:
    return key == f"rule.{rule}.{part}" or key.startswith(f"rule.{rule}.{part}.")


@pytest.mark.parametrize("module", MODULES)
def test_the_variants_that_rules_name_are_those_that_sentences_have(module: str) -> None:
    """Read from the code: each text given as `variant=` in a module is a variant of one of its rules."""
    tree = ast.parse((SOURCE / "eligibility" / "rules" / f"{module}.py").read_text(encoding="utf-8"))
    given = [node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "variant"]
    named = {
        constant.value
        for value in given
        for constant in ast.walk(value)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    }
    ids = {rule.id for rule in import_module(f"matching.eligibility.rules.{module}").RULES}
    keys = [key.split(".") for key in FRENCH if key.startswith("rule.")]
    assert {key[3] for key in keys if key[1] in ids and len(key) > 3} == named


def test_laws_have_the_names_of_the_language() -> None:
    reference = "LACI art. 59 al. 3 let. c; OACI art. 90"
    assert law_in("fr", reference) == reference
    assert law_in("en", reference) == reference
    assert law_in("de", reference) == "AVIG Art. 59 Abs. 3 lit. c; AVIV Art. 90"
    assert law_in("it", reference) == "LADI art. 59 cpv. 3 lett. c; OADI art. 90"
    assert law_in("it", "LAI art. 14a; RAI art. 4sexies; LP art. 93") == "LAI art. 14a; OAI art. 4sexies; LEF art. 93"
    assert law_in("de", "art. 16 LACI, ATF 123") == "Art. 16 AVIG, BGE 123"


@pytest.mark.parametrize("lang", ["de", "it"])
def test_sentences_cite_laws_by_the_names_of_the_language(lang: str) -> None:
    french = re.compile(r"\b(?:LACI|OACI|LSE|OSE|LEI|RAI|ATF)\b|\b(?:al|let)\. \w")
    for key, sentence in catalogue(lang).items():
        assert not french.search(sentence), key


@pytest.mark.parametrize("lang", ["fr", "de", "it", "en"])
def test_every_field_of_a_file_has_a_name(lang: str) -> None:
    for field in Profile.model_fields:
        assert say(lang, f"field.{field}")
