"""Who receives what leaves the service, and for which purpose: what is on no list of a receiver stays in."""

from collections.abc import Mapping
from types import MappingProxyType

from matching.domain.vocabulary.closed_list import ClosedList


class Receiver(ClosedList):
    """Who something leaves to. There is none for sanctions or the control of benefits: nothing leaves to them.

    Nor for audit: who did what with which file is read in the audit itself.

    Source: LSE art. 34a al. 1 let. b is another purpose than matching; sharing between institutions LACI 85f, LSE 35a.
    """

    UNIT = (
        "unit",
        "l'unité qui accompagne, pour le conseil",
        "begleitende Dienststelle, für die Beratung",
        "l'unità che accompagna, per la consulenza",
        "the unit that accompanies, for counselling",
    )
    PERSON = "person", "la personne elle-même", "die Person selbst", "la persona stessa", "the person themselves"
    TRAINING = (
        "training",
        "l'apprentissage du classement, sur place",
        "das Lernen der Rangfolge, vor Ort",
        "l'apprendimento della classifica, sul posto",
        "the learning of the ranking, on site",
    )
    CASE_SYSTEM = (
        "case_system",
        "le système de suivi de l'unité, lu aussi pour d'autres buts",
        "Fallführungssystem der Dienststelle, auch zu anderen Zwecken gelesen",
        "il sistema di gestione dei casi dell'unità, letto anche per altri scopi",
        "the unit's case system, read for other purposes too",
    )
    SOCIAL_OFFICE = (
        "social_office",
        "un service social associé",
        "beteiligter Sozialdienst",
        "un servizio sociale associato",
        "a social office involved",
    )
    PLACEMENT_OFFICE = (
        "placement_office",
        "un office de placement associé",
        "beteiligtes Vermittlungsamt",
        "un ufficio di collocamento associato",
        "a placement office involved",
    )
    PAYER = "payer", "l'institution qui paie", "der Kostenträger", "l'istituzione che paga", "the institution that pays"
    PROVIDER = (
        "provider",
        "le prestataire d'une mesure ou d'une place",
        "Anbieter einer Massnahme oder eines Platzes",
        "il fornitore di una misura o di un posto",
        "the provider of a measure or a place",
    )
    EMPLOYER = (
        "employer",
        "l'employeur d'un poste",
        "Arbeitgeber einer Stelle",
        "il datore di lavoro di un posto",
        "the employer of a post",
    )
    STATISTICS = (
        "statistics",
        "la statistique des programmes",
        "die Statistik der Programme",
        "la statistica dei programmi",
        "the statistics of programmes",
    )


WITHIN_COUNSELLING = frozenset({Receiver.UNIT, Receiver.PERSON, Receiver.TRAINING})
"""Whom what a person or counsellor answered may reach: those who counsel, the person, and what ranks for them."""


class LeavingPurpose(ClosedList):
    """What something leaves for; it is written down with who took it."""

    COUNSELLING = (
        "counselling",
        "conseil et accompagnement",
        "Beratung und Begleitung",
        "consulenza e accompagnamento",
        "counselling and support",
    )
    ACCESS = (
        "access",
        "demande d'accès de la personne",
        "Auskunft an die Person",
        "domanda d'accesso della persona",
        "request for access by the person",
    )
    CASE_KEEPING = "case_keeping", "tenue du dossier", "Fallführung", "gestione del caso", "case keeping"
    PAYMENT = "payment", "garantie et paiement", "Gutsprache und Zahlung", "garanzia e pagamento", "payment"
    PLACEMENT = (
        "placement",
        "pourvoir un poste ou une place",
        "Besetzung",
        "occupare un posto",
        "filling a post or a place",
    )
    STEERING = (
        "steering",
        "pilotage des programmes",
        "Steuerung der Programme",
        "conduzione dei programmi",
        "steering of programmes",
    )
    LEARNING = (
        "learning",
        "apprentissage du classement",
        "Lernen der Rangfolge",
        "apprendimento della classifica",
        "learning of the ranking",
    )


PURPOSES: Mapping[Receiver, frozenset[LeavingPurpose]] = MappingProxyType(
    {
        Receiver.UNIT: frozenset({LeavingPurpose.COUNSELLING}),
        Receiver.PERSON: frozenset({LeavingPurpose.ACCESS}),
        Receiver.TRAINING: frozenset({LeavingPurpose.LEARNING}),
        Receiver.CASE_SYSTEM: frozenset({LeavingPurpose.CASE_KEEPING}),
        Receiver.SOCIAL_OFFICE: frozenset({LeavingPurpose.CASE_KEEPING}),
        Receiver.PLACEMENT_OFFICE: frozenset({LeavingPurpose.CASE_KEEPING}),
        Receiver.PAYER: frozenset({LeavingPurpose.PAYMENT}),
        Receiver.PROVIDER: frozenset({LeavingPurpose.PLACEMENT}),
        Receiver.EMPLOYER: frozenset({LeavingPurpose.PLACEMENT}),
        Receiver.STATISTICS: frozenset({LeavingPurpose.STEERING}),
    }
)
"""What each receiver may be given something for."""
