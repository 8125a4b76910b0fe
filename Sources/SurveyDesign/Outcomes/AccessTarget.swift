internal import Tables

/// What is asked of access: a share not reached that must not be exceeded, and perhaps within which wait the others are reached.
///
/// It is written as that share, or as what is to be reached: `0.10`, `10%`, `90 % within 3 minutes`. The last is the share not
/// reached 0.10 under the definition in use, with a longest wait of 180 seconds.
package struct AccessTarget: Equatable, Sendable {
  /// The greatest share not reached, above 0 and below 1.
  package let rate: Double
  /// The longest wait that still counts as reached, in seconds; `nil` for any wait that the definition allows.
  package let withinSeconds: Double?

  /// Asks for a share, whatever the wait.
  package init(rate: Double) {
    self.init(rate: rate, withinSeconds: nil)
  }

  private init(rate: Double, withinSeconds: Double?) {
    self.rate = rate
    self.withinSeconds = withinSeconds
  }

  /// Reads a target.
  ///
  /// A share is a fraction or a percentage, with a point or a comma; a time is in seconds (`s`) or minutes (`min`), and `inden for`
  /// stands for `within`.
  /// - Throws: ``DesignFault`` saying what is allowed.
  package init(parsing text: some StringProtocol) throws {
    let trimmed = String(TextScanner(text).remainder)
    guard let (reached, wait) = Self.parts(of: trimmed) else {
      guard let rate = Self.share(trimmed[...]) else { throw Self.fault(trimmed) }
      self.init(rate: rate)
      return
    }
    guard let share = Self.share(reached), let seconds = Self.seconds(wait) else { throw Self.fault(trimmed) }
    // 1 − 0.9 is no tenth in binary digits.
    let rate = ((1 - share) * Self.steps).rounded() / Self.steps
    guard rate > 0, rate < 1 else { throw Self.fault(trimmed) }
    self.init(rate: rate, withinSeconds: seconds)
  }

  /// The text that ``init(parsing:)`` reads as this target.
  package var description: String {
    guard let withinSeconds else { return NumberText.shortest(rate) }
    let reached = ((1 - rate) * 100 * Self.steps).rounded() / Self.steps
    return "\(NumberText.shortest(reached)) % within \(NumberText.shortest(withinSeconds)) seconds"
  }

  /// The definition under which the target is judged.
  ///
  /// - Throws: ``DesignFault`` if the target names a wait and the definition has a limit of its own.
  package func definition(_ definition: ReachedDefinition) throws -> ReachedDefinition {
    try withinSeconds.map { try definition.within(seconds: $0) } ?? definition
  }

  private static let steps = 1e12
  private static let words = [" within ", " inden for "]

  private static func parts(of text: String) -> (Substring, Substring)? {
    for word in words {
      let pieces = text.lowercased().split(separator: word, omittingEmptySubsequences: false)
      guard pieces.count == 2 else { continue }
      return (pieces[0], pieces[1])
    }
    return nil
  }

  private static func share(_ text: Substring) -> Double? {
    let isPercentage = text.hasSuffix("%")
    let number = (isPercentage ? text.dropLast() : text).reversed().drop { $0 == " " || $0 == "\u{A0}" }
      .reversed()
    return decimal(String(number), signs: "+-eE").map { isPercentage ? $0 / 100 : $0 }.flatMap {
      $0 > 0 && $0 < 1 ? $0 : nil
    }
  }

  private static func seconds(_ text: Substring) -> Double? {
    let units = [
      ("seconds", 1.0), ("second", 1), ("sekunder", 1), ("sekund", 1), ("sek", 1), ("minutes", 60),
      ("minute", 60),
      ("minutter", 60), ("minut", 60), ("min", 60), ("s", 1),
    ]
    guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
    let number = text.dropLast(unit.count).filter { $0 != " " && $0 != "\u{A0}" }
    return decimal(String(number)).map { $0 * factor }.flatMap { $0 >= 0 && $0 <= 86_400 ? $0 : nil }
  }

  private static func decimal(_ text: String, signs: String = "") -> Double? {
    guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789.,".utf8.contains($0) || signs.utf8.contains($0) })
    else {
      return nil
    }
    return Double(String(text.map { $0 == "," ? "." : $0 }))
  }

  private static func fault(_ text: String) -> DesignFault {
    DesignFault(
      "\(quoted(text)) is no target: write the share not reached, above 0 and below 1, such as 0.10 or 10%, or what is to be "
        + "reached, such as 90 % within 3 minutes")
  }
}
