/// A stretch of the day in which calls fall due, from its first instant up to, but not including, its last.
///
/// ```swift
/// let slot = try Slot(parsing: "15-16")
/// slot.label  // "15:00-16:00"
/// ```
package struct Slot: Hashable, Sendable {
  /// The first instant of the slot.
  package let from: TimeOfDay

  /// The first instant after the slot.
  package let to: TimeOfDay

  /// The slot between two instants, or `nil` unless the first comes before the second.
  package init?(from: TimeOfDay, to: TimeOfDay) {
    guard from < to else { return nil }
    self.from = from
    self.to = to
  }

  /// How long the slot is, in milliseconds, at least 1.
  package var milliseconds: Int { to.milliseconds - from.milliseconds }

  /// Whether an instant falls into the slot: the first instant does, the last does not.
  package func contains(_ time: TimeOfDay) -> Bool {
    from <= time && time < to
  }

  /// Whether every instant of another slot falls into this one.
  package func contains(_ other: Slot) -> Bool {
    from <= other.from && other.to <= to
  }

  /// Whether the two slots share an instant.
  package func overlaps(_ other: Slot) -> Bool {
    from < other.to && other.from < to
  }
}

extension Slot: Comparable {
  /// Orders slots by their first instant, then by their last.
  package static func < (left: Slot, right: Slot) -> Bool {
    (left.from, left.to) < (right.from, right.to)
  }
}

extension Slot: CustomStringConvertible {
  /// Reads two clock times with a dash or `til` between them: `15-16`, `15:00-16:00`, `kl. 15-16`, `15.00–16.00`.
  ///
  /// Any dash will do, with or without spaces around it.
  /// - Throws: ``DesignFault`` saying what is allowed, also when the slot would end before it begins.
  package init(parsing text: some StringProtocol) throws {
    var scanner = TextScanner(text)
    guard let from = TimeOfDay(scanning: &scanner), Self.scanDash(&scanner),
      let to = TimeOfDay(scanning: &scanner), scanner.isAtEnd
    else {
      throw DesignFault("\(quoted(text)) is not a slot: write it as 15:00-16:00")
    }
    guard let slot = Slot(from: from, to: to) else {
      throw DesignFault("slot \(quoted(text)) ends before it begins, or is empty")
    }
    self = slot
  }

  /// The slot's name in every file, `15:00-16:00`, with seconds only where there are any.
  package var label: String {
    let wholeMinutes = [from, to].allSatisfy { $0.milliseconds % TimeOfDay.millisecondsPerMinute == 0 }
    return wholeMinutes ? "\(from.hoursAndMinutes)-\(to.hoursAndMinutes)" : "\(from)-\(to)"
  }

  /// The label.
  package var description: String { label }

  private static func scanDash(_ scanner: inout TextScanner) -> Bool {
    scanner.skipSpaces()
    guard scanner.scan(word: "til") || scanner.scanDash() else { return false }
    scanner.skipSpaces()
    return true
  }
}
