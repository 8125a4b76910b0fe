internal import Drawing

extension ReportText {
  /// What a parameter of a scenario is called, by its path; `nil` for one without a name of its own.
  func name(ofParameter path: String) -> String? { Self.parameters[path]?(language) }

  /// A key or a word inside a value; `nil` for one that is no word of a scenario's.
  func word(inParameter key: String) -> String? { Self.words[key]?(language) }

  private static let parameters: [String: Words] = [
    "practices": Words("The practices", "Praksisserne"),
    "practices.frame": Words("Frame: the list of practices", "Stikprøveramme: listen over praksisser"),
    "practices.seed": Words("Which region is drawn (seed)", "Hvilken region der trækkes (startværdi)"),
    "practices.municipalities": Words("Practices in each municipality", "Antal praksisser pr. kommune"),
    "practices.gps": Words("Practices by number of GPs", "Antal praksisser efter antal læger"),
    "practices.listed_patients_per_gp": Words("Listed patients per GP", "Tilmeldte patienter pr. læge"),
    "practices.listed_patients_per_gp.mean": Words(
      "Listed patients per GP, mean", "Tilmeldte patienter pr. læge, gennemsnit"),
    "practices.practices_per_cluster": Words(
      "Practices per quality cluster", "Antal praksisser pr. kvalitetsklynge"),
    "telephone": Words("The telephones", "Telefonerne"),
    "telephone.opens": Words("The telephone opens", "Telefonen åbner"),
    "telephone.closes": Words("The telephone closes", "Telefonen lukker"),
    "telephone.staffing": Words("Who answers when, and how many", "Hvem svarer hvornår, og hvor mange"),
    "telephone.staffing_scale": Words(
      "Answerers by the list are multiplied by", "Bemanding efter patienttal ganges med"),
    "telephone.staffing_list_exponent": Words(
      "Power of the list that answerers grow with", "Potens af patienttallet, som bemandingen vokser med"),
    "telephone.staffing_calls_exponent": Words(
      "Power of a practice’s own calls that answerers grow with",
      "Potens af praksissens egne opkald, som bemandingen vokser med"),
    "telephone.menu_share": Words(
      "Calls that end in the telephone’s menu", "Opkald, der slutter i telefonmenuen"),
    "telephone.callback": Words("Offers to ring back", "Tilbud om tilbagering"),
    "telephone.lunch": Words(
      "Closed at lunch (share of practices)", "Frokostlukning (andel af praksisserne)"),
    "telephone.last_answer": Words(
      "Last answer by a person (share of practices)", "Sidste personlige svar (andel af praksisserne)"),
    "telephone.queue_share": Words(
      "Practices with a queue system, by number of GPs", "Praksisser med telefonkø, efter antal læger"),
    "telephone.queue_lines": Words("Lines with a queue system", "Antal linjer med telefonkø"),
    "telephone.busy_tone_lines": Words("Lines without a queue system", "Antal linjer uden telefonkø"),
    "telephone.acute_line_share": Words("Practices with an acute line", "Praksisser med akutlinje"),
    "telephone.when_off": Words(
      "What the telephone does when the practice does not answer",
      "Hvad telefonen gør, når praksis ikke svarer"),
    "patients": Words("The patients", "Patienterne"),
    "patients.calls_per_day_per_1000_listed": Words(
      "Calls a day per 1,000 listed patients", "Opkald pr. dag pr. 1.000 tilmeldte"),
    "patients.calls_list_exponent": Words(
      "Power of the list that calls grow with", "Potens af patienttallet, som opkald vokser med"),
    "patients.calls_cv_between_practices": Words(
      "Variation of calls per patient between practices", "Variation i opkald pr. patient mellem praksisser"),
    "patients.callback_reached_share": Words(
      "Take the call when rung back", "Tager telefonen, når praksis ringer tilbage"),
    "patients.callback_ringing": Words(
      "Rings in vain when ringing back", "Ringer forgæves ved tilbagering"),
    "patients.call_shares": Words(
      "Share of the day’s calls by slot", "Dagens opkald fordelt på tidsrum"),
    "patients.opening_burst": Words("Rush when the telephone opens", "Opkaldsbølge ved åbning"),
    "patients.calls_per_hour": Words("Further calls per hour", "Yderligere opkald pr. time"),
    "patients.fixed_calls": Words("Further calls at fixed times", "Yderligere opkald på faste tidspunkter"),
    "patients.weekday_index": Words(
      "Demand by weekday, Monday first", "Efterspørgsel efter ugedag, mandag først"),
    "patients.busyness_cv": Words(
      "Variation from day to day in one practice", "Udsving fra dag til dag i samme praksis"),
    "patients.talk_with_doctor": Words("Length of a talk with a doctor", "Samtalens længde hos lægen"),
    "patients.talk_with_staff": Words("Length of a talk with staff", "Samtalens længde hos personalet"),
    "patients.answer_delay": Words(
      "Rings until a free answerer takes the call", "Ringer, før en ledig tager telefonen"),
    "patients.acute_line_answer": Words("Time until the acute line answers", "Tid, før akutlinjen svarer"),
    "patients.urgent_share": Words("Share of urgent calls", "Andel af hasteopkald"),
    "patients.balking_share": Words("Hang up at the queue message", "Lægger på ved købeskeden"),
    "patients.balks_at_calls_in_system": Words(
      "Do not join a queue of so many", "Stiller sig ikke i en kø på så mange"),
    "patients.patience": Words("Patience in a queue", "Tålmodighed i telefonkø"),
    "patients.ring_patience": Words("Patience while it rings", "Tålmodighed, mens det ringer"),
    "patients.redial_after_busy": Words("Try again when busy", "Ringer igen efter optaget"),
    "patients.redial_after_abandonment": Words(
      "Try again after hanging up in a queue", "Ringer igen efter at have opgivet køen"),
    "patients.redial_after_no_answer": Words(
      "Try again after no answer", "Ringer igen, når ingen tog telefonen"),
    "patients.most_redials": Words(
      "Most redials of one patient in a day", "Flest genopkald fra én patient på en dag"),
    "patients.displaced_share": Words(
      "Turn to the out-of-hours service after failing", "Henvender sig til lægevagten efter forgæves opkald"),
    "patients.answer_target_seconds": Words(
      "Answered within target means within (seconds)", "Besvaret inden for målet betyder inden for (sekunder)"
    ),
    "survey": Words("The survey", "Undersøgelsen"),
    "survey.slots": Words("Slots", "Tidsrum"),
    "survey.pooled_slots": Words("Longer stretches of the day", "Samlede tidsrum"),
    "survey.days": Words("Days", "Dage"),
    "survey.rounds": Words("Rounds", "Runder"),
    "survey.reserves": Words("Practices in reserve", "Praksis i reserve"),
    "survey.cut_off_share": Words("Waiting calls cut off", "Afbrudt under ventetid"),
    "practices.invalid_share": Words("Numbers that are wrong", "Forkerte numre"),
    "survey.sampling": Words("Sample", "Stikprøve"),
    "survey.slots_per_practice": Words(
      "Slots in which each practice is rung", "Antal tidsrum, hver praksis ringes op i"),
    "survey.slots_balanced_by": Words(
      "Slots dealt out evenly within", "Tidsrum fordelt ligeligt inden for"),
    "survey.interviewers": Words("Interviewers", "Interviewere"),
    "survey.ring_limit_seconds": Words("Rings for at most (seconds)", "Lader det ringe højst (sekunder)"),
    "survey.hold_limit_seconds": Words(
      "Waits in a queue for at most (seconds)", "Venter i telefonkø højst (sekunder)"),
    "survey.attempts": Words("Attempts at a call", "Opkaldsforsøg"),
    "survey.attempt_gap_seconds": Words("Pause between attempts (seconds)", "Pause mellem forsøg (sekunder)"),
    "survey.late_calls": Words("What becomes of late calls", "Hvad der sker med forsinkede opkald"),
    "survey.follow_referrals": Words("The substitute is rung too", "Stedfortræderen ringes også op"),
    "survey.accepts_callbacks": Words(
      "The interviewer accepts to be rung back", "Intervieweren siger ja til at blive ringet op"),
    "survey.talk": Words("Length of the interviewer’s talk", "Interviewerens samtale"),
    "survey.message": Words("Length of an answering machine’s message", "Telefonsvarerens besked"),
    "survey.wrap_up": Words("Writing up after a call", "Notat efter et opkald"),
    "survey.refusal_share": Words("Answer and will not take part", "Svarer, men ønsker ikke at deltage"),
    "survey.definitions": Words(
      "Further definitions of reached", "Yderligere definitioner af opnået kontakt"),
    "survey.definition": Words("Definition of reached", "Definition af opnået kontakt"),
    "survey.target": Words("Target: share not reached at most", "Mål: højeste andel uden kontakt"),
    "survey.interval": Words("Method of the intervals", "Metode til konfidensintervaller"),
    "survey.confidence": Words("Confidence of the intervals", "Konfidensniveau"),
  ]

  /// Keys and words inside values.
  private static let words: [String: Words] = [
    "distribution": Words("distribution", "fordeling"),
    "mean_seconds": Words("mean (seconds)", "middelværdi (sekunder)"),
    "sd_seconds": Words("standard deviation (seconds)", "spredning (sekunder)"),
    "from_seconds": Words("from (seconds)", "fra (sekunder)"),
    "to_seconds": Words("to (seconds)", "til (sekunder)"),
    "seconds": Words("seconds", "sekunder"),
    "scale_seconds": Words("scale (seconds)", "skala (sekunder)"),
    "values_seconds": Words("values (seconds)", "værdier (sekunder)"),
    "shape": Words("shape", "form"),
    "exponential": Words("exponential", "eksponentiel"),
    "lognormal": Words("lognormal", "lognormal"),
    "constant": Words("constant", "konstant"),
    "gamma": Words("gamma", "gamma"),
    "weibull": Words("Weibull", "Weibull"),
    "uniform": Words("uniform", "ligefordelt"),
    "empirical": Words("empirical", "empirisk"),
    "never": Words("never ends", "slutter aldrig"),
    "share": Words("share", "andel"),
    "shares": Words("shares", "andele"),
    "delay": Words("delay", "forsinkelse"),
    "from": Words("from", "fra"),
    "to": Words("to", "til"),
    "minutes": Words("minutes", "minutter"),
    "except": Words("except", "undtagen"),
    "mean": Words("mean", "gennemsnit"),
    "cv": Words("coefficient of variation", "variationskoefficient"),
    "smallest": Words("at least", "mindst"),
    "largest": Words("at most", "højst"),
    "at_least": Words("at least", "mindst"),
    "beyond_answerers": Words("beyond those who answer", "ud over dem, der svarer"),
    "answered_by": Words("answered by", "besvares af"),
    "answerers_per_1000_listed": Words(
      "answering per 1,000 listed patients", "der svarer, pr. 1.000 tilmeldte"),
    "from_waiting": Words("when so many wait", "når så mange venter"),
    "accepted_share": Words("share of patients who accept", "andel af patienterne, der siger ja"),
    "answerers": Words("answering", "antal, der svarer"),
    "doctor": Words("doctor", "læge"),
    "staff": Words("staff", "personale"),
    "design": Words("design", "design"),
    "census": Words("every practice", "alle praksisser"),
    "practices": Words("practices", "praksisser"),
    "simple-random": Words("simple random", "simpel tilfældig"),
    "stratified": Words("stratified", "stratificeret"),
    "systematic": Words("systematic", "systematisk"),
    "proportional-to-size": Words("proportional to size", "proportional med størrelse"),
    "dial-late": Words("dialled late", "ringes op forsinket"),
    "record-actual-slot": Words(
      "recorded in the slot in which they were dialled", "noteres i det tidsrum, de blev ringet op i"),
    "move-to-next-day": Words("moved to the next day", "flyttes til næste dag"),
    "all": Words("all", "alle"),
    "gps": Words("number of GPs", "antal læger"),
    "agreement": Words("the agreement’s rule", "overenskomstens regel"),
    "person": Words("a person of the practice", "en person i praksis"),
    "referral-message": Words("message with referral", "besked med henvisning"),
    "forwarding": Words("forwarded", "viderestillet"),
    "acute-line": Words("acute line only", "kun akutlinje"),
    "message-without-referral": Words("message without referral", "besked uden henvisning"),
    "message-to-out-of-hours": Words("message to the out-of-hours service", "henvisning til lægevagten"),
    "rings-out": Words("rings out", "ringer ud"),
    "name": Words("name", "navn"),
    "dispositions": Words("outcomes", "udfald"),
    "within_seconds": Words("within (seconds)", "inden for (sekunder)"),
    "count": Words("number", "antal"),
    "every_seconds": Words("every (seconds)", "hver (sekunder)"),
    "standard value of telefontid": Words("standard value of telefontid", "standardværdi i telefontid"),
    ReportParameter.setByCommand: Words("set on the command line", "sat på kommandolinjen"),
  ]
}
