internal import Drawing
internal import Scenarios

extension DanishText {
  var checklistIntroduction: String {
    "Punkterne i STRESS-DES 1.0 (Monks m.fl. 2019, Journal of Simulation 13:55), udfyldt fra scenariet og manifestet, så "
      + "rapporten kan stå i et bilag."
  }
  var checklistCaption: String {
    "Tjekliste for rapportering af simulationsundersøgelser: diskrete hændelser"
  }

  func title(of item: ChecklistItem) -> String {
    switch item {
    case .purpose: "Modellens formål"
    case .outputs: "Modellens resultater"
    case .aims: "Forsøgenes formål"
    case .diagram: "Oversigtsdiagram"
    case .baseLogic: "Modellens logik"
    case .scenarioLogic: "Scenariernes logik"
    case .algorithms: "Algoritmer"
    case .entities: "Bestanddele: enheder"
    case .activities: "Bestanddele: aktiviteter"
    case .resources: "Bestanddele: ressourcer"
    case .queues: "Bestanddele: køer"
    case .entryAndExit: "Bestanddele: ind- og udgange"
    case .dataSources: "Datakilder"
    case .preprocessing: "Forbehandling"
    case .inputs: "Inputparametre"
    case .assumptions: "Antagelser"
    case .initialisation: "Begyndelsestilstand"
    case .runLength: "Kørslens længde"
    case .estimation: "Estimation"
    case .software: "Program og programmeringssprog"
    case .randomness: "Tilfældige tal"
    case .execution: "Afvikling"
    case .system: "Maskine"
    case .codeAccess: "Adgang til modellen"
    }
  }

  func answer(to item: ChecklistItem, _ facts: ChecklistFacts) -> String {
    switch item {
    case .purpose:
      "At prøve en undersøgelse af telefonisk tilgængelighed i almen praksis af, før den foretages: »\(facts.title)«. "
        + (facts.scenario?.description ?? "")
    case .outputs:
      "Andelen af opkald uden kontakt efter tidsrum, gruppe og definition af opnået kontakt; de simulerede undersøgelsers "
        + "estimater med skævhed, dækning og afgørelser; patienternes opkald, ventetid og forskydning til lægevagten. Hvert "
        + "tal med sin Monte Carlo-standardfejl."
    case .aims:
      facts.cells.isEmpty
        ? "Ét scenarie: hvad undersøgelsen ville vise, og hvor sikker den ville være."
        : "Scenarieanalyse: \(language.list(facts.cells)), sammenlignet med fælles tilfældige tal."
    case .diagram: "I artiklen »The model« i programmets dokumentation (TelephoneAccess)."
    case .baseLogic:
      "Patienter og interviewere ringer til praksisser. Hver telefon er bemandet eller slået fra efter sin telefontid; et "
        + "opkald besvares, kommer i kø, møder optagettone eller en besked og kan opgives og gentages."
    case .scenarioLogic:
      facts.cells.isEmpty
        ? "Ikke relevant: ét scenarie." : "Hver mulighed ændrer de forudsætninger, den nævner."
    case .algorithms:
      "Poissonfordelte opkald med stykkevis konstant intensitet (eksakt), gammafordelt travlhed, balanceret rotation af "
        + "tidsrum, først til mølle med forrang for hasteopkald; sammenfald afgøres i en dokumenteret rækkefølge."
    case .entities: "Praksisser, patienternes opkald, undersøgelsens opkald."
    case .activities: "Ringe, vente, tale, høre beskeder, ringe igen, notere; varighederne er forudsætninger."
    case .resources:
      "Hver praksis’ telefonlinjer og de personer, der svarer"
        + (facts.scenario.map { "; \(number($0.survey.interviewers, "interviewer", "interviewere"))." } ?? ".")
    case .queues:
      "En kø i hver praksis med telefonkø, først til mølle, hasteopkald først, hvor der er akutlinje; man kan lade være "
        + "med at stille sig i kø og lægge på, når tålmodigheden slipper op. Én kø af undersøgelsens opkald."
    case .entryAndExit:
      "Patienternes opkald kommer efter timens intensitet og ender besvaret, opgivet eller hos lægevagten. "
        + "Undersøgelsens opkald kommer efter opkaldsplanen."
    case .dataSources: "I tabellen over forudsætninger: hver værdi, og hvem der siger det."
    case .preprocessing: "Ingen ud over det, tabellen over forudsætninger kalder afledt."
    case .inputs: "Alle i tabellen over forudsætninger; hele scenariets kontrolsum er \(facts.digest ?? "–")."
    case .assumptions:
      "\(number(facts.bases.first { $0.basis == .assumed }?.count ?? 0, "forudsætning", "forudsætninger")) er markeret som "
        + "antagelser i tabellen; modellens egne står i artiklen »The model«."
    case .initialisation:
      "Hver dag begynder med tomme linjer; der er ingen opvarmning, for intet opkald går over til næste dag."
    case .runLength:
      facts.scenario.map {
        "\(number($0.survey.days.count, "undersøgelsesdag", "undersøgelsesdage")), hver fra åbning til sidste opkalds slutning."
      } ?? "Undersøgelsens dage, hver fra åbning til sidste opkalds slutning."
    case .estimation:
      "\(number(facts.replications, "gentagelse", "gentagelser")), uafhængige bortset fra praksisserne, som trækkes én gang. "
        + "Fejl fra spredningen mellem gentagelser; forskelle fra forskelle inden for dem."
    case .software:
      "telefontid \(facts.version), skrevet i Swift uden andet end standardbiblioteket og Foundation."
    case .randomness:
      "Strømme af xoshiro256++ adresseret ved startværdi, gentagelse, praksis og formål; egne fordelingstrækninger"
        + (facts.seed.map { "; startværdi \($0)" } ?? "")
        + ". Den samme startværdi giver de samme bytes på enhver maskine."
    case .execution:
      "\(facts.command). Hændelsesstyret simulation i hele millisekunder, én praksis ad gangen."
    case .system: "Ikke noteret: Resultatet afhænger hverken af maskinen eller af antallet af processorer."
    case .codeAccess: "Program, scenarier og resultater er åbne (MIT-licens)."
    }
  }
}
