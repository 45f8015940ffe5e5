"""The channels together: what a snapshot must hold to be searched, and the candidates among eligible rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.domain.opportunity import AnyOpportunity
from matching.domain.person import Occupation
from matching.domain.profile import Profile
from matching.retrieval.coverage import CoverageIndex
from matching.retrieval.encoder import Encoder
from matching.retrieval.flat_index import FlatIndex
from matching.retrieval.lexical import LexicalIndex
from matching.retrieval.ngrams import beginnings
from matching.retrieval.occupations.similarity import pack, similarity
from matching.retrieval.occupations.taxonomy import Taxonomy
from matching.retrieval.skills import SkillTable
from matching.retrieval.text import PersonText, text_of_option, text_of_person

Rows = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Groups = dict[str, dict[str, npt.NDArray[Any]]]

PER_CHANNEL = 300


@dataclass(frozen=True)
class SearchIndex:
    """Vectors of each option's role and body (flat faiss indexes), n-grams of roles, words of bodies, what is coded.

    `occupations` holds the distinct sets of codes, `occupation_of` (n_options,) which of them an option has.
    """

    roles: FlatIndex
    bodies: FlatIndex
    lexical: LexicalIndex
    words: CoverageIndex
    occupations: Mapping[str, npt.NDArray[Any]]
    occupation_of: npt.NDArray[np.int32]
    skills: SkillTable

    @classmethod
    def build(
        cls,
        options: Sequence[AnyOpportunity],
        encoder: Encoder,
        taxonomy: Taxonomy | None,
        counted: npt.NDArray[np.bool_],
    ) -> "SearchIndex":
        """The index of some options, in their order; statistics are those of the `counted` ones, which all may see."""
        texts = [text_of_option(option) for option in options]
        coded = [tuple((code.scheme, code.code) for code in option.occupations) for option in options]
        distinct = {codes: number for number, codes in enumerate(dict.fromkeys(coded))}
        return cls(
            roles=FlatIndex.build(encoder.encode([text.role for text in texts], "passage")),
            bodies=FlatIndex.build(encoder.encode([text.body for text in texts], "passage")),
            lexical=LexicalIndex.build([text.role for text in texts], counted),
            words=CoverageIndex.build([text.body for text in texts], beginnings, counted),
            occupations=pack(list(distinct), taxonomy),
            occupation_of=np.array([distinct[codes] for codes in coded], dtype=np.int32),
            skills=SkillTable.build(options, lambda labels: encoder.encode(labels, "passage")),
        )

    def groups(self) -> Groups:
        """The arrays to save, by group."""
        return {
            "index": {"roles": self.roles.array(), "bodies": self.bodies.array()},
            "lexical": self.lexical.arrays(),
            "words": self.words.arrays(),
            "occupations": dict(self.occupations),
            "occupation_of": {"number": self.occupation_of},
            "skills": self.skills.arrays(),
        }

    @classmethod
    def from_groups(cls, groups: Mapping[str, Mapping[str, npt.NDArray[Any]]]) -> "SearchIndex":
        """The index from saved groups."""
        return cls(
            roles=FlatIndex.from_array(groups["index"]["roles"]),
            bodies=FlatIndex.from_array(groups["index"]["bodies"]),
            lexical=LexicalIndex.from_arrays(groups["lexical"]),
            words=CoverageIndex.from_arrays(groups["words"], beginnings),
            occupations=groups["occupations"],
            occupation_of=groups["occupation_of"]["number"],
            skills=SkillTable.from_arrays(groups["skills"]),
        )


@dataclass(frozen=True)
class Query:
    """A person as the channels see them: vectors (empty where the file says nothing), words, occupations, skills."""

    text: PersonText
    project: Floats
    experience: Floats
    skills: Floats
    held_occupations: Mapping[str, npt.NDArray[Any]]
    target_occupations: Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True)
class Candidates:
    """Rows to rank and, aligned with them, what the channels say: (n_candidates,) float32 each, NaN unknown."""

    rows: Rows
    project: Floats
    experience: Floats
    lexical: Floats
    project_words: Floats
    held_occupation: Floats
    target_occupation: Floats
    skills: Floats
    held_skills: npt.NDArray[np.bool_]


def read_person(profile: Profile, encoder: Encoder, taxonomy: Taxonomy | None) -> Query:
    """What the channels may know of a person; one call of the encoder for all texts."""
    text = text_of_person(profile)
    vectors = encoder.encode([text.project, text.experience, *text.skills], "query")
    occupations = profile.occupations or ()
    return Query(
        text=text,
        project=vectors[:1] if text.project else vectors[:0],
        experience=vectors[1:2] if text.experience else vectors[:0],
        skills=vectors[2:],
        held_occupations=_packed([o for o in occupations if not o.target], taxonomy),
        target_occupations=_packed([o for o in occupations if o.target], taxonomy),
    )


def _packed(occupations: list[Occupation], taxonomy: Taxonomy | None) -> Mapping[str, npt.NDArray[Any]]:
    return pack([[(code.scheme, code.code) for o in occupations for code in o.codes]], taxonomy, slots=8)


def retrieve(query: Query, index: SearchIndex, among: Rows, vacancies: npt.NDArray[np.bool_]) -> Candidates:
    """The candidates among the given rows: every measure and placement, and of the vacancies the best per channel.

    `vacancies` is (n_options,) bool. Exact in every channel: roles and bodies (for project and for experience
    each), the two lexical ones and the two of coded occupations keep their first 300 vacancies; the candidates are
    their union, filled up to 300 where the file says too little for any channel, in the order of rows.
    """
    jobs = among[vacancies[among]]
    lexical = index.lexical.scores(query.text.whole)
    words = _project_words(query, index)
    held = similarity(query.held_occupations, index.occupations)[index.occupation_of]
    target = similarity(query.target_occupations, index.occupations)[index.occupation_of]
    if len(jobs) > PER_CHANNEL:
        dense = np.concatenate([query.project, query.experience])
        nearest = (index.roles, index.bodies) if len(dense) else ()
        kept = [each.top(jobs, dense, PER_CHANNEL).ravel() for each in nearest]
        kept += [_first(jobs, scores) for scores in (lexical, words, held, target)]
        best = np.unique(np.concatenate(kept))
        missing = PER_CHANNEL - len(best)
        jobs = best if missing <= 0 else np.concatenate([best, np.setdiff1d(jobs, best)[:missing]])
    rows = np.sort(np.concatenate([among[~vacancies[among]], jobs])).astype(np.int64)
    skills = index.skills.held(query.text.skills, query.skills)
    return _candidates(
        query, index, rows, skills, lexical=lexical[rows], words=words[rows], held=held[rows], target=target[rows]
    )


def compare(query: Query, index: SearchIndex, rows: Rows) -> Candidates:
    """Some few rows as candidates, whatever the channels say of them; the same figures, the others are not read."""
    occupations = {scheme: codes[index.occupation_of[rows]] for scheme, codes in index.occupations.items()}
    return _candidates(
        query,
        index,
        rows,
        index.skills.held(query.text.skills, query.skills, rows),
        lexical=index.lexical.scores_of(query.text.whole, rows),
        words=_project_words(query, index)[rows],
        held=similarity(query.held_occupations, occupations),
        target=similarity(query.target_occupations, occupations),
    )


def _candidates(
    query: Query,
    index: SearchIndex,
    rows: Rows,
    held_skills: npt.NDArray[np.bool_],
    *,
    lexical: Floats,
    words: Floats,
    held: Floats,
    target: Floats,
) -> Candidates:
    """The rows with what all channels say, given what some of them say."""
    roles, bodies = index.roles.vectors[rows], index.bodies.vectors[rows]  # copied out once for project and experience
    return Candidates(
        rows=rows,
        project=_likeness(roles, bodies, query.project),
        experience=_likeness(roles, bodies, query.experience),
        lexical=lexical,
        project_words=words,
        held_occupation=held,
        target_occupation=target,
        skills=index.skills.shares(rows, held_skills) if len(query.skills) else np.full(len(rows), np.nan, np.float32),
        held_skills=held_skills,
    )


def _project_words(query: Query, index: SearchIndex) -> Floats:
    """(n_options,) the share of the project's words that an option's body holds; NaN without a project."""
    if not query.text.project:
        return np.full(index.words.n_texts, np.nan, dtype=np.float32)
    (shares,) = index.words.shares([query.text.project])
    return np.asarray(shares)


def _first(rows: Rows, scores: Floats) -> Rows:
    """The best rows of one channel; rows it says nothing of are not kept by it."""
    known = rows[np.nan_to_num(scores[rows]) > 0]
    if len(known) <= PER_CHANNEL:
        return known
    best = np.argpartition(-scores[known], PER_CHANNEL - 1)[:PER_CHANNEL]
    return known[best]


def _likeness(roles: Floats, bodies: Floats, query: Floats) -> Floats:
    """(n_rows,) the better of the likeness to an option's role and to its body; NaN without a query."""
    if not len(query):
        return np.full(len(roles), np.nan, dtype=np.float32)
    return np.asarray(np.maximum(roles @ query[0], bodies @ query[0]))
