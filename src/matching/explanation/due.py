"""When the answer to an employer is due, in words."""

from matching.domain.shortlist import DuePosting, EmployerAnswer
from matching.messages.say import say


def due_in_words(answer: EmployerAnswer | DuePosting, lang: str) -> str:
    """When the answer is due, or why that is not known."""
    notice = answer.notice
    if answer.answered:
        return say(lang, "answer.given")
    if answer.due_on is not None:
        return say(lang, "answer.overdue" if answer.overdue else "answer.due", day=answer.due_on)
    if notice is not None and not notice.complete:
        return say(lang, "answer.incomplete", day=notice.received_on, missing=notice.missing)
    if isinstance(answer, DuePosting):
        facts = [say(lang, f"postings.unknown.{fact}") for fact in answer.unknown]
        return say(lang, "postings.unknown", facts=facts)
    return say(lang, "answer.due_unknown")
