"""The installed nomenclatures of occupations together: what a code means, and which code a title has."""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from matching.errors import DamagedError, InvalidInputError
from matching.retrieval.occupations.ch_isco import read_ch_isco
from matching.retrieval.occupations.esco import read_esco
from matching.retrieval.occupations.rome import read_rome
from matching.retrieval.occupations.source import Labels, Links, Source
from matching.retrieval.occupations.titles import TitleIndex, title_index, variants

_SCHEMES = ("esco", "rome", "ch_isco", "isco")
_READERS: Mapping[str, Callable[[Path], Source]] = {"esco": read_esco, "rome": read_rome, "ch_isco": read_ch_isco}
_LEADING_SHARE = 0.3
"""An ISCO group counts for a ROME code when at least this share of the links of its titles lead there."""


@dataclass(frozen=True)
class OccupationCodes:
    """One occupation in each nomenclature where it is known; `isco`: ISCO-08 digits (1 to 4), best first."""

    isco: tuple[str, ...] = ()
    esco: str | None = None
    rome: str | None = None
    ch_isco: str | None = None


@dataclass(frozen=True)
class Taxonomy:
    """Everything that is installed; without arguments nothing is, and codes mean what their own digits say.

    `version` changes with any content; `links` are by source; labels and titles are JSON, parsed when needed.
    """

    version: str = "none"
    links: Mapping[str, Links] = field(default_factory=dict)
    label_files: tuple[bytes, ...] = ()
    title_files: tuple[bytes, ...] = ()

    def codes_of(self, scheme: str, code: str) -> OccupationCodes:
        """What a code of "esco" (URI), "rome" (D1106), "ch_isco" (2 to 5 digits) or "isco" means elsewhere.

        What does not have the shape of such a code gives empty codes.
        """
        code = code.strip()
        if scheme == "isco" and re.fullmatch(r"[0-9]{1,4}", code):
            return OccupationCodes(isco=(code,))
        if scheme == "ch_isco" and re.fullmatch(r"[0-9]{1,5}", code):
            isco = tuple(self.links.get("ch_isco", {}).get(code, {code[:4]: 1}))
            is_occupation = len(code) == 5 and (len(isco[0]) == 4 or not code.endswith("0"))
            return OccupationCodes(isco=isco, ch_isco=code if is_occupation else None)
        if scheme == "rome" and re.fullmatch(r"[A-Za-z][0-9]{4}", code):
            return OccupationCodes(isco=self._isco_of_rome(code.upper()), rome=code.upper())
        if scheme == "esco" and (group := re.fullmatch(r"https?://data\.europa\.eu/esco/isco/C([0-9]{1,4})", code)):
            return OccupationCodes(isco=(group[1],))
        if scheme == "esco" and code.startswith("http"):
            return OccupationCodes(isco=tuple(self.links.get("esco", {}).get(code, ())), esco=code)
        return OccupationCodes()

    def label(self, scheme: str, code: str, lang: str) -> str | None:
        """The preferred label of a code in a language, or None; ISCO groups may borrow that of CH-ISCO."""
        for place in (scheme, "ch_isco") if scheme == "isco" else (scheme,):
            labels = self._labels.get(place, {}).get(code, {}).get(lang)
            if labels:
                return labels[0]
        return None

    def labels_of(self, scheme: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """Code -> language -> labels of one nomenclature, the preferred one first; empty when it is not installed."""
        return self._labels.get(scheme, {})

    def titled(self, text: str, schemes: Collection[str]) -> list[tuple[str, str]]:
        """The codes of some schemes that have exactly this title in any language, as (scheme, code).

        What does not matter is as for `find`, which says more and takes longer.
        """
        for form in variants(text):
            codes = [index["codes"][place] for index in self._titles for place in index["places"].get(form, ())]
            if named := [(scheme, code) for scheme, code in codes if scheme in schemes]:
                return named
        return []

    def find(self, text: str, lang: str | None = None) -> list[tuple[str, str, str]]:
        """The codes that have exactly this title, as (scheme, code, preferred label), preferred titles first.

        Case, accents, gendered double forms, percentages and (m/w/d) do not matter. `lang` keeps to titles of that
        language. Labels stand in the language of the title. Empty when there is none.
        """
        for form in variants(text):
            codes = [index["codes"][place] for index in self._titles for place in index["places"].get(form, ())]
            named = [named for scheme, code in codes if (named := self._named(scheme, code, form, lang))]
            if named:
                return [(scheme, code, label) for _, _, scheme, code, label in sorted(named)]
        return []

    def _named(self, scheme: str, code: str, form: str, lang: str | None) -> tuple[bool, int, str, str, str] | None:
        """How a code ranks among those that have this title: (alternative, place of scheme, scheme, code, label)."""
        titles = [
            (position > 0, _SCHEMES.index(scheme), scheme, code, labels[0])
            for language, labels in self._labels.get(scheme, {}).get(code, {}).items()
            for position, label in enumerate(labels)
            if lang in {None, language} and form in variants(label)
        ]
        return min(titles, default=None)

    def _isco_of_rome(self, code: str) -> tuple[str, ...]:
        """The ISCO groups to which the titles of a ROME code lead, by votes; the smaller group first when equal."""
        groups = self.links.get("esco", {})
        votes: Counter[str] = Counter()
        for concept, weight in self.links.get("rome", {}).get(code, {}).items():
            for group in groups.get(concept, ()):
                votes[group] += weight
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        leading = [group for group, n in ranked if n >= _LEADING_SHARE * votes.total()]
        return tuple(leading or [group for group, _ in ranked[:1]])

    @cached_property
    def _labels(self) -> Labels:
        merged: Labels = {}
        for file in self.label_files:
            for scheme, codes in json.loads(file).items():
                merged.setdefault(scheme, {}).update(codes)
        return merged

    @cached_property
    def _titles(self) -> list[TitleIndex]:
        return [json.loads(file) for file in self.title_files]


def load_taxonomy(data_dir: Path) -> Taxonomy | None:
    """What `import_taxonomy` has installed, or None; raises `DamagedError` when a file is not what was written."""
    folder = data_dir / "taxonomy"
    try:
        manifest = (folder / "manifest.json").read_bytes()
    except FileNotFoundError:
        return None
    try:
        sources = json.loads(manifest)["sources"]
        links = {name: json.loads(_verified(folder, name, parts["links"])) for name, parts in sources.items()}
        labels = tuple(_verified(folder, name, parts["labels"]) for name, parts in sources.items())
        titles = tuple(_verified(folder, name, parts["titles"]) for name, parts in sources.items())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError(
            "Les nomenclatures installées sont endommagées ; relancer `matching taxonomy import`."
        ) from error
    return Taxonomy(hashlib.sha256(manifest).hexdigest()[:12], links, labels, titles)


def import_taxonomy(data_dir: Path, esco: Path | None, rome: Path | None, ch_isco: Path | None) -> dict[str, int]:
    """Install the nomenclatures given as folders, each in place of its former version; the others stay.

    Returns counts by scheme: codes, `_labels`, and `_linked` codes. All is read before anything is written, and the
    new state is there at once, or not at all.
    """
    given = {name: path for name, path in (("esco", esco), ("rome", rome), ("ch_isco", ch_isco)) if path is not None}
    if not given:
        raise InvalidInputError("Rien à installer : indiquer un dossier ESCO, ROME ou CH-ISCO.")
    read = {name: _READERS[name](path) for name, path in given.items()}
    folder = data_dir / "taxonomy"
    folder.mkdir(parents=True, exist_ok=True)
    former = _entries(folder)
    entries = dict(former)
    for name, source in read.items():
        parts = {"links": source.links, "labels": source.labels, "titles": title_index(source.labels)}
        entries[name] = {part: _write(folder, f"{name}.{part}", content) for part, content in parts.items()}
    manifest = json.dumps({"sources": dict(sorted(entries.items()))}, indent=1).encode()
    _replace(folder / "manifest.json", manifest)
    kept = {entry["file"] for state in (former, entries) for parts in state.values() for entry in parts.values()}
    for file in folder.glob("*.*.*.json"):
        if file.name not in kept:
            file.unlink(missing_ok=True)
    return {name: n for source in read.values() for name, n in source.counts().items()}


def _entries(folder: Path) -> dict[str, Any]:
    """What the manifest lists; nothing when there is none or it cannot be read, for importing is the way to mend it."""
    try:
        sources = json.loads((folder / "manifest.json").read_bytes())["sources"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {}
    return sources if isinstance(sources, dict) else {}


def _write(folder: Path, name: str, content: object) -> dict[str, str]:
    """Write one table under a name that its content gives it, so that what is in use is never overwritten."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(text).hexdigest()
    file = f"{name}.{digest[:12]}.json"
    _replace(folder / file, text)
    return {"file": file, "sha256": digest}


def _replace(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def _verified(folder: Path, source: str, entry: dict[str, str]) -> bytes:
    try:
        content = (folder / entry["file"]).read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        option = source.replace("_", "-")
        raise DamagedError(
            f"Les nomenclatures installées sont endommagées ; relancer `matching taxonomy import --{option} DOSSIER`."
        )
    return content
