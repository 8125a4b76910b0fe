internal import Drawing

/// The titles and descriptions of the shipped scenarios, which stand in their files in English, in Danish.
///
/// A scenario of the user's own is quoted as it stands.
package enum ShippedTexts {
  /// The Danish wording of a shipped text; `nil` for any other.
  package static func danish(_ english: String) -> String? { texts[english] }

  private static let texts: [String: String] = [
    "Region Midtjylland, April 2015": "Region Midtjylland, april 2015",
    "Each of 420 practices is rung once, in one of eight hourly slots, on a working day in April 2015.":
      "Hver af 420 praksisser ringes op én gang, i ét af otte tidsrum på en time, på en hverdag i april 2015.",
    "Region Hovedstaden, 2017": "Region Hovedstaden, 2017",
    "Each of 700 practices is rung in one of four slots, with up to five redials after ten minutes each.":
      "Hver af 700 praksisser ringes op i ét af fire tidsrum, med op til fem nye forsøg efter ti minutter hver gang.",
    "Region Hovedstaden, 2012": "Region Hovedstaden, 2012",
    "Each of 720 practices is rung in one of four slots in weeks 6 and 8, and again in weeks 11 and 12 if it was not reached.":
      "Hver af 720 praksisser ringes op i ét af fire tidsrum i uge 6 og 8, og igen i uge 11 og 12, hvis der ikke blev opnået kontakt.",
    "Psychiatrists of Region Hovedstaden, 2023": "Psykiatere i Region Hovedstaden, 2023",
    "Each of 63 psychiatrists is rung once in the telephone hour that it declares, and once more on another day if it is not reached.":
      "Hver af 63 psykiatere ringes op én gang i sin oplyste telefontid, og én gang til på en anden dag, hvis der ikke opnås kontakt.",
    "Norway, 2017": "Norge, 2017",
    "Each of 1,374 practices is rung once in its telephone hours; what counts is a person within two minutes.":
      "Hver af 1.374 praksisser ringes op én gang i telefontiden; det, der tæller, er en person inden for to minutter.",
    "Secret shoppers, a network that just meets 90 %": "Skjulte testopkald, et netværk der lige når 90 %",
    "200 of 600 listed practices are rung up to three times in different parts of the day; practices in reserve replace the third that cannot be found.":
      "200 af 600 praksisser på listen ringes op indtil tre gange på forskellige tider af dagen; praksisser i reserve træder i stedet for den tredjedel, der ikke findes.",
    "England, October 2025": "England, oktober 2025",
    "400 practices with the list sizes of the 4,366 whose telephone systems counted every call in October 2025. Each is probed, and rung once, on one of the 23 working days.":
      "400 praksisser med patienttal som de 4.366, hvis telefonsystemer talte alle opkald i oktober 2025. Hver praksis ringes op én gang på en af de 23 hverdage og følges med prøveopkald.",
    "One practice, one morning, pencil and paper": "Én praksis, én formiddag, med papir og blyant",
    "Ten calls a minute apart, each 90 seconds long, then a message, then no answer: the result is known exactly.":
      "Ti opkald med et minut imellem, hver på 90 sekunder, derefter en besked, derefter intet svar: Svaret er kendt præcist.",
    "One practice, two answerers, Erlang's queue": "Én praksis, to der svarer, Erlangs kø",
    "A queue of known answer: 27.94 % of calls wait longer than the interviewer's 300 seconds.":
      "En kø med kendt svar: 27,94 % af opkaldene venter længere end interviewerens 300 sekunder.",
    "Can home nurses and hospital doctors reach the practices?":
      "Kan hjemmesygeplejersker og sygehuslæger få fat i praksisserne?",
    "Midtjylland 2015 with professionals who ring the ordinary number as patients do, and a survey that rings as a professional.":
      "Midtjylland 2015 med fagfolk, der ringer på det almindelige nummer som patienterne, og en måling, der ringer som fagperson.",
    "What if every practice had a number of its own for professionals?":
      "Hvad nu hvis alle praksisser havde et særligt nummer for fagfolk?",
    "Every practice has a number for home nurses and hospital doctors, open from 8 to 16, where they go before patients who wait.":
      "Alle praksisser har et nummer for hjemmesygeplejersker og sygehuslæger, åbent kl. 8–16, hvor de kommer før patienter i kø.",
    "What if every practice had an acute line?": "Hvad nu hvis alle praksisser havde en akutlinje?",
    "Every practice has an acute line; those whose telephone rang out or gave no referral when off let callers reach it.":
      "Alle praksisser har en akutlinje; de, hvis telefon ringede ud eller ikke gav henvisning, når den var lukket, stiller om til den.",
    "What if each practice were rung in every slot?":
      "Hvad nu hvis alle praksisser blev ringet op i alle tidsrum?",
    "The same region; every practice is rung once in each of the eight slots.":
      "Den samme region; hver praksis ringes op én gang i hvert af de otte tidsrum.",
    "What if one more person answered from 8 to 9?": "Hvad nu hvis én mere tog telefonen kl. 8–9?",
    "Every practice has one more answerer from 8 to 9, and the line that this person needs.":
      "Alle praksisser har én mere til at tage telefonen kl. 8–9 og den linje, det kræver.",
    "What if every practice had a queue system?": "Hvad nu hvis alle praksisser havde telefonkø?",
    "Every practice has a queue instead of a busy tone.":
      "Alle praksisser har telefonkø i stedet for optaget.",
    "What if every practice answered until 16?": "Hvad nu hvis alle praksisser svarede til kl. 16?",
    "Every practice gives personal answers until 16; lunch closings stay.":
      "Alle praksisser svarer personligt til kl. 16; frokostlukning består.",
    "What if practices took lunch at different times?": "Hvad nu hvis praksisserne holdt frokost på skift?",
    "The practices that close for lunch do so for an hour from 11:30, 12:00 or 12:30, a third each.":
      "De praksisser, der har frokostlukning, lukker en time fra 11.30, 12.00 eller 12.30, en tredjedel hver.",
    "What if each practice were rung in two of eight slots?":
      "Hvad nu hvis hver praksis blev ringet op i to af otte tidsrum?",
    "The same region; every practice is rung in two of the eight slots, by balanced rotation.":
      "Den samme region; hver praksis ringes op i to af de otte tidsrum, i balanceret rotation.",
    "What if every message named a substitute?": "Hvad nu hvis alle beskeder nævnte en stedfortræder?",
    "No telephone rings out or gives a message without a referral when it is off; those practices name a substitute.":
      "Ingen telefon ringer ud eller giver besked uden henvisning, når den er lukket; de praksisser nævner en stedfortræder.",
  ]
}

extension ReportText {
  /// The title or the description of a scenario, in the reader's language where it is a shipped one.
  func title(_ title: String) -> String {
    switch language {
    case .english: title
    case .danish: ShippedTexts.danish(title) ?? title
    }
  }

  /// The language of words that a shipped scenario says in English, where that is not the reader's.
  func languageOfSources(of title: String?) -> ReportLanguage? {
    guard language == .danish, let title, ShippedTexts.danish(title) != nil else { return nil }
    return .english
  }
}
