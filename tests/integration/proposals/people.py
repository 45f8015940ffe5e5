"""Who asks in these tests."""

from matching.domain.viewer import LOCAL_VIEWER, Viewer


def viewer(account: str, role: str, institution: str | None, *units: str) -> Viewer:
    return Viewer.model_validate({"account": account, "role": role, "institution": institution, "units": units})


SOCIAL = viewer("sophie", "social_worker", "social_commune", "lu")
COLLEAGUE = viewer("carla", "social_worker", "social_commune", "lu")
OF_THE_ORP = viewer("oscar", "counsellor", "orp", "lu")
ELSEWHERE = viewer("nora", "social_worker", "ssr", "ne")
COMMUNE = viewer("caisse", "payer", "social_commune", "lu-caisse")
COMMUNE_ELSEWHERE = viewer("kasse", "payer", "social_commune", "zh-caisse")
DISABILITY_OFFICE = viewer("ai", "payer", "oai", "lu-caisse")
WORKSHOP = viewer("atelier", "provider", "organiser", "atelier-velo")
OTHER_WORKSHOP = viewer("bois", "provider", "organiser", "atelier-bois")
MANAGER = viewer("max", "programme_manager", "social_commune", "lu")
LOCAL = LOCAL_VIEWER
