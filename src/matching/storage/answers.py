"""The ledgers of what institutions answered about a person: none replaces another."""

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.storage import tables
from matching.storage.ledger import Ledger

RULE_ANSWERS = Ledger(tables.rule_answers, RuleAnswer)
FITNESS_ANSWERS = Ledger(tables.fitness_answers, FitnessAnswer)
