"""What each role may do: the permissions of each. What stands in no role is denied."""

from collections.abc import Mapping
from types import MappingProxyType

from matching.domain.permission import ABOUT_PERSONS, Permission
from matching.domain.vocabulary.process import Role

P = Permission

_ACCOMPANY = frozenset(
    {
        *(P.RECOMMEND, P.READ_PROFILES, P.WRITE_PROFILES, P.ERASE_PROFILES, P.IMPORT_PROFILES, P.DETECT_SITUATIONS),
        *(P.RECORD_VOICE, P.RECORD_PERSON_ANSWER, P.LEAD_CASES, P.WRITE_PLANS, P.DECIDE, P.GIVE_FEEDBACK),
        *(
            P.KEEP_OPTIONS,
            P.RECORD_OUTCOME,
            P.READ_GUARANTEES,
            P.REQUEST_GUARANTEES,
            P.RECORD_PAYER_DECISION,
            P.PREPARE_DOSSIERS,
        ),
        *(P.RECORD_PROVIDER_ANSWER, P.CONFIRM_OBSERVATION, P.READ_OPPORTUNITIES, P.SHORTLIST),
        *(P.EXPORT_DATA, P.READ_CHANGES, P.MANAGE_OWN_ACCESS),
    }
)

_PERMISSIONS: Mapping[Role, frozenset[Permission]] = MappingProxyType(
    {
        Role.COUNSELLOR: _ACCOMPANY | {P.ANSWER_SHORTLIST, P.FLAG_EMPLOYERS},
        Role.SOCIAL_WORKER: _ACCOMPANY,
        Role.PAYER: frozenset(
            {
                *(P.READ_GUARANTEES, P.RECORD_PAYER_DECISION, P.READ_OPPORTUNITIES),
                *(P.EXPORT_DATA, P.READ_CHANGES, P.MANAGE_OWN_ACCESS),
            }
        ),
        Role.PROVIDER: frozenset(
            {
                *(P.READ_PARTICIPANTS, P.RECORD_PROVIDER_ANSWER, P.RECORD_OBSERVATION),
                *(P.READ_OPPORTUNITIES, P.UPDATE_PLACES, P.MANAGE_OWN_ACCESS),
            }
        ),
        Role.PROGRAMME_MANAGER: frozenset(
            {
                *(P.READ_OPPORTUNITIES, P.READ_GAPS, P.SET_CRITERIA, P.ALLOCATE, P.STEER),
                P.MANAGE_OWN_ACCESS,
            }
        ),
        Role.DATA_SCIENTIST: frozenset(
            {
                *(P.READ_MODELS, P.PROMOTE_MODELS, P.READ_LEARNING_LOG, P.READ_PROTECTED_COPY),
                P.MANAGE_OWN_ACCESS,
            }
        ),
        Role.ADMINISTRATOR: frozenset(
            {
                *(P.READ_OPPORTUNITIES, P.IMPORT_CATALOGUE, P.SET_CRITERIA),
                *(P.READ_MODELS, P.MANAGE_ACCOUNTS, P.MANAGE_OWN_ACCESS),
            }
        ),
        Role.AUDITOR: frozenset({P.READ_AUDIT, P.MANAGE_OWN_ACCESS}),
        # Alone on a machine, whoever holds the data folder holds all of it; but nobody is named there, so nothing that
        # an institution answers for: no decision, no plan, no lead, no guarantee, no dossier.
        Role.LOCAL: frozenset(
            {
                *(P.RECOMMEND, P.READ_PROFILES, P.WRITE_PROFILES, P.ERASE_PROFILES, P.IMPORT_PROFILES),
                *(P.DETECT_SITUATIONS, P.RECORD_VOICE, P.RECORD_PERSON_ANSWER, P.READ_GUARANTEES),
                *(P.READ_OPPORTUNITIES, P.SHORTLIST, P.IMPORT_CATALOGUE, P.SET_CRITERIA, P.READ_GAPS),
                *(P.ALLOCATE, P.STEER),
                *(P.READ_MODELS, P.PROMOTE_MODELS, P.READ_LEARNING_LOG, P.READ_PROTECTED_COPY, P.READ_AUDIT),
                *(P.EXPORT_DATA, P.READ_CHANGES, P.MANAGE_ACCOUNTS),
            }
        ),
    }
)


def permissions_of(role: Role) -> frozenset[Permission]:
    """What a role may do; nothing, for a role that stands nowhere above."""
    return _PERMISSIONS.get(role, frozenset())


def roles_with(permission: Permission) -> frozenset[Role]:
    """The roles that may do this."""
    return frozenset(role for role in Role if permission in permissions_of(role))


def sees_persons(role: Role) -> bool:
    """Whether a role opens anything about a person; without that, no unit is of any use to it."""
    return bool(permissions_of(role) & ABOUT_PERSONS)
