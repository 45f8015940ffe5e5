"""Closed lists of the reasons at the steps other than rejection, and of the steps and sides they belong to."""

from matching.domain.vocabulary.closed_list import ClosedList


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
