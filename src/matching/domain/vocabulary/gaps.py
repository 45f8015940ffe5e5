"""Closed list about gaps of the catalogue: what became of a confirmed need."""

from matching.domain.vocabulary.closed_list import ClosedList


class GapReason(ClosedList):
    """Why a need is not reached, or that it is; of a case the first that applies, from the smallest remedy up."""

    REACHED = "reached", "option atteignable", "erreichbares Angebot", "opzione raggiungibile", "reachable option"
    NOT_KNOWN = (
        "not_known",
        "option atteignable, jamais proposée dans l'unité",
        "erreichbares Angebot, in der Dienststelle nie vorgeschlagen",
        "opzione raggiungibile, mai proposta nell'unità",
        "reachable option, never proposed in the unit",
    )
    DATA_MISSING = "data_missing", "données manquantes", "fehlende Angaben", "dati mancanti", "data missing"
    FULL = (
        "full",
        "complet ou attente trop longue",
        "voll oder zu lange Wartezeit",
        "completo o attesa troppo lunga",
        "full or wait too long",
    )
    OTHER_PAYER = (
        "other_payer",
        "payé par un autre (remède : une garantie)",
        "anderer Kostenträger (Abhilfe: Kostengutsprache)",
        "altro ente finanziatore (rimedio: una garanzia)",
        "paid by another (remedy: a guarantee)",
    )
    NOT_ALLOWED = (
        "not_allowed",
        "exclu par un critère ou une règle",
        "durch Kriterium oder Regel ausgeschlossen",
        "escluso da un criterio o da una regola",
        "excluded by a criterion or a rule",
    )
    AT_REST = (
        "at_rest",
        "seulement ce qui a été refusé ou suivi",
        "nur Abgelehntes oder Besuchtes",
        "solo quanto è stato rifiutato o seguito",
        "only what was refused or already attended",
    )
    NO_OFFER = (
        "no_offer",
        "aucune offre à portée",
        "kein Angebot in Reichweite",
        "nessuna offerta a portata",
        "no offer within reach",
    )


CONFIRMED_GAPS = (
    GapReason.FULL,
    GapReason.OTHER_PAYER,
    GapReason.NOT_ALLOWED,
    GapReason.AT_REST,
    GapReason.NO_OFFER,
)
"""Where it is certain that no option is reachable: neither what is reached nor what is not known."""


class GapDimension(ClosedList):
    """What gaps are counted by. Never sex, age or permit."""

    NEED = "need", "besoin", "Bedarf", "bisogno", "need"
    DISTRICT = "district", "lieu", "Ort", "luogo", "place"
    LANGUAGE = "language", "langue", "Sprache", "lingua", "language"
    PAYER = "payer", "payeur possible", "möglicher Kostenträger", "ente finanziatore possibile", "possible payer"
    KIND = "kind", "genre d'option", "Art des Angebots", "genere d'opzione", "kind of option"
