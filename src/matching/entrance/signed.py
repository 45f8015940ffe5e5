"""Who asks, once for a request: looked up, counted, and known to the log. Both doors ask here."""

from fastapi import Request

from matching.errors import NotSignedInError
from matching.use_cases.sign_in.signed_in import SignedIn


def signed_of(request: Request) -> SignedIn:
    """Whoever asks; NotSignedInError for nobody, TooManyRequestsError once they have asked too much."""
    known: SignedIn | None = getattr(request.state, "signed", None)
    if known is not None:
        return known
    signed: SignedIn | None = request.app.state.who(request)
    if signed is None:
        raise NotSignedInError("Se connecter d'abord : cette demande ne dit pas de quel compte elle vient.")
    request.state.signed, request.state.account = signed, signed.viewer.account
    request.app.state.rates.count_account(signed.viewer.account)
    return signed
