internal import Drawing
internal import Scenarios

/// The checklist of Monks and others.
extension ReportText {
  var checklistIntroduction: String {
    words(
      "The items of STRESS-DES 1.0 (Monks and others 2019, Journal of Simulation 13:55), filled in from "
        + "the scenario and the manifest, so that the report can stand in an appendix.",
      "Punkterne i STRESS-DES 1.0 (Monks m.fl. 2019, Journal of Simulation 13:55), udfyldt fra "
        + "scenariet og manifestet, så rapporten kan stå i et bilag.")
  }
  var checklistCaption: String {
    words(
      "Strengthening the reporting of empirical simulation studies: discrete events",
      "Tjekliste for rapportering af simulationsundersøgelser: diskrete hændelser")
  }

  func title(of item: ChecklistItem) -> String {
    switch item {
    case .purpose: words("Purpose of the model", "Modellens formål")
    case .outputs: words("Model outputs", "Modellens resultater")
    case .aims: words("Experimentation aims", "Forsøgenes formål")
    case .diagram: words("Base model overview diagram", "Oversigtsdiagram")
    case .baseLogic: words("Base model logic", "Modellens logik")
    case .scenarioLogic: words("Scenario logic", "Scenariernes logik")
    case .algorithms: words("Algorithms", "Algoritmer")
    case .entities: words("Components: entities", "Bestanddele: enheder")
    case .activities: words("Components: activities", "Bestanddele: aktiviteter")
    case .resources: words("Components: resources", "Bestanddele: ressourcer")
    case .queues: words("Components: queues", "Bestanddele: køer")
    case .entryAndExit: words("Components: entry and exit points", "Bestanddele: ind- og udgange")
    case .dataSources: words("Data sources", "Datakilder")
    case .preprocessing: words("Pre-processing", "Forbehandling")
    case .inputs: words("Input parameters", "Inputparametre")
    case .assumptions: words("Assumptions", "Antagelser")
    case .initialisation: words("Initialisation", "Begyndelsestilstand")
    case .runLength: words("Run length", "Kørslens længde")
    case .estimation: words("Estimation approach", "Estimation")
    case .software: words("Software and programming language", "Program og programmeringssprog")
    case .randomness: words("Random sampling", "Tilfældige tal")
    case .execution: words("Model execution", "Afvikling")
    case .system: words("System specification", "Maskine")
    case .codeAccess: words("Computer model sharing statement", "Adgang til modellen")
    }
  }

  func answer(to item: ChecklistItem, _ facts: ChecklistFacts) -> String {
    switch item {
    case .purpose:
      return words(
        "To rehearse a telephone access survey of practices before it is made: “\(facts.title)”. ",
        "At prøve en undersøgelse af praksissers telefoniske tilgængelighed af, før den foretages: »\(facts.title)«. "
      ) + (facts.scenario.map { title($0.description) } ?? "")
    case .outputs:
      return words(
        "The share of calls not reached, by slot, group and definition of reached; the estimates of "
          + "simulated surveys with bias, coverage and verdicts; patients’ calls, waits and displacement. Each with its "
          + "Monte Carlo standard error.",
        "Andelen af opkald uden kontakt efter tidsrum, gruppe og definition af opnået kontakt; de simulerede undersøgelsers "
          + "estimater med skævhed, dækning og afgørelser; patienternes opkald, ventetid og forskydning til lægevagten. Hvert "
          + "tal med sin Monte Carlo-standardfejl.")
    case .aims:
      if let worlds = facts.worlds.map({ number($0, .world) }) {
        return words(
          "Sensitivity analysis: \(worlds) drawn from what uncertain parameters could be, to see which conclusions hold.",
          "Følsomhedsanalyse: \(worlds) trukket fra det, de usikre forudsætninger kunne være, for at se, hvilke konklusioner "
            + "der holder.")
      }
      let cells = language.list(facts.cells)
      return facts.cells.isEmpty
        ? words(
          "One scenario: what the survey would show, and how sure it would be.",
          "Ét scenarie: hvad undersøgelsen ville vise, og hvor sikker den ville være.")
        : words(
          "Scenario based analysis: \(cells), compared under common random numbers.",
          "Scenarieanalyse: \(cells), sammenlignet med fælles tilfældige tal.")
    case .diagram:
      return words(
        "In the article “The model” of the program’s documentation (TelephoneAccess).",
        "I artiklen om modellen i programmets dokumentation (TelephoneAccess, på engelsk).")
    case .baseLogic:
      return words(
        "Patients and interviewers ring practices. Each telephone is staffed or off by its timetable; a call is answered, "
          + "queues, is busy or meets a message, and may be abandoned and redialled.",
        "Patienter og interviewere ringer til praksisser. Hver telefon er bemandet eller slået fra efter sin telefontid; et "
          + "opkald besvares, kommer i kø, er optaget eller møder en besked og kan opgives og gentages.")
    case .scenarioLogic:
      if facts.worlds != nil {
        return words(
          "Each world sets the uncertain parameters anew; a remedy changes what it names, in every world.",
          "Hver verden sætter de usikre forudsætninger på ny; et tiltag ændrer det, det nævner, i alle verdener."
        )
      }
      return facts.cells.isEmpty
        ? words("Not applicable: one scenario.", "Ikke relevant: ét scenarie.")
        : words(
          "Each possibility changes the parameters that it names.",
          "Hver mulighed ændrer de forudsætninger, den nævner.")
    case .algorithms:
      return words(
        "Poisson arrivals with piecewise constant rates (exact), gamma busyness, balanced rotation of "
          + "slots, first come first served with priority for urgent calls; ties in a documented order.",
        "Poissonfordelte opkald med stykkevis konstant intensitet (eksakt), gammafordelt travlhed, balanceret rotation af "
          + "tidsrum, i den rækkefølge, de kommer, med forrang for hasteopkald; sammenfald afgøres i en dokumenteret rækkefølge."
      )
    case .entities:
      return words(
        "Practices, patients’ calls, survey calls.", "Praksisser, patienternes opkald, undersøgelsens opkald."
      )
    case .activities:
      return words(
        "Ringing, waiting, talking, messages, redialling, writing up; their durations are parameters.",
        "Ringe, vente, tale, høre beskeder, ringe igen, notere; varighederne er forudsætninger.")
    case .resources:
      return words(
        "Telephone lines and answerers of each practice",
        "Hver praksis’ telefonlinjer og de personer, der svarer")
        + (facts.scenario.map { "; \(number($0.survey.interviewers, .interviewer))." } ?? ".")
    case .queues:
      return words(
        "A queue for each practice with a queue system, first come first served, urgent calls first where there is an "
          + "acute line; callers may balk, and hang up when their patience ends. One queue of due survey calls.",
        "En kø i hver praksis med telefonkø, i den rækkefølge, opkaldene kommer, hasteopkald først, hvor der er akutlinje; man kan lade være "
          + "med at stille sig i kø og lægge på, når tålmodigheden slipper op. Én kø af undersøgelsens opkald."
      )
    case .entryAndExit:
      return words(
        "Patients’ calls enter by the hour’s rate and leave answered, given up or displaced to the out-of-hours service. "
          + "Survey calls enter by the plan of calls.",
        "Patienternes opkald kommer efter timens intensitet og ender besvaret, opgivet eller hos lægevagten. "
          + "Undersøgelsens opkald kommer efter opkaldsplanen.")
    case .dataSources:
      return words(
        "In the table of parameters: every value with who says so.",
        "I tabellen over forudsætninger: hver værdi, og hvem der siger det.")
    case .preprocessing:
      return words(
        "None beyond what the table of parameters calls derived.",
        "Ingen ud over det, tabellen over forudsætninger kalder afledt.")
    case .inputs:
      let digest = facts.digest ?? "–"
      return words(
        "All of them in the table of parameters, with the complete scenario’s digest \(digest).",
        "Alle i tabellen over forudsætninger; hele scenariets kontrolsum er \(digest).")
    case .assumptions:
      let assumed = facts.bases.first { $0.basis == .assumed }?.count ?? 0
      let parameters = number(assumed, .parameter)
      return words(
        "\(parameters) \(assumed == 1 ? "is" : "are") marked as assumptions in the table; the model’s own in the article "
          + "“The model”.",
        "\(parameters) er markeret som antagelser i tabellen; modellens egne står i artiklen om modellen.")
    case .initialisation:
      return words(
        "Each day begins with empty lines; there is no warm-up, for no call outlives its day.",
        "Hver dag begynder med tomme linjer; der er ingen opvarmning, for intet opkald går over til næste dag."
      )
    case .runLength:
      let days =
        facts.scenario.map { number($0.survey.days.count, .surveyDay) }
        ?? words("The days of the survey", "Undersøgelsens dage")
      return words(
        "\(days), each from opening to the last call’s end.",
        "\(days), hver fra åbning til sidste opkalds slutning.")
    case .estimation:
      if let worlds = facts.worlds.map({ number($0, .world) }) {
        return words(
          "\(worlds) by scrambled Sobol’ points under common random numbers; indices by Jansen’s estimators, with their errors.",
          "\(worlds) efter skramblede Sobol’-punkter med fælles tilfældige tal; indeks efter Jansens estimatorer med deres fejl."
        )
      }
      let replications = number(facts.replications, .replication)
      if facts.regions > 1 {
        let regions = count(facts.regions)
        return words(
          "\(replications) in each of \(regions) regions, independent but for the practices of a region, which are drawn once. Errors "
            + "from the spread between replications and between regions.",
          "\(replications) i hver af \(regions) regioner, uafhængige bortset fra en regions praksisser, som trækkes én gang. Fejl "
            + "fra spredningen mellem gentagelser og mellem regioner.")
      }
      return words(
        "\(replications), independent but for the population, which is drawn once. Errors from the spread between "
          + "replications; differences from differences within them.",
        "\(replications), uafhængige bortset fra praksisserne, som trækkes én gang. Fejl fra spredningen mellem "
          + "gentagelser; forskelle fra forskelle inden for dem.")
    case .software:
      return words(
        "telefontid \(facts.version), written in Swift with nothing but its standard library and Foundation.",
        "telefontid \(facts.version), skrevet i Swift uden andet end standardbiblioteket og Foundation.")
    case .randomness:
      let seed = facts.seed.map { words("; seed \($0)", "; startværdi \($0)") } ?? ""
      return words(
        "Streams of xoshiro256++ addressed by seed, replication, practice and purpose; samplers of our own\(seed). "
          + "The same seed gives the same bytes on every machine.",
        "Strømme af xoshiro256++ adresseret ved startværdi, gentagelse, praksis og formål; egne fordelingstrækninger\(seed). "
          + "Den samme startværdi giver de samme bytes på enhver maskine.")
    case .execution:
      return words(
        "\(facts.command). Next-event simulation in whole milliseconds, one practice at a time.",
        "\(facts.command). Hændelsesstyret simulation i hele millisekunder, én praksis ad gangen.")
    case .system:
      return words(
        "Not recorded: the result does not depend on the machine or on the number of its processors.",
        "Ikke noteret: Resultatet afhænger hverken af maskinen eller af antallet af processorer.")
    case .codeAccess:
      return words(
        "The program is open, and so are the scenarios and results that come with it (MIT licence).",
        "Programmet er åbent, og det er de scenarier og resultater, der følger med, også (MIT-licens).")
    }
  }
}
