"""The one error tree. Each error is one French sentence for the person who reads it: what, where, what to do.

The screen speaks French first; names of files, fields, options and variables stand as they are. A sentence with its
facts apart, `NotFoundError("Aucun dossier {file} ici.", file=id_)`, is said in other languages by `messages.refusals`.
"""

from collections.abc import Mapping
from datetime import date

FRENCH = "fr"


class Said:
    """A French sentence, or a part of one, with the facts that stand in its braces; without facts braces are braces."""

    def __init__(self, sentence: str, **facts: object) -> None:
        """Facts are as they are read, members of closed lists, days, other parts, or several of these."""
        self.sentence, self.facts = sentence, facts

    def spoken(self, lang: str, translated: Mapping[str, str]) -> str:
        """In a language, by its translations of sentences; French, with French facts, where it has none."""
        known = translated.get(self.sentence)
        if known is None:
            known, lang = self.sentence, FRENCH
        facts = {name: as_read(fact, lang, translated) for name, fact in self.facts.items()}
        return known.format(**facts) if facts else known


def as_read(fact: object, lang: str, translated: Mapping[str, str] | None = None) -> object:
    """A fact as it is read: closed lists by their label, days as dd.mm.yyyy, several joined by commas."""
    if isinstance(fact, Said):
        return fact.spoken(lang, translated or {})
    label = getattr(fact, "label", None)
    if callable(label):
        return label(lang)
    if isinstance(fact, date):
        return f"{fact:%d.%m.%Y}"
    if isinstance(fact, tuple | list):
        return ", ".join(str(as_read(item, lang, translated)) for item in fact)
    return fact


class MatchingError(Exception):
    """Anything the service refuses, said in one line; doors turn it into exit code 2 or problem+json."""

    status = 500
    slug = "internal"

    def __init__(self, sentence: str, *, command: str | None = None, **facts: object) -> None:
        """`facts` stand in the braces of the sentence; `command` is what helps on, for the command line alone."""
        self.said = Said(sentence, **facts)
        super().__init__(self.said.spoken(FRENCH, {}))
        self.command = command


class InvalidInputError(MatchingError):
    """What was sent cannot be read or does not hold to its contract."""

    status = 422
    slug = "invalid-input"


class NotSignedInError(MatchingError):
    """Whoever asks has not said who they are, or not so that it can be believed; the answer tells no more than that."""

    status = 401
    slug = "not-signed-in"


class TooManyAttemptsError(MatchingError):
    """Too many failures in a row; `retry_after_s` is how many seconds to wait."""

    status = 429
    slug = "too-many-attempts"

    def __init__(self, sentence: str, *, retry_after_s: int, **facts: object) -> None:
        super().__init__(sentence, command=None, **facts)
        self.retry_after_s = retry_after_s


class TooManyRequestsError(TooManyAttemptsError):
    """More requests than one account or address may make in a while."""

    slug = "too-many-requests"


class ForbiddenError(MatchingError):
    """Whoever asks may not do this, whatever the thing is."""

    status = 403
    slug = "forbidden"


class NotFoundError(MatchingError):
    """The thing does not exist, or does not exist for whoever asks: the answer is the same."""

    status = 404
    slug = "not-found"


class ConflictError(MatchingError):
    """What was asked contradicts the state of the store."""

    status = 409
    slug = "conflict"


class PreconditionFailedError(MatchingError):
    """What is to be changed is no longer what whoever asks has read."""

    status = 412
    slug = "precondition-failed"


class PreconditionRequiredError(MatchingError):
    """A change must say which version it was made on."""

    status = 428
    slug = "precondition-required"


class IdempotencyKeyReusedError(InvalidInputError):
    """A key that stands for one request came with another."""

    slug = "idempotency-key-reused"


class SlowProviderError(MatchingError):
    """The identity provider keeps so many waiting that nobody else is sent there for now."""

    status = 503
    slug = "sign-in-slow"


class NotInstalledError(MatchingError):
    """What was asked needs something beside the service that is not installed on its machine."""

    status = 503
    slug = "not-installed"


class DamagedError(MatchingError):
    """A file of the service itself is missing or is not what its manifest says."""

    status = 503
    slug = "damaged"
