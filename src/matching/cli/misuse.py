"""A command that was typed wrongly, as one sentence."""

from typing import Any

from typer.exceptions import TyperException


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
            _, listed, choices = misuse.message.rstrip(".").partition(" is not one of ")
            said = f"valeur refusée pour {named}" + (f" ; au choix : {choices}" if listed else "")
        case "NoSuchOption":
            said = f"l'option {getattr(misuse, 'option_name', '')} n'existe pas"
        case _:
            said = f"commande mal écrite ({misuse.format_message().rstrip('.')})"
    return f"{said[0].upper()}{said[1:]} ; voir `{command} --help`."
