"""Closed lists about what happens after the slate: verdicts, roles, decisions, states, outcomes."""

from matching.domain.vocabulary.closed_list import ClosedList


class Asks(ClosedList):
    """Who can settle an open question; `law` when the text itself is ambiguous."""

    PERSON = "person", "la personne", "die Person", "la persona", "the person"
    COUNSELLOR = (
        "counsellor",
        "le conseiller ou la conseillère",
        "die Beratungsperson",
        "il o la consulente",
        "the counsellor",
    )
    PAYER = "payer", "l'institution qui paie", "der Kostenträger", "l'istituzione che paga", "the institution that pays"
    PROVIDER = (
        "provider",
        "le prestataire ou l'employeur",
        "der Anbieter oder Arbeitgeber",
        "il fornitore o il datore di lavoro",
        "the provider or the employer",
    )
    LAW = (
        "law",
        "le texte de loi est ambigu",
        "der Gesetzestext ist unklar",
        "il testo di legge è ambiguo",
        "the text of the law is ambiguous",
    )


class Role(ClosedList):
    """Who uses the service."""

    COUNSELLOR = (
        "counsellor",
        "conseiller en emploi",
        "Personalberater/in",
        "consulente del personale",
        "employment counsellor",
    )
    SOCIAL_WORKER = "social_worker", "assistant social", "Sozialarbeiter/in", "assistente sociale", "social worker"
    PAYER = "payer", "payeur", "Kostenträger", "ente finanziatore", "payer"
    PROVIDER = "provider", "prestataire", "Anbieter", "fornitore", "provider"
    PROGRAMME_MANAGER = (
        "programme_manager",
        "responsable de programmes",
        "Programmverantwortliche",
        "responsabile di programmi",
        "programme manager",
    )
    DATA_SCIENTIST = "data_scientist", "science des données", "Data Science", "scienza dei dati", "data science"
    ADMINISTRATOR = "administrator", "administration", "Administration", "amministrazione", "administration"
    AUDITOR = "auditor", "audit", "Revision", "revisione", "audit"
    LOCAL = (
        "local",
        "utilisation locale sans compte",
        "lokale Nutzung ohne Konto",
        "uso locale senza account",
        "local use without an account",
    )


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

    PES_STAFF = (
        "pes_staff",
        "personnel du service public de l'emploi",
        "Personal der öffentlichen Arbeitsvermittlung",
        "personale del servizio pubblico di collocamento",
        "staff of the public employment service",
    )


class Verb(ClosedList):
    """What a counsellor does with an option. No fourth one."""

    ACCEPT = "accept", "accepter", "vormerken", "accettare", "accept"
    REJECT = "reject", "refuser", "ablehnen", "rifiutare", "reject"
    DEFER = "defer", "mettre en attente", "zurückstellen", "mettere in attesa", "put on hold"


class CorrectionStatus(ClosedList):
    """What became of a proposed correction: a counsellor decides."""

    PROPOSED = "proposed", "proposée", "vorgeschlagen", "proposta", "proposed"
    CONFIRMED = "confirmed", "confirmée", "bestätigt", "confermata", "confirmed"
    DISMISSED = "dismissed", "écartée", "verworfen", "scartata", "dismissed"


class ProposalStatus(ClosedList):
    """States of a proposal, provider's states included."""

    DRAFT = "draft", "brouillon", "Entwurf", "bozza", "draft"
    SHOWN = "shown", "proposée", "vorgeschlagen", "proposta", "proposed"
    ACCEPTED = "accepted", "retenue", "vorgemerkt", "accettata", "accepted"
    REJECTED = "rejected", "refusée", "abgelehnt", "rifiutata", "rejected"
    DEFERRED = "deferred", "en attente", "zurückgestellt", "in attesa", "on hold"
    CLIENT_ACCEPTED = (
        "client_accepted",
        "acceptée par la personne",
        "von der Person angenommen",
        "accettata dalla persona",
        "accepted by the person",
    )
    CLIENT_DECLINED = (
        "client_declined",
        "déclinée par la personne",
        "von der Person abgelehnt",
        "declinata dalla persona",
        "declined by the person",
    )
    PAYER_REQUESTED = (
        "payer_requested",
        "soumise au payeur",
        "beim Kostenträger beantragt",
        "sottoposta all'ente finanziatore",
        "submitted to the payer",
    )
    PAYER_GRANTED = (
        "payer_granted",
        "accordée par le payeur",
        "vom Kostenträger bewilligt",
        "concessa dall'ente finanziatore",
        "granted by the payer",
    )
    PAYER_REFUSED = (
        "payer_refused",
        "refusée par le payeur",
        "vom Kostenträger abgelehnt",
        "rifiutata dall'ente finanziatore",
        "refused by the payer",
    )
    REQUESTED = (
        "requested",
        "demandée au prestataire",
        "beim Anbieter angefragt",
        "richiesta al fornitore",
        "requested from the provider",
    )
    WAITING_LIST = "waiting_list", "sur liste d'attente", "auf Warteliste", "in lista d'attesa", "on the waiting list"
    INVITED = "invited", "invitation à un entretien", "eingeladen", "invito a un colloquio", "invited to an interview"
    ADMITTED = "admitted", "admission", "aufgenommen", "ammissione", "admitted"
    PROVIDER_REFUSED = (
        "provider_refused",
        "refusée par le prestataire",
        "vom Anbieter abgelehnt",
        "rifiutata dal fornitore",
        "refused by the provider",
    )
    STARTED = "started", "début", "begonnen", "inizio", "started"
    NO_SHOW = "no_show", "non-entrée", "nicht angetreten", "mancata entrata", "did not start"
    COMPLETED = "completed", "fin comme prévu", "abgeschlossen", "fine come previsto", "completed"
    DROPPED_OUT = "dropped_out", "abandon", "abgebrochen", "abbandono", "dropped out"
    EXPIRED = "expired", "échue", "verfallen", "scaduta", "expired"
    WITHDRAWN = "withdrawn", "retirée", "zurückgezogen", "ritirata", "withdrawn"


class GuaranteeStatus(ClosedList):
    """States of a payment guarantee (Kostengutsprache), from the request on: a draft would bind and tell nobody."""

    REQUESTED = "requested", "demandée", "beantragt", "richiesta", "requested"
    GRANTED = "granted", "accordée", "erteilt", "concessa", "granted"
    REFUSED = "refused", "refusée", "verweigert", "rifiutata", "refused"
    ACTIVE = "active", "en cours", "aktiv", "in corso", "active"
    EXHAUSTED = "exhausted", "épuisée", "ausgeschöpft", "esaurita", "exhausted"
    EXPIRED = "expired", "échue", "abgelaufen", "scaduta", "expired"
    REVOKED = "revoked", "révoquée", "widerrufen", "revocata", "revoked"


class ContestOutcome(ClosedList):
    """What came of a contest of a fact or a reason."""

    CORRECTED = "corrected", "corrigé", "berichtigt", "corretto", "corrected"
    PARTLY = "partly", "corrigé en partie", "teilweise berichtigt", "corretto in parte", "partly corrected"
    KEPT = "kept", "maintenu", "beibehalten", "mantenuto", "kept"


class FeedbackVerdict(ClosedList):
    """The counsellor's word on one explanation."""

    RIGHT = "right", "juste", "richtig", "giusto", "right"
    WRONG = "wrong", "faux", "falsch", "sbagliato", "wrong"
    BESIDE_THE_POINT = "beside_the_point", "hors sujet", "nebensächlich", "non pertinente", "beside the point"


class OutcomeKind(ClosedList):
    """Later facts; what is absent is unknown, never a failure. Deregistration is not employment."""

    TAKE_UP = (
        "take_up",
        "entrée dans les 30 jours",
        "Antritt innert 30 Tagen",
        "entrata entro 30 giorni",
        "started within 30 days",
    )
    DROPOUT = "dropout", "abandon", "Abbruch", "abbandono", "dropout"
    CERTIFICATE = (
        "certificate",
        "certificat obtenu",
        "Zertifikat erlangt",
        "certificato ottenuto",
        "certificate obtained",
    )
    TRAINING_ENTRY = (
        "training_entry",
        "entrée en formation qualifiante",
        "Eintritt in Ausbildung",
        "entrata in una formazione qualificante",
        "entry into qualifying training",
    )
    UNSUBSIDISED_JOB_AT = (
        "unsubsidised_job_at",
        "en emploi sans subside à l'échéance",
        "ohne Zuschuss in Arbeit am Stichtag",
        "con un impiego senza sussidio alla data di riferimento",
        "in work without a subsidy on the reference date",
    )
    SUBSIDISED_JOB_AT = (
        "subsidised_job_at",
        "en emploi subventionné à l'échéance",
        "mit Zuschuss in Arbeit am Stichtag",
        "con un impiego sovvenzionato alla data di riferimento",
        "in subsidised work on the reference date",
    )
    ANY_JOB_1M = (
        "any_job_1m",
        "emploi d'au moins un mois",
        "Stelle von mindestens einem Monat",
        "impiego di almeno un mese",
        "job of at least one month",
    )
    SUSTAINED_JOB = "sustained_job", "emploi durable", "nachhaltige Stelle", "impiego duraturo", "lasting job"
    BENEFIT_EXIT = (
        "benefit_exit",
        "sortie de l'aide sociale",
        "Austritt aus der Sozialhilfe",
        "uscita dall'assistenza sociale",
        "exit from social assistance",
    )
    BENEFIT_AMOUNT = (
        "benefit_amount",
        "montant mensuel de l'aide",
        "monatlicher Unterstützungsbetrag",
        "importo mensile dell'assistenza",
        "monthly amount of assistance",
    )
    REENTRY = (
        "reentry",
        "retour dans les 12 mois",
        "Wiedereintritt innert 12 Monaten",
        "ritorno entro 12 mesi",
        "return within 12 months",
    )
    STABILITY = (
        "stability",
        "stabilité (logement, dettes, suivi)",
        "Stabilität (Wohnen, Schulden, Begleitung)",
        "stabilità (alloggio, debiti, accompagnamento)",
        "stability (housing, debts, follow-up)",
    )
    SEARCH_INTENSITY = (
        "search_intensity",
        "démarches de recherche par mois",
        "Bewerbungen pro Monat",
        "ricerche d'impiego al mese",
        "job-search steps per month",
    )
    IAE_DURABLE = (
        "iae_durable",
        "sortie IAE : emploi durable",
        "IAE-Austritt: dauerhafte Stelle",
        "uscita IAE: impiego duraturo",
        "IAE exit: lasting job",
    )
    IAE_TRANSITION = (
        "iae_transition",
        "sortie IAE : emploi de transition",
        "IAE-Austritt: Übergangsstelle",
        "uscita IAE: impiego di transizione",
        "IAE exit: transitional job",
    )
    IAE_POSITIVE = (
        "iae_positive",
        "sortie IAE : sortie positive",
        "IAE-Austritt: positiver Austritt",
        "uscita IAE: uscita positiva",
        "IAE exit: positive exit",
    )
    IAE_OTHER = "iae_other", "sortie IAE : autre", "IAE-Austritt: anderer", "uscita IAE: altro", "IAE exit: other"
    IAE_EXCLUDED = (
        "iae_excluded",
        "sortie IAE : exclue du compte",
        "IAE-Austritt: nicht gezählt",
        "uscita IAE: esclusa dal conteggio",
        "IAE exit: not counted",
    )


class Evidence(ClosedList):
    """What the figures of a model rest on; it travels with every model and card."""

    NONE = (
        "none",
        "aucune donnée locale : poids posés à la main",
        "keine lokalen Daten: von Hand gesetzte Gewichte",
        "nessun dato locale: pesi fissati a mano",
        "no local data: weights set by hand",
    )
    SIMULATED = "simulated", "données simulées", "simulierte Daten", "dati simulati", "simulated data"
    LOCAL = "local", "données locales", "lokale Daten", "dati locali", "local data"


class Band(ClosedList):
    """How strong a suggestion is, said without a figure while there is no local evidence."""

    STRONG = (
        "strong",
        "apport probable fort",
        "voraussichtlich grosser Nutzen",
        "beneficio probabile elevato",
        "high likely gain",
    )
    MEDIUM = (
        "medium",
        "apport probable moyen",
        "voraussichtlich mittlerer Nutzen",
        "beneficio probabile medio",
        "medium likely gain",
    )
    WEAK = (
        "weak",
        "apport probable faible",
        "voraussichtlich kleiner Nutzen",
        "beneficio probabile ridotto",
        "low likely gain",
    )
    UNCLEAR = "unclear", "apport incertain", "Nutzen ungewiss", "beneficio incerto", "uncertain gain"
