internal import Files
internal import SurveyDesign
internal import Surveys

extension DanishText {
  var oneCall: String {
    "En enkelt praksis. Ét opkald er ét øjeblik: En god praksis kan være svær at få fat i netop da, og en dårlig let."
  }

  func smallGroups(_ least: Int) -> String {
    "Små grupper. I en gruppe på syv praksisser flytter ét opkald uden kontakt andelen 14 procentpoint; "
      + "under \(least) opkald vises ingen andel."
  }

  var equalWeights: String {
    "Hvad en patient møder i gennemsnit. Hvert opkald tæller lige meget her uanset klokkeslæt, mens patienterne mest "
      + "ringer om formiddagen."
  }

  var reachedIsARule: String {
    "Hvorvidt den, der ringede, blev hjulpet. En besked, der henviser til en stedfortræder, kan tælle som kontakt, uden at "
      + "man har talt med nogen."
  }

  var callerIsNoPatient: String {
    "Hvor længe en patient ville have ventet. En interviewer lægger på og prøver igen efter reglerne ovenfor; "
      + "patienterne har deres egne."
  }

  func silentPractices(_ count: Int, of all: Int) -> String {
    count == 1
      ? "Den ene af \(self.count(all)) praksisser, der ikke har noget opkald."
      : "De \(self.count(count)) af \(self.count(all)) praksisser, der ikke har noget opkald."
  }

  func vagueWord(_ word: SurveyCalls.VagueWord) -> String {
    "Hvad »\(word.word)« betød i \(number(word.rows, "række", "rækker")): Det er læst som »\(word.disposition.danishName)«."
  }

  func assumptions(assumed: Int, of all: Int) -> String {
    "Virkeligheden ud over forudsætningerne: \(count(assumed)) af \(number(all, "forudsætning", "forudsætninger")) er antagelser, "
      + "fordi der ikke er fundet nogen kilde. De er markeret nedenfor."
  }

  var calibrated: String {
    "Om modellen er rigtig. Hvor den er tilpasset en offentliggjort andel, kommer andelen ud, fordi den er lagt ind."
  }

  var noCause: String { "Hvorfor noget er, som det er, eller hvad der ville ændre det." }

  var modelIsNoRegion: String {
    "Hvor mange opkald en region ville se. Forskelle i en model viser, hvilken vej en ændring trækker, og hvor meget "
      + "i forhold til en anden."
  }

  var faultsHeading: String { "Det mangler i rapporten" }

  func sentence(_ fault: ReadingFault) -> String {
    switch fault {
    case .noManifest(let hasCalls):
      "Mappen har ingen manifest.json, så ingen kan sige, om filerne er, som de blev skrevet. "
        + (hasCalls ? "Kun opkaldene er brugt." : "Ingen af dem er brugt, og der er ingen calls.csv.")
    case .damagedManifest(let hasCalls):
      hasCalls
        ? "manifest.json er beskadiget. Kun opkaldene er brugt, uden kontrol."
        : "manifest.json er beskadiget, så ingen fil kunne kontrolleres eller bruges, og der er ingen calls.csv."
    case .missingFile(let name): "\(name) mangler. Det, den ville have fortalt, er udeladt."
    case .changedFile(let name):
      "\(name) er ikke den fil, der blev skrevet: Dens kontrolsum er en anden. Den er ikke brugt."
    // Reasons are in English; the program says them when it makes the report.
    case .unreadableFile(let name, reason: _): "\(name) kunne ikke læses. Den er ikke brugt."
    case .incompleteRun(let done, let asked):
      "Kørslen blev stoppet: Her er \(count(done)) af \(count(asked)) simulerede undersøgelser."
    case .missingScenario(let path):
      "Scenariet \(path) blev ikke fundet, så design og forudsætninger er udeladt. --scenario FIL angiver det."
    case .changedScenario(let path):
      "Scenariet \(path) er ikke det, der blev kørt, eller ikke længere, så design og forudsætninger er udeladt. "
        + "--scenario FIL angiver et andet."
    case .unreadableScenario(let path, reason: _):
      "Scenariet \(path) kunne ikke læses, så design og forudsætninger er udeladt. telefontid check siger hvorfor."
    case .otherEstimates:
      "Regnet efter giver opkaldene andre estimater end mappens; mappens er vist, uden afgørelser om målet."
    }
  }

  func madeBy(_ program: String, version: String) -> String {
    "Lavet af \(program) \(version), et åbent program. Rapport og figurer kommer alene af filerne, uden ur: De samme "
      + "filer giver den samme rapport."
  }

  func repeatWith(_ command: String) -> String { "Kørslen gentages med: \(command)" }
  var fileCaption: String { "Mappens filer, holdt op mod deres kontrolsummer" }
  var intact: String { "som skrevet" }
  var notUsed: String { "mangler eller er ændret, ikke brugt" }
  func bytes(_ count: Int) -> String { number(count, "byte", "byte") }
  func folderSentence(_ name: String) -> String { "Rapporten er lavet af \(name)." }
}
