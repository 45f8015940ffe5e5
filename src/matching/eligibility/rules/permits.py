"""Permits and the right to work; whom the placement service may place in Switzerland."""

from datetime import date

from matching.domain.profile import Profile
from matching.domain.verdict import Truth
from matching.domain.vocabulary.catalogue import OpportunityKind
from matching.domain.vocabulary.process import Asks
from matching.domain.vocabulary.situation import Country, PermitKind
from matching.eligibility.facts import permit, permit_has_run_out
from matching.eligibility.kleene import Truths, any_of, both, same_for_all, truth_of
from matching.eligibility.rule import Facts, Law, Rule
from matching.snapshot.columns import CriteriaColumns, bits, members, position


def permit_accepted(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """One of the permits accepted; one that has run out is unknown, it may have been renewed or changed."""
    kind = permit(profile).kind
    if kind is None or permit_has_run_out(profile, on):
        return any_of(columns.permits, 0, bits(PermitKind))
    return any_of(columns.permits, bits([kind]), 0)


def may_work(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """A right to work."""
    return same_for_all(len(columns), _may(profile, profile_may=permit(profile).may_work, on=on))


def may_be_placed(profile: Profile, columns: CriteriaColumns, on: date) -> Truths:
    """Work and a change of employer must be allowed in Switzerland; papers of another country do not say so."""
    held = permit(profile)
    truth = both(
        _may(profile, profile_may=held.may_work, on=on), _may(profile, profile_may=held.may_change_employer, on=on)
    )
    in_switzerland = profile.residence is not None and profile.residence.country is Country.CH
    if not in_switzerland and held.kind is not PermitKind.G:
        truth = both(truth, Truth.UNKNOWN)
    return same_for_all(len(columns), truth)


def _may(profile: Profile, *, profile_may: bool | None, on: date) -> Truth:
    """What the permit says; citizens may when nothing is said; a permit that has run out allows nothing for certain."""
    if profile_may is None:
        return Truth.MET if permit(profile).kind is PermitKind.CITIZEN else Truth.UNKNOWN
    truth = truth_of(profile_may)
    return Truth.UNKNOWN if truth is Truth.MET and permit_has_run_out(profile, on) else truth


def _says_permits(profile: Profile, row: CriteriaColumns, _on: date) -> Facts:
    return Facts({"asked": members(PermitKind, row.permits[0]), "has": permit(profile).kind})


RULES = (
    Rule(
        id="permits",
        subject="permits",
        asks=Asks.PERSON,
        test=permit_accepted,
        concerns=lambda columns: columns.permits != 0,
        says=_says_permits,
    ),
    Rule(
        id="right_to_work",
        subject="permits",
        asks=Asks.PERSON,
        test=may_work,
        concerns=lambda columns: columns.right_to_work,
    ),
    Rule(
        id="lse_26_permit",
        subject="permits",
        asks=Asks.PERSON,
        test=may_be_placed,
        concerns=lambda columns: columns.country == position(Country.CH),
        kinds=(OpportunityKind.VACANCY,),
        law=Law("LSE art. 26 al. 2", "LSE-v2024.01", date(2024, 1, 1)),
    ),
)
