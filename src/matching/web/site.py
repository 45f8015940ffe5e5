"""All pages: the routers that make the site, one for each file of routes."""

from matching.web import static_files
from matching.web.routes import (
    account,
    accounts,
    audit,
    caseload,
    dossiers,
    everyone,
    history,
    kept,
    letter,
    manager,
    models,
    observations,
    outside,
    participants,
    person,
    places,
    plan,
    postings,
    proposal_steps,
    refusals,
    requests,
    searches,
    signing,
    why_not,
)

_PLACES = (signing, everyone, static_files, account, accounts)
_OF_THE_OFFICE = (caseload, person, kept, outside, searches, postings, places, dossiers, observations)
_AROUND_ONE = (letter, plan, history, proposal_steps, why_not, refusals)
_OF_OTHERS = (requests, participants, manager, models, audit)

ROUTERS = tuple(each.router for each in (*_PLACES, *_OF_THE_OFFICE, *_AROUND_ONE, *_OF_OTHERS))
