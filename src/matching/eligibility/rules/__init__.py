"""All rules: each module of this folder lists its own under RULES; adding a rule means adding it there only."""

from importlib import import_module
from pkgutil import iter_modules

from matching.eligibility.rule import Rule

MODULES = tuple(sorted(module.name for module in iter_modules(__path__)))

RULES: tuple[Rule, ...] = tuple(rule for name in MODULES for rule in import_module(f"{__name__}.{name}").RULES)
