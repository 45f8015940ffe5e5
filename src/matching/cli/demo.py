"""`matching demo`: the whole way on invented data, without arguments and without network."""

from matching.cli.options import now, service
from matching.cli.progress import working


def demo() -> None:
    """Importer le catalogue et les dossiers inventés, puis montrer les options d'une personne, expliquées."""
    from matching.cli.slate import print_recommendation

    at = now()
    with service() as opened:
        with working("Démonstration") as step:
            shown = opened.run_demo(at=at)
            opened.workplace.live(at, step)
        recommendation = opened.recommend(shown.person, viewer=shown.viewer, at=at)
    options = sum(part.accepted for part in shown.imported if part.source != "profiles")
    people = sum(part.accepted for part in shown.imported if part.source == "profiles")
    print_recommendation(recommendation, introduction=f"{options} options et {people} dossiers, tous inventés.")
