"""The only wiring: settings in, a service with its use cases out."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from matching.audit.anchor import Anchor
from matching.domain.viewer import Viewer
from matching.errors import InvalidInputError
from matching.identity.desk import Desk, open_desk
from matching.places.gazetteer import open_gazetteer
from matching.ranking.registry import open_baseline
from matching.retrieval.encoder import open_encoder
from matching.retrieval.occupations.taxonomy import Taxonomy, load_taxonomy
from matching.settings import Settings, shipped
from matching.storage.database import open_database
from matching.storage.vault import open_vault
from matching.use_cases.accounts import add_account, list_accounts, viewer_of
from matching.use_cases.allocation.night import allocate, last_plan
from matching.use_cases.allocation.stated import set_budget, set_priority
from matching.use_cases.around import around_person
from matching.use_cases.audit import read_audit, verify_audit
from matching.use_cases.case_leads import hand_over_lead, list_leads, set_lead
from matching.use_cases.catalogue import find_options, list_options, show_option
from matching.use_cases.changes import changes
from matching.use_cases.detection.criteria_of_cantons import set_detection_criteria
from matching.use_cases.detection.detect import detect
from matching.use_cases.employer_flags import flag_employer, lift_flags, list_flags, provider_of
from matching.use_cases.erase import erase
from matching.use_cases.export.export import export
from matching.use_cases.free_seats import free_seats
from matching.use_cases.gaps.gaps import gaps, gaps_outside
from matching.use_cases.gaps.groups import gap_groups
from matching.use_cases.guarantees import activate_guarantee, answer_guarantee, list_guarantees, request_guarantee
from matching.use_cases.import_file import import_file
from matching.use_cases.import_taxonomy import import_taxonomy
from matching.use_cases.imports import show_import
from matching.use_cases.institution_answers import list_answers, record_fitness_answer, record_rule_answer
from matching.use_cases.kept.blocks import block_option, lift_block
from matching.use_cases.kept.news import list_searches, search_alerts
from matching.use_cases.kept.outside import list_outside, propose_outside, withdraw_outside
from matching.use_cases.kept.pins import list_pins, pin_option, unpin_option
from matching.use_cases.kept.searches import look_at_search, remove_search, save_search
from matching.use_cases.learning_log import learning_log
from matching.use_cases.letter import letter
from matching.use_cases.mandates import end_mandates
from matching.use_cases.models import (
    drift_found,
    list_models,
    model_card,
    model_figures,
    noting_training,
    promote,
    rollback,
)
from matching.use_cases.nightly.searches import look_for_news
from matching.use_cases.nightly.week import count_the_week
from matching.use_cases.pathways.pathways import pathways
from matching.use_cases.people import list_people
from matching.use_cases.places import update_places
from matching.use_cases.plans import agree_plan, show_plan, write_part
from matching.use_cases.policies import exploration_of, pricing_of
from matching.use_cases.profiles import create_profile, replace_profile, show_profile
from matching.use_cases.proposals.answer import answer
from matching.use_cases.proposals.close import withdraw
from matching.use_cases.proposals.corrections import confirm_correction, corrections_of, dismiss_correction
from matching.use_cases.proposals.course import end, start
from matching.use_cases.proposals.decide import decide
from matching.use_cases.proposals.feedback import give_feedback
from matching.use_cases.proposals.followed import follow
from matching.use_cases.proposals.observations import (
    confirm_observation,
    dismiss_observation,
    observations_of,
    record_observation,
    show_observation,
)
from matching.use_cases.proposals.outcomes import outcomes_of, record_outcome
from matching.use_cases.proposals.payer import ask_payer, payer_decides
from matching.use_cases.proposals.provider import provider_moves
from matching.use_cases.proposals.reading import (
    own_proposals,
    proposal,
    proposal_history,
    proposals_of,
    put_to_payers,
)
from matching.use_cases.proposals.waiting import waiting_for_word
from matching.use_cases.protected_copy import protected_copy
from matching.use_cases.rank_texts import rank_texts
from matching.use_cases.readiness import readiness
from matching.use_cases.recommend import recommend
from matching.use_cases.replay import replay
from matching.use_cases.run_demo import Demo, run_demo
from matching.use_cases.shortlist.answers import none_available, request_dossiers, unit_searched
from matching.use_cases.shortlist.dossiers import hand_over, prepare_dossier, withdraw_dossier
from matching.use_cases.shortlist.due import postings_due
from matching.use_cases.shortlist.feedback import candidate_feedback, posting_feedback
from matching.use_cases.shortlist.notices import record_notice
from matching.use_cases.shortlist.one_dossier import show_dossier
from matching.use_cases.shortlist.shortlist import shortlist
from matching.use_cases.shown import shown, shown_again
from matching.use_cases.sign_in.api_tokens import (
    create_api_token,
    list_api_tokens,
    revoke_api_token,
    who_is_by_token,
)
from matching.use_cases.sign_in.closing import deactivate_account
from matching.use_cases.sign_in.passwords import change_password, is_set_up, set_password, sign_in
from matching.use_cases.sign_in.sessions import (
    last_seen,
    list_sessions,
    revoke_other_sessions,
    revoke_session,
    revoke_sessions,
    session_under,
    sign_out,
    who_is,
)
from matching.use_cases.sign_in.single_sign_on import begin_oidc, finish_oidc, link_account, unlink_account
from matching.use_cases.steering.overlaps import overlaps
from matching.use_cases.steering.places import places_over_time, state_places
from matching.use_cases.steering.portfolio import portfolio
from matching.use_cases.steering.portfolio_counts import portfolio_counts
from matching.use_cases.steering.rejections import rejections, rejections_by_quarter
from matching.use_cases.steering.remedies import compare_remedies, enter_remedy
from matching.use_cases.steering.results import results
from matching.use_cases.steering.skills import skills_asked
from matching.use_cases.units import add_unit, list_units
from matching.use_cases.voice.consents import give_consent, list_consents, withdraw_consent
from matching.use_cases.voice.contests import answer_contest, contest_fact, contest_reason, list_contests
from matching.use_cases.voice.ranking_choices import choose_ranking
from matching.use_cases.voice.refusals import lift_refusal, list_refusals, refuse_option, rest_of
from matching.use_cases.where import where
from matching.use_cases.why_not import why_not
from matching.use_cases.workplace import Workplace


class Service:
    """The use cases over one store and one data folder."""

    def __init__(self, workplace: Workplace, account: str | None = None, desk: Desk | None = None) -> None:
        self.workplace = workplace
        self.account = account
        # One line per use case: its signature, its errors and its words stand where it is written.
        self.recommend = partial(recommend, workplace)
        self.export = partial(export, workplace)
        self.changes = partial(changes, workplace)
        self.replay = partial(replay, workplace)
        self.learning_log = partial(learning_log, workplace)
        self.protected_copy = partial(protected_copy, workplace)
        self.people = partial(list_people, workplace)
        self.why_not = partial(why_not, workplace)
        self.where = partial(where, workplace)
        self.pathways = partial(pathways, workplace)
        self.show_option = partial(show_option, workplace)
        self.list_options = partial(list_options, workplace)
        self.find_options = partial(find_options, workplace)
        self.update_places = partial(update_places, workplace)
        self.show_profile = partial(show_profile, workplace)
        self.create_profile = partial(create_profile, workplace)
        self.replace_profile = partial(replace_profile, workplace)
        self.show_import = partial(show_import, workplace)
        self.models = partial(list_models, workplace)
        self.model_card = partial(model_card, workplace)
        self.model_figures = partial(model_figures, workplace)
        self.drift_found = partial(drift_found, workplace)
        self.noting_training = partial(noting_training, workplace)
        self.promote = partial(promote, workplace)
        self.rollback = partial(rollback, workplace)
        self.readiness = partial(readiness, workplace)
        self.import_file = partial(import_file, workplace)
        self.import_taxonomy = partial(import_taxonomy, workplace)
        self.rank_texts = partial(rank_texts, workplace)
        self.flag_employer = partial(flag_employer, workplace)
        self.provider_of = partial(provider_of, workplace)
        self.lift_flags = partial(lift_flags, workplace)
        self.list_flags = partial(list_flags, workplace)
        self.request_guarantee = partial(request_guarantee, workplace)
        self.answer_guarantee = partial(answer_guarantee, workplace)
        self.activate_guarantee = partial(activate_guarantee, workplace)
        self.guarantees = partial(list_guarantees, workplace)
        self.record_rule_answer = partial(record_rule_answer, workplace)
        self.record_fitness_answer = partial(record_fitness_answer, workplace)
        self.answers = partial(list_answers, workplace)
        self.plan = partial(show_plan, workplace)
        self.write_part = partial(write_part, workplace)
        self.agree_plan = partial(agree_plan, workplace)
        self.set_lead = partial(set_lead, workplace)
        self.hand_over_lead = partial(hand_over_lead, workplace)
        self.leads = partial(list_leads, workplace)
        self.accounts = partial(list_accounts, workplace)
        self.add_account = partial(add_account, workplace)
        self.set_detection_criteria = partial(set_detection_criteria, workplace)
        self.detect = partial(detect, workplace)
        self.allocate = partial(allocate, workplace)
        self.count_the_week = partial(count_the_week, workplace)
        self.last_plan = partial(last_plan, workplace)
        self.set_budget = partial(set_budget, workplace)
        self.set_priority = partial(set_priority, workplace)
        self.gaps = partial(gaps, workplace)
        self.gaps_outside = partial(gaps_outside, workplace)
        self.gap_groups = partial(gap_groups, workplace)
        self.end_mandates = partial(end_mandates, workplace)
        self.units = partial(list_units, workplace)
        self.add_unit = partial(add_unit, workplace)
        self.erase = partial(erase, workplace)
        self.verify_audit = partial(verify_audit, workplace)
        self.read_audit = partial(read_audit, workplace)
        self._wire_shortlists(workplace)
        self._wire_voices(workplace)
        self._wire_kept(workplace)
        self._wire_sign_in(workplace, desk or Desk())
        self._wire_proposals(workplace)
        self._wire_steering(workplace)

    def _wire_steering(self, workplace: Workplace) -> None:
        self.overlaps = partial(overlaps, workplace)
        self.places_over_time = partial(places_over_time, workplace)
        self.state_places = partial(state_places, workplace)
        self.compare_remedies = partial(compare_remedies, workplace)
        self.enter_remedy = partial(enter_remedy, workplace)
        self.skills_asked = partial(skills_asked, workplace)
        self.rejections = partial(rejections, workplace)
        self.rejections_by_quarter = partial(rejections_by_quarter, workplace)
        self.results = partial(results, workplace)
        self.portfolio = partial(portfolio, workplace)
        self.portfolio_counts = partial(portfolio_counts, workplace)

    def _wire_shortlists(self, workplace: Workplace) -> None:
        self.shortlist = partial(shortlist, workplace)
        self.record_notice = partial(record_notice, workplace)
        self.request_dossiers = partial(request_dossiers, workplace)
        self.unit_searched = partial(unit_searched, workplace)
        self.none_available = partial(none_available, workplace)
        self.prepare_dossier = partial(prepare_dossier, workplace)
        self.show_dossier = partial(show_dossier, workplace)
        self.hand_over = partial(hand_over, workplace)
        self.withdraw_dossier = partial(withdraw_dossier, workplace)
        self.candidate_feedback = partial(candidate_feedback, workplace)
        self.posting_feedback = partial(posting_feedback, workplace)
        self.postings_due = partial(postings_due, workplace)
        self.free_seats = partial(free_seats, workplace)

    def _wire_voices(self, workplace: Workplace) -> None:
        self.give_consent = partial(give_consent, workplace)
        self.withdraw_consent = partial(withdraw_consent, workplace)
        self.consents = partial(list_consents, workplace)
        self.choose_ranking = partial(choose_ranking, workplace)
        self.refuse_option = partial(refuse_option, workplace)
        self.rest_of = partial(rest_of, workplace)
        self.lift_refusal = partial(lift_refusal, workplace)
        self.refusals = partial(list_refusals, workplace)
        self.shown = partial(shown, workplace)
        self.shown_again = partial(shown_again, workplace)
        self.letter = partial(letter, workplace)
        self.contest_fact = partial(contest_fact, workplace)
        self.contest_reason = partial(contest_reason, workplace)
        self.answer_contest = partial(answer_contest, workplace)
        self.contests = partial(list_contests, workplace)

    def _wire_kept(self, workplace: Workplace) -> None:
        self.around_person = partial(around_person, workplace)
        self.pin_option = partial(pin_option, workplace)
        self.unpin_option = partial(unpin_option, workplace)
        self.pins = partial(list_pins, workplace)
        self.propose_outside = partial(propose_outside, workplace)
        self.withdraw_outside = partial(withdraw_outside, workplace)
        self.outside_options = partial(list_outside, workplace)
        self.block_option = partial(block_option, workplace)
        self.lift_block = partial(lift_block, workplace)
        self.save_search = partial(save_search, workplace)
        self.look_at_search = partial(look_at_search, workplace)
        self.remove_search = partial(remove_search, workplace)
        self.searches = partial(list_searches, workplace)
        self.search_alerts = partial(search_alerts, workplace)
        self.look_for_news = partial(look_for_news, workplace)

    def _wire_sign_in(self, workplace: Workplace, desk: Desk) -> None:
        self.sign_in_is_set_up = partial(is_set_up, workplace, desk)
        self.set_password = partial(set_password, workplace, desk)
        self.change_password = partial(change_password, workplace, desk)
        self.sign_in = partial(sign_in, workplace, desk)
        self.begin_oidc = partial(begin_oidc, workplace, desk)
        self.finish_oidc = partial(finish_oidc, workplace, desk)
        self.link_account = partial(link_account, workplace, desk)
        self.unlink_account = partial(unlink_account, workplace)
        self.who_is = partial(who_is, workplace, desk)
        self.who_is_by_token = partial(who_is_by_token, workplace)
        self.sign_out = partial(sign_out, workplace)
        self.sessions = partial(list_sessions, workplace, desk)
        self.revoke_session = partial(revoke_session, workplace)
        self.revoke_sessions = partial(revoke_sessions, workplace)
        self.revoke_other_sessions = partial(revoke_other_sessions, workplace)
        self.session_under = partial(session_under, workplace)
        self.last_seen = partial(last_seen, workplace)
        self.create_api_token = partial(create_api_token, workplace)
        self.api_tokens = partial(list_api_tokens, workplace)
        self.revoke_api_token = partial(revoke_api_token, workplace)
        self.deactivate_account = partial(deactivate_account, workplace)

    def _wire_proposals(self, workplace: Workplace) -> None:
        self.decide = partial(decide, workplace)
        self.answer = partial(answer, workplace)
        self.ask_payer = partial(ask_payer, workplace)
        self.payer_decides = partial(payer_decides, workplace)
        self.provider_moves = partial(provider_moves, workplace)
        self.start = partial(start, workplace)
        self.end = partial(end, workplace)
        self.withdraw = partial(withdraw, workplace)
        self.follow = partial(follow, workplace)
        self.proposals_of = partial(proposals_of, workplace)
        self.own_proposals = partial(own_proposals, workplace)
        self.put_to_payers = partial(put_to_payers, workplace)
        self.proposal = partial(proposal, workplace)
        self.proposal_history = partial(proposal_history, workplace)
        self.record_outcome = partial(record_outcome, workplace)
        self.outcomes_of = partial(outcomes_of, workplace)
        self._wire_corrections(workplace)

    def _wire_corrections(self, workplace: Workplace) -> None:
        self.give_feedback = partial(give_feedback, workplace)
        self.record_observation = partial(record_observation, workplace)
        self.show_observation = partial(show_observation, workplace)
        self.confirm_observation = partial(confirm_observation, workplace)
        self.dismiss_observation = partial(dismiss_observation, workplace)
        self.observations_of = partial(observations_of, workplace)
        self.confirm_correction = partial(confirm_correction, workplace)
        self.dismiss_correction = partial(dismiss_correction, workplace)
        self.corrections_of = partial(corrections_of, workplace)
        self.waiting_for_word = partial(waiting_for_word, workplace)

    def viewer(self, account: str | None = None) -> Viewer:
        """Who asks: the account named, else that of the settings, else the local viewer, who has no mandate.

        An empty name is an InvalidInputError: it must not open what the local viewer sees.
        """
        if account is not None and not account.strip():
            raise InvalidInputError("Le compte indiqué est vide : le nommer, ou ne pas indiquer --as.")
        return viewer_of(self.workplace, account or self.account)

    @property
    def ranks_as_usual(self) -> bool:
        """Whether encoder and promoted ranker can be read; where not, lists are shorter of something and say so."""
        return self.workplace.can_rank and not self.workplace.ranker.stands_in

    def refresh(self, *, at: datetime, step: Callable[[str], None] = lambda _: None) -> None:
        """Bring the index up to date with the catalogue, if it is not; `step` hears what is being done."""
        self.workplace.live(at, step)

    def run_demo(self, *, at: datetime) -> Demo:
        """Import the demo that ships with the service."""
        return run_demo(self.workplace, shipped("data_contracts", "v1", "examples"), at=at)

    def close(self) -> None:
        """Give the store's connections back."""
        self.workplace.database.close()


def open_service(settings: Settings) -> Service:
    """The service on the data folder and store of the settings; tables are brought up to date."""
    if settings.store_url in {"sqlite://", "sqlite:///", "sqlite:///:memory:"}:
        raise InvalidInputError("MATCHING_DATABASE_URL désigne une base en mémoire, qui ne garderait rien.")
    desk, exploration = open_desk(settings), exploration_of(settings)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = settings.master_key
    vault = open_vault(key.get_secret_value() if key else None, settings.data_dir / "master.key")
    database = open_database(settings.store_url, vault)
    database.migrate()
    anchor = Anchor(settings.anchor_file)
    anchor.prepare()
    return Service(
        Workplace(
            settings.data_dir,
            database,
            encoder=lambda: open_encoder(settings),
            taxonomy=lambda: load_taxonomy(settings.data_dir) or Taxonomy(),
            gazetteer=lambda: open_gazetteer(settings.data_dir),
            model=open_baseline,
            min_gain=settings.min_gain,
            exploration=exploration,
            pricing=pricing_of(settings),
            anchor=anchor,
        ),
        account=settings.user,
        desk=desk,
    )
