"""All pages: the routers that make the site, one for each file of routes."""

from matching.web import static_files
from matching.web.routes import (
    caseload,
    dossiers,
    everyone,
    manager,
    observations,
    participants,
    person,
    places,
    postings,
    requests,
    signing,
)

_PLACES = (signing, everyone, static_files)
_OF_THE_OFFICE = (caseload, person, postings, places, dossiers, observations)
_OF_OTHERS = (requests, participants, manager)

ROUTERS = tuple(each.router for each in (*_PLACES, *_OF_THE_OFFICE, *_OF_OTHERS))
