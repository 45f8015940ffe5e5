"""A command that was typed wrongly, as one sentence."""

import re
from datetime import datetime
from typing import Any

from typer.exceptions import TyperException

_FRENCH = {
    r"No such command '(.+?)'\.(?: Did you mean (.+)\?)?": "la commande {0} n'existe pas",
    r"Got unexpected extra argument\(s\) \((.+)\)": "argument en trop : {0}",
    r"Option '(.+)' requires an argument\.": "l'option {0} demande une valeur",
    r"Option '(.+)' does not take a value\.": "l'option {0} ne prend pas de valeur",
}
"""What typer says in English, and the same in French."""


def is_bare(misuse: TyperException) -> bool:
    """Whether a group of commands was called without any: its message is the help."""
    return type(misuse).__name__ == "NoArgsIsHelpError"


def misuse_in_words(misuse: TyperException) -> str:
    """What is wrong with the arguments, and where the right ones stand."""
    context: Any = getattr(misuse, "ctx", None)
    parameter: Any = getattr(misuse, "param", None)
    command = context.command_path if context else "matching"
    named = parameter.get_error_hint() if parameter else ""
    match type(misuse).__name__:
        case "MissingParameter":
            said = f"il manque {named}"
        case "BadParameter":
            said = f"valeur refusée pour {named}{_accepted(misuse.message, parameter)}"
        case "NoSuchOption":
            said = f"l'option {getattr(misuse, 'option_name', '')} n'existe pas"
        case _:
            said = _in_french(misuse.format_message())
    return f"{said[0].upper()}{said[1:]} ; voir `{command} --help`."


def _accepted(message: str, parameter: Any) -> str:
    """What would have been accepted: the members of a list, with labels where it has some, a date, or a bound."""
    from matching.contracts.reasons import closed_list_in, codes_in_words

    annotation = parameter.get_runtime_param().annotation if parameter else None
    if codes := closed_list_in(annotation):
        return f" ; au choix : {codes_in_words(codes)}"
    if annotation is datetime:
        return " ; formes admises : 2026-11-26 ou 26.11.2026"
    if bound := re.search(r"(greater|less) than or equal to (\d+)", message):
        return f" ; au {'moins' if bound[1] == 'greater' else 'plus'} {bound[2]}"
    _, listed, choices = message.rstrip(".").partition(" is not one of ")
    return f" ; au choix : {choices}" if listed else ""


def _in_french(message: str) -> str:
    for english, french in _FRENCH.items():
        if found := re.fullmatch(english, message, re.DOTALL):
            near = found[2] if found.re.groups > 1 else None
            return french.format(found[1]) + (f" ; ressemblent : {near}" if near else "")
    return f"commande mal écrite ({message.rstrip('.')})"
