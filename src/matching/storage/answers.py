"""The ledgers of what institutions answered about a person: none replaces another."""

from matching.domain.answer import FitnessAnswer, RuleAnswer
from matching.storage import tables
from matching.storage.person_ledger import PersonLedger

RULE_ANSWERS = PersonLedger(tables.rule_answers, RuleAnswer)
FITNESS_ANSWERS = PersonLedger(tables.fitness_answers, FitnessAnswer)
