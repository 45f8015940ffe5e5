"""Closed lists about what happens after the slate: verdicts, roles, decisions, states, outcomes."""

from matching.domain.vocabulary.closed_list import ClosedList


class Asks(ClosedList):
    """Who can settle an open question; `law` when the text itself is ambiguous."""

    PERSON = "person", "la personne", "die Person"
    COUNSELLOR = "counsellor", "le conseiller ou la conseillère", "die Beratungsperson"
    PAYER = "payer", "l'institution qui paie", "der Kostenträger"
    PROVIDER = "provider", "le prestataire ou l'employeur", "der Anbieter oder Arbeitgeber"
    LAW = "law", "le texte de loi est ambigu", "der Gesetzestext ist unklar"


class Role(ClosedList):
    """Who uses the service."""

    COUNSELLOR = "counsellor", "conseiller ORP", "RAV-Personalberater/in"
    SOCIAL_WORKER = "social_worker", "assistant social", "Sozialarbeiter/in"
    PAYER = "payer", "payeur", "Kostenträger"
    PROVIDER = "provider", "prestataire", "Anbieter"
    PROGRAMME_MANAGER = "programme_manager", "responsable de programmes", "Programmverantwortliche"
    DATA_SCIENTIST = "data_scientist", "science des données", "Data Science"
    ADMINISTRATOR = "administrator", "administration", "Administration"
    AUDITOR = "auditor", "audit", "Revision"
    LOCAL = "local", "utilisation locale sans compte", "lokale Nutzung ohne Konto"


ACCOMPANYING = frozenset({Role.COUNSELLOR, Role.SOCIAL_WORKER})
"""Who accompanies a person in an office: leads, has a part in the plan, asks for guarantees, prepares dossiers."""

WITH_THE_PERSON = ACCOMPANYING | {Role.LOCAL}
"""Who sits with the person and writes down what they say: the same, and local use without accounts."""

SEEING_PROPOSALS = WITH_THE_PERSON | {Role.PAYER, Role.PROVIDER}
"""To whom proposals exist at all: payers see their own requests, providers their own participants."""

RUNNING_PROGRAMMES = frozenset({Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR})
"""Who sets what the programmes of a canton go by; local use as well where there are no accounts."""


class MandateKind(ClosedList):
    """What a person may be mandated for. Source: OSE art. 53b al. 6."""

    PES_STAFF = "pes_staff", "personnel du service public de l'emploi", "Personal der öffentlichen Arbeitsvermittlung"


class Verb(ClosedList):
    """What a counsellor does with an option. No fourth one."""

    ACCEPT = "accept", "accepter", "annehmen"
    REJECT = "reject", "refuser", "ablehnen"
    DEFER = "defer", "mettre en attente", "zurückstellen"


class CorrectionStatus(ClosedList):
    """What became of a proposed correction: a counsellor decides."""

    PROPOSED = "proposed", "proposée", "vorgeschlagen", "proposta", "proposed"
    CONFIRMED = "confirmed", "confirmée", "bestätigt", "confermata", "confirmed"
    DISMISSED = "dismissed", "écartée", "verworfen", "scartata", "dismissed"


class ProposalStatus(ClosedList):
    """States of a proposal, provider's states included."""

    DRAFT = "draft", "brouillon", "Entwurf"
    SHOWN = "shown", "proposée", "vorgeschlagen"
    ACCEPTED = "accepted", "retenue", "angenommen"
    REJECTED = "rejected", "refusée", "abgelehnt"
    DEFERRED = "deferred", "en attente", "zurückgestellt"
    CLIENT_ACCEPTED = "client_accepted", "acceptée par la personne", "von der Person angenommen"
    CLIENT_DECLINED = "client_declined", "déclinée par la personne", "von der Person abgelehnt"
    PAYER_REQUESTED = "payer_requested", "soumise au payeur", "beim Kostenträger beantragt"
    PAYER_GRANTED = "payer_granted", "accordée par le payeur", "vom Kostenträger bewilligt"
    PAYER_REFUSED = "payer_refused", "refusée par le payeur", "vom Kostenträger abgelehnt"
    REQUESTED = "requested", "demandée au prestataire", "beim Anbieter angefragt"
    WAITING_LIST = "waiting_list", "sur liste d'attente", "auf Warteliste"
    INVITED = "invited", "invitée à un entretien", "eingeladen"
    ADMITTED = "admitted", "admise", "aufgenommen"
    PROVIDER_REFUSED = "provider_refused", "refusée par le prestataire", "vom Anbieter abgelehnt"
    STARTED = "started", "commencée", "begonnen"
    NO_SHOW = "no_show", "non-entrée", "nicht angetreten"
    COMPLETED = "completed", "terminée", "abgeschlossen"
    DROPPED_OUT = "dropped_out", "abandonnée", "abgebrochen"
    EXPIRED = "expired", "échue", "verfallen"
    WITHDRAWN = "withdrawn", "retirée", "zurückgezogen"


class GuaranteeStatus(ClosedList):
    """States of a payment guarantee (Kostengutsprache), from the request on: a draft would bind and tell nobody."""

    REQUESTED = "requested", "demandée", "beantragt"
    GRANTED = "granted", "accordée", "erteilt"
    REFUSED = "refused", "refusée", "verweigert"
    ACTIVE = "active", "en cours", "aktiv"
    EXHAUSTED = "exhausted", "épuisée", "ausgeschöpft"
    EXPIRED = "expired", "échue", "abgelaufen"
    REVOKED = "revoked", "révoquée", "widerrufen"


class ContestOutcome(ClosedList):
    """What came of a contest of a fact or a reason."""

    CORRECTED = "corrected", "corrigé", "berichtigt", "corretto", "corrected"
    PARTLY = "partly", "corrigé en partie", "teilweise berichtigt", "corretto in parte", "partly corrected"
    KEPT = "kept", "maintenu", "beibehalten", "mantenuto", "kept"


class FeedbackVerdict(ClosedList):
    """The counsellor's word on one explanation."""

    RIGHT = "right", "juste", "richtig"
    WRONG = "wrong", "faux", "falsch"
    BESIDE_THE_POINT = "beside_the_point", "hors sujet", "nebensächlich"


class OutcomeKind(ClosedList):
    """Later facts; what is absent is unknown, never a failure. Deregistration is not employment."""

    TAKE_UP = "take_up", "entrée dans les 30 jours", "Antritt innert 30 Tagen"
    DROPOUT = "dropout", "abandon", "Abbruch"
    CERTIFICATE = "certificate", "certificat obtenu", "Zertifikat erlangt"
    TRAINING_ENTRY = "training_entry", "entrée en formation qualifiante", "Eintritt in Ausbildung"
    UNSUBSIDISED_JOB_AT = (
        "unsubsidised_job_at",
        "en emploi sans subside à l'échéance",
        "ohne Zuschuss in Arbeit am Stichtag",
    )
    SUBSIDISED_JOB_AT = "subsidised_job_at", "en emploi subventionné à l'échéance", "mit Zuschuss in Arbeit am Stichtag"
    ANY_JOB_1M = "any_job_1m", "emploi d'au moins un mois", "Stelle von mindestens einem Monat"
    SUSTAINED_JOB = "sustained_job", "emploi durable", "nachhaltige Stelle"
    BENEFIT_EXIT = "benefit_exit", "sortie de l'aide sociale", "Austritt aus der Sozialhilfe"
    BENEFIT_AMOUNT = "benefit_amount", "montant mensuel de l'aide", "monatlicher Unterstützungsbetrag"
    REENTRY = "reentry", "retour dans les 12 mois", "Wiedereintritt innert 12 Monaten"
    STABILITY = "stability", "stabilité (logement, dettes, suivi)", "Stabilität (Wohnen, Schulden, Begleitung)"
    SEARCH_INTENSITY = "search_intensity", "démarches de recherche par mois", "Bewerbungen pro Monat"
    IAE_DURABLE = "iae_durable", "sortie IAE : emploi durable", "IAE-Austritt: dauerhafte Stelle"
    IAE_TRANSITION = "iae_transition", "sortie IAE : emploi de transition", "IAE-Austritt: Übergangsstelle"
    IAE_POSITIVE = "iae_positive", "sortie IAE : sortie positive", "IAE-Austritt: positiver Austritt"
    IAE_OTHER = "iae_other", "sortie IAE : autre", "IAE-Austritt: anderer"
    IAE_EXCLUDED = "iae_excluded", "sortie IAE : exclue du compte", "IAE-Austritt: nicht gezählt"


class Evidence(ClosedList):
    """What the figures of a model rest on; it travels with every model and card."""

    NONE = "none", "aucune donnée locale : poids posés à la main", "keine lokalen Daten: von Hand gesetzte Gewichte"
    SIMULATED = "simulated", "données simulées", "simulierte Daten"
    LOCAL = "local", "données locales", "lokale Daten"


class Band(ClosedList):
    """How strong a suggestion is, said without a figure while there is no local evidence."""

    STRONG = "strong", "apport probable fort", "voraussichtlich grosser Nutzen"
    MEDIUM = "medium", "apport probable moyen", "voraussichtlich mittlerer Nutzen"
    WEAK = "weak", "apport probable faible", "voraussichtlich kleiner Nutzen"
    UNCLEAR = "unclear", "apport incertain", "Nutzen ungewiss"
