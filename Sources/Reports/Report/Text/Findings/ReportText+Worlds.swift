internal import Drawing

/// What holds whatever is assumed, and what hangs on what.
extension ReportText {
  var worldsHeading: String {
    words(
      "What holds whatever is assumed, and what hangs on what",
      "Hvad der holder, uanset hvad der antages, og hvad der afhænger af hvad")
  }
  var conclusionHead: String { words("Conclusion", "Konklusion") }
  var asItIs: String { words("As it is", "Som det er") }
  var nineInTen: String { words("Nine in ten worlds", "Ni ud af ti verdener") }
  var holdsIn: String { words("Holds in", "Holder i") }
  var hangsOn: String {
    words(
      "Hangs most on (part of the variation, with 95 % limits)",
      "Afhænger mest af (del af variationen, med 95 %-grænser)")
  }
  var worldsCaption: String {
    words(
      "Share not reached by slot, and what remedies change in points",
      "Andel uden kontakt efter tidsrum, og hvad tiltag ændrer i procentpoint")
  }
  var effectsTitle: String {
    words("What remedies change, whatever is assumed", "Hvad tiltag ændrer, uanset hvad der antages")
  }

  /// How worlds were drawn, and how many parameters are told to matter; `nil` where the folder does not say what they carry.
  func worldsIntroduction(worlds: Int, parameters: Int?) -> String {
    let count = number(worlds, .world)
    let drawn = words(
      "Assumptions could be other than they are. \(count) were drawn from the ranges and values that the scenario gives for its uncertain parameters, and the same days simulated in each.",
      "Forudsætningerne kunne være andre. \(count) er trukket fra de intervaller og værdier, som scenariet angiver for sine usikre forudsætninger, og de samme dage er simuleret i hver."
    )
    guard let parameters else {
      return drawn + " "
        + words(
          "What hangs on which of them was not worked out: the run was stopped, or a file is missing.",
          "Hvad der afhænger af hvilke af dem, er ikke opgjort: Kørslen blev afbrudt, eller en fil mangler.")
    }
    if parameters == 0 {
      return drawn + " "
        + words(
          "Of none of them by itself is an effect told from chance.",
          "Ingen af dem har for sig en virkning, der kan skelnes fra tilfældigheder.")
    }
    let told = number(parameters, .parameter)
    return drawn + " "
      + words(
        "\(told) \(parameters == 1 ? "is" : "are") told to matter to what stands here; of all others no effect is told from chance.",
        "\(told) har påviselig betydning for det, der står her; for alle andre kan ingen virkning skelnes fra tilfældigheder."
      )
  }

  /// How many conclusions hold in nearly every world.
  func worldsLead(firm: Int, of all: Int) -> String {
    if all == 0 {
      return words(
        "Without a target and without remedies nothing is concluded that could hold or not; the ranges stand below.",
        "Uden mål og uden tiltag er der ingen konklusion, der kan holde eller ikke holde; intervallerne står nedenfor."
      )
    }
    if firm == all {
      return words(
        "Whatever is assumed, all \(count(all)) conclusions hold in at least 95 % of worlds.",
        "Uanset hvad der antages, holder alle \(count(all)) konklusioner i mindst 95 % af verdenerne.")
    }
    return words(
      "\(count(firm)) of \(count(all)) conclusions hold in at least 95 % of worlds; the others hang on what is assumed.",
      "\(count(firm)) af \(count(all)) konklusioner holder i mindst 95 % af verdenerne; de andre afhænger af, hvad der antages."
    )
  }

  func rateClaim(_ place: String, _ share: Measured, isAbove: Bool?) -> String {
    let level = percent(share)
    guard let isAbove else {
      return words("\(place): \(level) not reached", "\(place): \(level) uden kontakt")
    }
    return isAbove
      ? words(
        "\(place): the true share is above the target (\(level))",
        "\(place): den sande andel er over målet (\(level))")
      : words(
        "\(place): the true share is not above the target (\(level))",
        "\(place): den sande andel er ikke over målet (\(level))")
  }

  func effectClaim(_ remedy: String, lowers: Bool) -> String {
    lowers
      ? words("“\(remedy)” lowers the share not reached", "»\(remedy)« sænker andelen uden kontakt")
      : words(
        "“\(remedy)” does not lower the share not reached", "»\(remedy)« sænker ikke andelen uden kontakt")
  }

  func bestClaim(_ remedy: String, place: String) -> String {
    words("“\(remedy)” helps most, \(place)", "»\(remedy)« hjælper mest, \(place)")
  }

  /// A conclusion that holds in some worlds only, and what it hangs on; `nil` where that was not worked out.
  func hanging(_ claim: String, holds: Measured, on carriers: [String]?) -> String {
    let share = percent(holds, decimals: 0)
    guard let carriers else {
      return words(
        "\(claim): holds in \(share) of worlds.", "\(claim): holder i \(share) af verdenerne.")
    }
    guard !carriers.isEmpty else {
      return words(
        "\(claim): holds in \(share) of worlds. No parameter is told to carry that.",
        "\(claim): holder i \(share) af verdenerne. Ingen forudsætning bærer det påviseligt.")
    }
    let names = language.list(carriers)
    return words(
      "\(claim): holds in \(share) of worlds. How much it is hangs most on \(names).",
      "\(claim): holder i \(share) af verdenerne. Hvor meget det er, afhænger mest af \(names).")
  }

  /// A parameter with the part of the variation that it carries, and that part's 95 % limits.
  func carrier(_ carrier: CarrierFinding) -> String {
    let name = name(ofUncertain: carrier.parameter)
    let part = CarriersFigure.Part(total: carrier.total, halfWidth: carrier.halfWidth)
    let (share, limits) = (
      language.percent(part.total, decimals: 0), language.interval(part.limits, decimals: 0)
    )
    // An abbreviation such as GPs keeps its capitals.
    let isWord = name.dropFirst().first?.isLowercase ?? false
    return "\(isWord ? name.prefix(1).lowercased() + name.dropFirst() : name) (\(share), \(limits))"
  }

  /// The name of an uncertain parameter: of a part of one, that of the whole with the part behind it.
  func name(ofUncertain path: String) -> String {
    if path == "others" { return words("All others together", "Alle andre tilsammen") }
    var keys = path.split(separator: ".").map(String.init)
    var rest: [String] = []
    while !keys.isEmpty {
      // The parts of a list share the list's name.
      if let name = name(ofParameter: keys.map { String($0.prefix { $0 != "[" }) }.joined(separator: ".")) {
        let parts = rest.map { word(inParameter: $0) ?? $0 }
        return parts.isEmpty ? name : "\(name): \(parts.joined(separator: ", "))"
      }
      rest.insert(keys.removeLast(), at: 0)
    }
    return path
  }

  /// From the 5th to the 95th percentile over worlds.
  func worldsRange(_ low: Double?, _ high: Double?, isEffect: Bool) -> String {
    let (from, to) =
      isEffect
      ? (
        language.signed(low.map { $0 * 100 }, decimals: 1),
        language.signed(high.map { $0 * 100 }, decimals: 1)
      )
      : (language.percent(low), language.percent(high))
    // Where all worlds agree there is no range to tell.
    return from == to ? from : words("\(from) to \(to)", "\(from) til \(to)")
  }
}
