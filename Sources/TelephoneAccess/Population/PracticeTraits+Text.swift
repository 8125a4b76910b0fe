internal import SurveyDesign

/// The frame's columns for a practice's telephone; a frame that has them brings the practice's own traits.
package enum TraitColumn: String, CaseIterable, Sendable {
  /// The quality cluster; any text.
  case cluster
  /// `queue` or `busy-tone`.
  case system
  /// A number, or `unlimited`.
  case lines
  /// `yes` or `no`.
  case acuteLine = "acute_line"
  /// A slot such as `12:00-13:00`, or `none`.
  case lunch
  /// A time of day, or `none` for as long as the telephone is staffed.
  case lastAnswer = "last_answer"
  /// One state, or one for each stretch of the day with `|` between them.
  case whenOff = "when_off"
  /// The number of the practice that calls are forwarded and patients referred to; empty for none.
  case partner
  /// Its patients' calls, relative to those of an average practice with such a list.
  case callsFactor = "calls_factor"
  /// Whether its queue offers to ring back: `yes` or `no`.
  case callback
  /// Whether it has a number of their own for professionals: `yes` or `no`.
  case professionalNumber = "professional_number"
  /// Whether it answers professionals first: `yes` or `no`.
  case professionalPriority = "professional_priority"

  /// The columns of a frame that a model completes: those of traits that vary in it.
  package static func all(in model: PopulationModel) -> [TraitColumn] {
    allCases.filter { column in
      switch column {
      case .callsFactor: model.callsCVBetweenPractices > 0
      case .callback: model.offersCallbacks
      case .professionalNumber: (model.professionals?.ownNumberShare ?? 0) > 0
      case .professionalPriority: (model.professionals?.priorityShare ?? 0) > 0
      case .cluster, .system, .lines, .acuteLine, .lunch, .lastAnswer, .whenOff, .partner: true
      }
    }
  }
}

/// Reading and writing a practice's traits as the frame holds them.
extension PracticeTraits {
  /// The text of a trait; empty for columns that are no trait.
  func text(of column: TraitColumn) -> String {
    switch column {
    case .system: system.rawValue
    case .lines: lines == .max ? "unlimited" : String(lines)
    case .acuteLine: hasAcuteLine ? "yes" : "no"
    case .lunch: lunch?.label ?? "none"
    case .lastAnswer:
      lastAnswer.map { $0.milliseconds % 60_000 == 0 ? $0.hoursAndMinutes : $0.description } ?? "none"
    case .whenOff:
      Set(whenOff).count == 1 ? whenOff[0].rawValue : whenOff.map(\.rawValue).joined(separator: "|")
    case .callsFactor: "\(callsFactor)"
    case .callback: offersCallback ? "yes" : "no"
    case .professionalNumber: professionals.hasOwnNumber ? "yes" : "no"
    case .professionalPriority: professionals.hasPriority ? "yes" : "no"
    case .cluster, .partner: ""
    }
  }

  /// Takes a trait over from the frame.
  ///
  /// - Returns: What is allowed, if the text is not; `nil` if all is well.
  mutating func set(_ column: TraitColumn, to text: String) -> String? {
    switch column {
    case .system:
      guard let system = TelephoneSystem(rawValue: text) else { return "queue or busy-tone" }
      self.system = system
    case .lines:
      guard let lines = text == "unlimited" ? Int.max : Int(text), lines >= 1 else {
        return "a number from 1, or unlimited"
      }
      self.lines = lines
    case .acuteLine:
      guard text == "yes" || text == "no" else { return "yes or no" }
      hasAcuteLine = text == "yes"
    case .lunch:
      guard text != "none" else { lunch = nil; return nil }
      guard let slot = try? Slot(parsing: text) else { return "a slot such as 12:00-13:00, or none" }
      lunch = slot
    case .lastAnswer:
      guard text != "none" else { lastAnswer = nil; return nil }
      guard let time = try? TimeOfDay(parsing: text) else { return "a time such as 14:00, or none" }
      lastAnswer = time
    case .whenOff: return setWhenOff(to: text)
    case .callsFactor:
      guard let factor = Double(text), factor >= 0, factor <= Self.largestCallsFactor else {
        return "a number from 0 to 1000"
      }
      callsFactor = factor
    case .callback:
      guard text == "yes" || text == "no" else { return "yes or no" }
      offersCallback = text == "yes"
    case .professionalNumber:
      guard text == "yes" || text == "no" else { return "yes or no" }
      professionals.hasOwnNumber = text == "yes"
    case .professionalPriority:
      guard text == "yes" || text == "no" else { return "yes or no" }
      professionals.hasPriority = text == "yes"
    case .cluster, .partner: break
    }
    return nil
  }

  /// What a practice's calls can be of those of an average one.
  private static let largestCallsFactor = 1000.0

  private mutating func setWhenOff(to text: String) -> String? {
    let words = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let states = words.compactMap(OffState.init(rawValue:))
    let allowed = OffState.allCases.map(\.rawValue).joined(separator: ", ")
    guard states.count == words.count else { return "one of \(allowed), or several with | between them" }
    if states.count == 1 {
      whenOff = .init(repeating: states[0], count: whenOff.count)
    } else if states.count == whenOff.count {
      whenOff = states
    } else {
      return "1 state, or \(whenOff.count) for as many stretches of the day"
    }
    return nil
  }
}
