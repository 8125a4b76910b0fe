/// What is missing, and how the report was made.
extension ReportText {
  var faultsHeading: String { words("What is missing from this report", "Det mangler i rapporten") }
  var fileCaption: String {
    words(
      "The files of the folder, held against their digests",
      "Mappens filer, holdt op mod deres kontrolsummer")
  }
  var intact: String { words("as written", "som skrevet") }
  var notUsed: String { words("missing or changed, not used", "mangler eller er ændret, ikke brugt") }

  func sentence(_ fault: ReadingFault) -> String {
    switch fault {
    case .noManifest(let hasCalls):
      words(
        "The folder has no manifest.json, so it cannot be said whether its files are as they were written. ",
        "Mappen har ingen manifest.json, så det kan ikke siges, om filerne er, som de blev skrevet. ")
        + (hasCalls
          ? words("Only the calls were used.", "Kun opkaldene er brugt.")
          : words(
            "None was used, and there is no calls.csv.", "Ingen af dem er brugt, og der er ingen calls.csv."))
    case .damagedManifest(let hasCalls):
      hasCalls
        ? words(
          "manifest.json is damaged. Only the calls were used, unchecked.",
          "manifest.json er beskadiget. Kun opkaldene er brugt, uden kontrol.")
        : words(
          "manifest.json is damaged, so no file could be checked or used, and there is no calls.csv.",
          "manifest.json er beskadiget, så ingen fil kunne kontrolleres eller bruges, og der er ingen calls.csv."
        )
    case .missingFile(let name):
      words(
        "\(name) is missing. What it would have told is left out.",
        "\(name) mangler. Det, den ville have fortalt, er udeladt.")
    case .changedFile(let name):
      words(
        "\(name) is not the file that was written: its digest is another one. It was not used.",
        "\(name) er ikke den fil, der blev skrevet: Dens kontrolsum er en anden. Den er ikke brugt.")
    // Reasons are in English; the program says them when it makes the report.
    case .unreadableFile(let name, let reason):
      words(
        "\(name) could not be read (\(reason)). It was not used.",
        "\(name) kunne ikke læses. Den er ikke brugt.")
    case .incompleteRun(let done, let asked):
      words(
        "The run was stopped: \(count(done)) of \(count(asked)) simulated surveys are here.",
        "Kørslen blev stoppet: Her er \(count(done)) af \(count(asked)) simulerede undersøgelser.")
    case .missingScenario(let path):
      words(
        "The scenario \(path) was not found, so design and parameters are left out. --scenario FILE names it.",
        "Scenariet \(path) blev ikke fundet, så design og forudsætninger er udeladt. --scenario FIL angiver det."
      )
    case .changedScenario(let path):
      words(
        "The scenario \(path) is not the one that was run, or no longer, so design and parameters are left out. "
          + "--scenario FILE names another.",
        "Scenariet \(path) er ikke det, der blev kørt, eller ikke længere, så design og forudsætninger er udeladt. "
          + "--scenario FIL angiver et andet.")
    case .unreadableScenario(let path, let reason):
      words(
        "The scenario \(path) could not be read (\(reason)).",
        "Scenariet \(path) kunne ikke læses, så design og forudsætninger er udeladt. telefontid check siger hvorfor."
      )
    case .otherEstimates:
      words(
        "Worked out anew, the calls give other estimates than the folder holds; those of the folder are shown, without "
          + "verdicts.",
        "Regnet efter giver opkaldene andre estimater end mappens; mappens er vist, uden afgørelser om målet."
      )
    }
  }

  func madeBy(_ program: String, version: String) -> String {
    words(
      "Made by \(program) \(version), a program with open source code. The same files give the same report.",
      "Lavet med \(program) \(version), et program med åben kildekode. De samme filer giver den samme rapport."
    )
  }

  func repeatWith(_ command: String) -> String {
    words("This repeats the run: \(command)", "Kørslen gentages med: \(command)")
  }

  func bytes(_ count: Int) -> String { number(count, .byte) }

  func folderSentence(_ name: String) -> String {
    words("The report was made from \(name).", "Rapporten er lavet af \(name).")
  }
}
