"""Closed lists about what happens after the slate: verdicts, decisions, reasons, states, outcomes."""

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


class Side(ClosedList):
    """Whose reason it is."""

    PERSON = "person", "personne", "Person"
    PROVIDER = "provider", "prestataire", "Anbieter"
    PAYER = "payer", "payeur", "Kostenträger"
    COUNSELLOR = "counsellor", "conseil", "Beratung"
    DATA = "data", "données", "Daten"


class AcceptReason(ClosedList):
    """Why an option is accepted: accepting, too, takes a reason."""

    MATCHES_PROJECT = "matches_project", "correspond au projet", "passt zum Ziel"
    CLIENT_WISH = "client_wish", "souhait de la personne", "Wunsch der Person"
    CLOSES_SKILL_GAP = "closes_skill_gap", "comble une lacune", "schliesst eine Lücke"
    EMPLOYER_CONTACT = "employer_contact", "contact avec l'employeur", "Kontakt zum Arbeitgeber"
    CERTIFICATE_GAINED = "certificate_gained", "apporte un certificat", "bringt ein Zertifikat"
    NEAR_FIRST_MARKET = "near_first_market", "proche du premier marché", "nahe am ersten Arbeitsmarkt"
    STABILISES_SITUATION = "stabilises_situation", "stabilise la situation", "stabilisiert die Lage"
    CLARIFIES_CAPACITY = "clarifies_capacity", "clarifie la capacité", "klärt die Leistungsfähigkeit"
    DEADLINE_OR_LAST_CHANCE = "deadline_or_last_chance", "échéance proche", "Frist läuft ab"
    ONLY_AVAILABLE = "only_available", "seule option disponible", "einzige verfügbare Option"
    NETWORK_ADVICE = "network_advice", "conseil du réseau", "Rat des Netzwerks"
    OTHER = "other", "autre", "anderes"


class DropoutReason(ClosedList):
    """Why somebody left before the planned end; finding a job is a success."""

    FOUND_JOB = "found_job", "emploi trouvé", "Stelle gefunden"
    FOUND_TRAINING = "found_training", "formation trouvée", "Ausbildung gefunden"
    ILLNESS = "illness", "maladie", "Krankheit"
    CARE_DUTY = "care_duty", "charge de proches", "Betreuungspflicht"
    MOVED = "moved", "déménagement", "Wegzug"
    CONFLICT = "conflict", "conflit", "Konflikt"
    ABSENCES = "absences", "absences", "Absenzen"
    TOO_HARD = "too_hard", "trop difficile", "zu schwer"
    TOO_EASY = "too_easy", "trop facile", "zu leicht"
    NO_MOTIVATION = "no_motivation", "manque de motivation", "fehlende Motivation"
    RIGHT_ENDED = "right_ended", "fin du droit", "Anspruch beendet"
    ORGANISER_ENDED = "organiser_ended", "fin décidée par l'organisateur", "vom Anbieter beendet"
    MATERNITY = "maternity", "maternité", "Mutterschaft"
    PRISON = "prison", "détention", "Haft"
    DEATH = "death", "décès", "Tod"
    UNKNOWN = "unknown", "inconnu", "unbekannt"


class ProviderRefusal(ClosedList):
    """Why an employer or organiser refuses. Source: les-emplois, reasons of refusal of an application."""

    DID_NOT_COME = (
        "did_not_come",
        "personne injoignable ou pas venue",
        "nicht erreichbar oder nicht gekommen",
        "non raggiungibile o non venuta",
        "could not be reached or did not come",
    )
    DID_NOT_COME_TO_INTERVIEW = (
        "did_not_come_to_interview",
        "absente à l'entretien",
        "nicht zum Gespräch erschienen",
        "assente al colloquio",
        "did not come to the interview",
    )
    HIRED_ELSEWHERE = (
        "hired_elsewhere",
        "engagée ailleurs",
        "anderswo angestellt",
        "assunta altrove",
        "hired elsewhere",
    )
    TRAINING = "training", "en formation", "in Ausbildung", "in formazione", "in training"
    NON_ELIGIBLE = (
        "non_eligible",
        "conditions non remplies",
        "Bedingungen nicht erfüllt",
        "condizioni non adempiute",
        "not eligible",
    )
    NOT_MOBILE = "not_mobile", "pas mobile", "nicht mobil", "non mobile", "not mobile"
    NOT_INTERESTED = "not_interested", "pas intéressée", "nicht interessiert", "non interessata", "not interested"
    LACKING_SKILLS = (
        "lacking_skills",
        "compétences manquantes",
        "fehlende Kompetenzen",
        "competenze mancanti",
        "lacking skills",
    )
    INCOMPATIBLE = (
        "incompatible",
        "un frein est incompatible avec la place",
        "ein Hemmnis ist mit dem Platz unvereinbar",
        "un ostacolo è incompatibile con il posto",
        "an obstacle is incompatible with the place",
    )
    PREVENT_OBJECTIVES = (
        "prevent_objectives",
        "contraire aux objectifs convenus de la structure",
        "gegen die vereinbarten Ziele des Betriebs",
        "contrario agli obiettivi convenuti della struttura",
        "against the agreed objectives of the structure",
    )
    NO_POSITION = (
        "no_position",
        "pas de place ou de poste ouvert",
        "kein Platz oder keine Stelle offen",
        "nessun posto aperto",
        "no open place or position",
    )
    DUPLICATE = "duplicate", "doublon", "Duplikat", "doppione", "duplicate"
    OTHER = "other", "autre (à préciser)", "anderes (bitte angeben)", "altro (da precisare)", "other (to be specified)"


class ReasonStep(ClosedList):
    """Where a reason is given: each step has a list of its own, by kind of option."""

    ACCEPT = "accept", "retenir", "annehmen", "accettare", "accept"
    REJECT = "reject", "refuser", "ablehnen", "rifiutare", "reject"
    DEFER = "defer", "mettre en attente", "zurückstellen", "rinviare", "defer"
    DECLINE = "decline", "décliner, pour la personne", "ablehnen, als Person", "declinare, per la persona", "decline"
    PROVIDER_REFUSE = (
        "provider_refuse",
        "refuser, pour le prestataire",
        "ablehnen, als Anbieter",
        "rifiutare, per il fornitore",
        "refuse, as the provider",
    )
    DROP_OUT = "drop_out", "quitter avant la fin", "vorzeitig austreten", "lasciare prima della fine", "leave early"


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
