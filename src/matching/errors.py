"""The one error tree. Each error is one French sentence for the person who reads it: what, where, what to do.

The screen speaks French first; names of files, fields, options and variables stand as they are.
"""


class MatchingError(Exception):
    """Anything the service refuses, said in one line; doors turn it into exit code 2 or problem+json."""

    status = 500
    slug = "internal"

    def __init__(self, sentence: str, *, command: str | None = None) -> None:
        """`command` is what helps on, for the command line alone: whoever asks over HTTP has none."""
        super().__init__(sentence)
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

    def __init__(self, sentence: str, *, retry_after_s: int) -> None:
        super().__init__(sentence)
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
