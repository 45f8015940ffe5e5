"""Ranking or the list of the rules alone: the person chooses, and it counts from the next request on."""

from datetime import datetime

from matching.domain.viewer import Viewer
from matching.domain.vocabulary.acts import Act
from matching.domain.voice import RankingChoice
from matching.storage.voices import RANKING_CHOICES
from matching.use_cases.person_file import file_to_write
from matching.use_cases.workplace import Workplace


def choose_ranking(workplace: Workplace, profile: str, *, ranked: bool, viewer: Viewer, at: datetime) -> RankingChoice:
    """Write down what the person wants, at an aware moment; saying it again changes nothing."""
    choice = RankingChoice(profile=profile, ranked=ranked, at=at)
    with workplace.acting(viewer, Act.CHOOSE_RANKING, at=at) as connection:
        file_to_write(connection, profile, viewer)
        known = RANKING_CHOICES.current(connection, subjects=[profile])
        if known:
            RANKING_CHOICES.revise(connection, known[-1], choice, author=viewer.account, at=at)
        else:
            RANKING_CHOICES.add(connection, choice, subject=profile, author=viewer.account, at=at)
    return choice
