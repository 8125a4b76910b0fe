internal import Drawing  // ReportLanguage.list(_:)

/// Where parameters come from.
extension ReportText {
  /// The range that an uncertain parameter could have, behind its value.
  func couldBe(from low: String, to high: String) -> String {
    words(" (could be \(low) to \(high))", " (kunne være \(low) til \(high))")
  }

  /// That an uncertain parameter could have one of so many values.
  func couldBe(oneOf count: Int) -> String {
    words(
      " (could be one of \(self.count(count)) that are named)",
      " (kunne være én af \(self.count(count)), der er nævnt)")
  }

  var parametersCaption: String {
    words(
      "Parameters of the scenario; sources in the words of the scenario file",
      "Scenariets forudsætninger; kilderne står med scenariefilens egne ord")
  }
  var noScenario: String {
    words(
      "The scenario was not available, so its parameters are not listed.",
      "Scenariet var ikke tilgængeligt, så forudsætningerne er ikke opført.")
  }
  var yes: String { words("yes", "ja") }
  var no: String { words("no", "nej") }
  var none: String { words("none", "ingen") }

  /// That the scenario was run otherwise than its title and description have it.
  var changedByCommand: String {
    words(
      "The scenario was changed on the command line; the table of parameters says where.",
      "Scenariet er ændret på kommandolinjen; tabellen over forudsætninger viser hvor.")
  }

  /// Where a value comes from that a scenario took over: its file.
  func setIn(_ file: String) -> String { words("set in \(file)", "sat i \(file)") }

  func word(for basis: ParameterBasis) -> String {
    switch basis {
    case .observed: words("published", "offentliggjort")
    case .derived: words("derived", "afledt")
    case .assumed: words("assumption", "antagelse")
    case .unsaid: words("not stated", "ikke oplyst")
    }
  }

  func parametersIntroduction(_ counts: [(basis: ParameterBasis, count: Int)]) -> String {
    let parts = counts.filter { $0.count > 0 }.map { entry in
      let number = count(entry.count)
      let (one, few) = entry.count == 1 ? ("", "t") : ("e", "te")
      return switch entry.basis {
      case .observed: words("\(number) published", "\(number)\u{A0}offentliggjort\(one)")
      case .derived:
        words(
          "\(number) derived from something published", "\(number)\u{A0}afled\(few) af noget offentliggjort")
      case .assumed: self.number(entry.count, .assumption)
      case .unsaid: words("\(number) of unstated origin", "\(number) uden oplyst grundlag")
      }
    }
    let list = language.list(parts)
    return words(
      "Every number of the model, and what stands behind it: \(list).",
      "Hvert tal i modellen, og hvad det bygger på: \(list).")
  }
}
