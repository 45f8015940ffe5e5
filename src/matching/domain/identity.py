"""Who the person is and what must never reach a score: tables of their own, read by doors and by evaluation alone."""

from typing import Annotated, Literal

from matching.domain.word import Identifier, Name, Word, about


class Identity(Word):
    """Name, contact and form of address."""

    profile: Annotated[Identifier, about("Profile it belongs to.", "p-0001")]
    name: Annotated[Name, about("Name as the person writes it.", "Amélie Exemple")]
    form_of_address: Annotated[Literal["madame", "monsieur", "neutral"] | None, about("How to address.", "madame")] = (
        None
    )
    email: Annotated[str | None, about("E-mail.", "amelie@example.org", max_length=254)] = None
    phone: Annotated[str | None, about("Telephone.", "+41 00 000 00 00", max_length=40)] = None


class ProtectedAttributes(Word):
    """Sex and origin, optional and with consent: only to measure fairness."""

    profile: Annotated[Identifier, about("Profile it belongs to.", "p-0001")]
    sex: Annotated[Literal["female", "male", "other"] | None, about("As registered.", "female")] = None
    origin: Annotated[Literal["national", "eu_efta", "third_country"] | None, about("Broad origin.", "national")] = None
    consent_for_evaluation: Annotated[bool, about("The person agreed to its use for evaluation.", True)]
