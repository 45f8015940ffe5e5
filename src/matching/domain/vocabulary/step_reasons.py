"""Closed lists of the reasons at the steps other than rejection, and of the steps and sides they belong to."""

from matching.domain.vocabulary.closed_list import ClosedList


class Side(ClosedList):
    """Whose reason it is."""

    PERSON = "person", "personne", "Person", "persona", "person"
    PROVIDER = "provider", "prestataire", "Anbieter", "fornitore", "provider"
    PAYER = "payer", "payeur", "Kostenträger", "ente finanziatore", "payer"
    COUNSELLOR = "counsellor", "conseil", "Beratung", "consulenza", "counselling"
    DATA = "data", "données", "Daten", "dati", "data"


class AcceptReason(ClosedList):
    """Why an option is accepted: accepting, too, takes a reason."""

    MATCHES_PROJECT = (
        "matches_project",
        "correspond au projet",
        "passt zum Vorhaben",
        "corrisponde al progetto",
        "fits the career plan",
    )
    CLIENT_WISH = (
        "client_wish",
        "souhait de la personne",
        "Wunsch der Person",
        "desiderio della persona",
        "wish of the person",
    )
    CLOSES_SKILL_GAP = (
        "closes_skill_gap",
        "comble une lacune",
        "schliesst eine Lücke",
        "colma una lacuna",
        "closes a gap",
    )
    EMPLOYER_CONTACT = (
        "employer_contact",
        "contact avec l'employeur",
        "Kontakt zum Arbeitgeber",
        "contatto con il datore di lavoro",
        "contact with the employer",
    )
    CERTIFICATE_GAINED = (
        "certificate_gained",
        "apporte un certificat",
        "bringt ein Zertifikat",
        "porta a un certificato",
        "leads to a certificate",
    )
    NEAR_FIRST_MARKET = (
        "near_first_market",
        "proche du premier marché",
        "nahe am ersten Arbeitsmarkt",
        "vicino al mercato del lavoro primario",
        "close to the primary labour market",
    )
    STABILISES_SITUATION = (
        "stabilises_situation",
        "stabilise la situation",
        "stabilisiert die Lage",
        "stabilizza la situazione",
        "stabilises the situation",
    )
    CLARIFIES_CAPACITY = (
        "clarifies_capacity",
        "clarifie la capacité",
        "klärt die Leistungsfähigkeit",
        "chiarisce le capacità",
        "clarifies what the person is capable of",
    )
    DEADLINE_OR_LAST_CHANCE = (
        "deadline_or_last_chance",
        "échéance proche",
        "Frist läuft ab",
        "scadenza vicina",
        "deadline near",
    )
    ONLY_AVAILABLE = (
        "only_available",
        "seule option disponible",
        "einzige verfügbare Option",
        "unica opzione disponibile",
        "only option available",
    )
    NETWORK_ADVICE = (
        "network_advice",
        "conseil du réseau",
        "Rat des Netzwerks",
        "consiglio della rete",
        "advice from the network",
    )
    OTHER = "other", "autre", "anderes", "altro", "other"


class DropoutReason(ClosedList):
    """Why somebody left before the planned end; finding a job is a success."""

    FOUND_JOB = "found_job", "emploi trouvé", "Stelle gefunden", "impiego trovato", "job found"
    FOUND_TRAINING = (
        "found_training",
        "formation trouvée",
        "Ausbildung gefunden",
        "formazione trovata",
        "training found",
    )
    ILLNESS = "illness", "maladie", "Krankheit", "malattia", "illness"
    CARE_DUTY = "care_duty", "charge de proches", "Betreuungspflicht", "assistenza a familiari", "care of relatives"
    MOVED = "moved", "déménagement", "Wegzug", "trasloco", "moved away"
    CONFLICT = "conflict", "conflit", "Konflikt", "conflitto", "conflict"
    ABSENCES = "absences", "absences", "Absenzen", "assenze", "absences"
    TOO_HARD = "too_hard", "trop difficile", "zu schwer", "troppo difficile", "too hard"
    TOO_EASY = "too_easy", "trop facile", "zu leicht", "troppo facile", "too easy"
    NO_MOTIVATION = (
        "no_motivation",
        "manque de motivation",
        "fehlende Motivation",
        "mancanza di motivazione",
        "lack of motivation",
    )
    RIGHT_ENDED = "right_ended", "fin du droit", "Anspruch beendet", "fine del diritto", "entitlement ended"
    ORGANISER_ENDED = (
        "organiser_ended",
        "fin décidée par l'organisateur",
        "vom Anbieter beendet",
        "fine decisa dall'organizzatore",
        "ended by the organiser",
    )
    MATERNITY = "maternity", "maternité", "Mutterschaft", "maternità", "maternity"
    PRISON = "prison", "détention", "Haft", "detenzione", "detention"
    DEATH = "death", "décès", "Tod", "decesso", "death"
    UNKNOWN = "unknown", "inconnu", "unbekannt", "non noto", "unknown"


class ProviderRefusal(ClosedList):
    """Why an employer or organiser refuses. Source: les-emplois, reasons of refusal of an application."""

    DID_NOT_COME = (
        "did_not_come",
        "personne injoignable ou pas venue",
        "nicht erreichbar oder nicht gekommen",
        "persona irraggiungibile o non venuta",
        "person could not be reached or did not come",
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
        "conditions not met",
    )
    NOT_MOBILE = "not_mobile", "pas mobile", "nicht mobil", "non mobile", "not mobile"
    NOT_INTERESTED = "not_interested", "pas intéressée", "nicht interessiert", "non interessata", "not interested"
    LACKING_SKILLS = (
        "lacking_skills",
        "compétences manquantes",
        "fehlende Kompetenzen",
        "competenze mancanti",
        "skills missing",
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
        "nessun posto né impiego aperto",
        "no open place or post",
    )
    DUPLICATE = "duplicate", "doublon", "Duplikat", "doppione", "duplicate"
    OTHER = "other", "autre (à préciser)", "anderes (bitte angeben)", "altro (da precisare)", "other (to be specified)"


class ReasonStep(ClosedList):
    """Where a reason is given: each step has a list of its own, by kind of option."""

    ACCEPT = "accept", "retenir", "vormerken", "accettare", "accept"
    REJECT = "reject", "refuser", "ablehnen", "rifiutare", "reject"
    DEFER = "defer", "mettre en attente", "zurückstellen", "mettere in attesa", "put on hold"
    DECLINE = (
        "decline",
        "décliner, pour la personne",
        "ablehnen, als Person",
        "declinare, per la persona",
        "decline, as the person",
    )
    PROVIDER_REFUSE = (
        "provider_refuse",
        "refuser, pour le prestataire",
        "ablehnen, als Anbieter",
        "rifiutare, per il fornitore",
        "refuse, as the provider",
    )
    DROP_OUT = (
        "drop_out",
        "quitter avant la fin",
        "vorzeitig austreten",
        "lasciare prima della fine",
        "leave before the end",
    )
