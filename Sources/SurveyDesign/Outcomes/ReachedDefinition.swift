internal import Tables

/// What counts as having reached a practice: a list of dispositions, and for some a longest wait.
///
/// A survey's result depends on this more than on anything else, so it is always named.
///
/// ```swift
/// ReachedDefinition.agreement.isReached(disposition: .referralMessage, waitSeconds: 4)  // true
/// ReachedDefinition.person.isReached(disposition: .referralMessage, waitSeconds: 4)  // false
/// ReachedDefinition.person.isReached(disposition: .wrongNumber, waitSeconds: nil)  // nil
/// ```
public struct ReachedDefinition: Equatable, Sendable {
  /// The name in the `definition` column of every file.
  public let name: String

  /// The longest wait that still counts, in seconds from dialling to the answer, or `nil` for any wait.
  public let waitLimitSeconds: Double?

  /// One bit for each disposition that counts, by ``Disposition/ordinal``; all of these are valid calls.
  @usableFromInline let mask: UInt16

  private init(name: String, waitLimitSeconds: Double?, dispositions: [Disposition]) {
    self.name = name
    self.waitLimitSeconds = waitLimitSeconds
    mask = dispositions.reduce(0) { $0 | Self.bit($1) }
  }

  /// A definition of the user's own.
  ///
  /// - Parameters:
  ///   - name: 1 to 64 small letters, digits and hyphens; not the name of a built-in definition.
  ///   - dispositions: what counts, at least one, only valid calls; order and repetition do not matter.
  ///   - waitLimitSeconds: the longest wait that counts, zero or more, or `nil`.
  /// - Throws: ``DesignFaults`` with everything that is wrong.
  public init(name: String, dispositions: [Disposition], waitLimitSeconds: Double? = nil) throws {
    var faults: [DesignFault] = []
    if !Self.isName(name) {
      faults.append(
        DesignFault("\(quoted(name)) cannot name a definition: use 1 to 64 small letters, digits and hyphens")
      )
    }
    if Self.isBuiltIn(name) {
      faults.append(DesignFault("the definition \(quoted(name)) is built in: choose another name"))
    }
    if dispositions.isEmpty {
      faults.append(
        DesignFault("the definition \(quoted(name)) lists no disposition, so nothing could be reached"))
    }
    for disposition in Disposition.allCases
    where dispositions.contains(disposition) && !disposition.isValidCall {
      faults.append(DesignFault("\(disposition.rawValue) is no valid call and cannot count as reached"))
    }
    if let limit = waitLimitSeconds, !(limit >= 0 && limit.isFinite) {
      faults.append(DesignFault("a wait limit of \(limit) seconds: it must be zero or more"))
    }
    guard faults.isEmpty else { throw DesignFaults(faults) }
    self.init(name: name, waitLimitSeconds: waitLimitSeconds, dispositions: dispositions)
  }

  /// The dispositions that count, in the order of ``Disposition``.
  public var dispositions: [Disposition] {
    Disposition.allCases.filter { mask & Self.bit($0) != 0 }
  }

  /// Whether a call reached the practice, or `nil` when it cannot be judged.
  ///
  /// It cannot be judged when it is no valid call, and when the definition has a wait limit, the disposition would
  /// count, and the wait is not known. Calls that cannot be judged leave the denominator and are counted apart.
  /// The wait runs from dialling to the answer; a wait equal to the limit still counts. A message plays at once: if
  /// no wait is written down for it, it is within every limit.
  @inlinable
  public func isReached(disposition: Disposition, waitSeconds: Double?) -> Bool? {
    guard mask & Self.bit(disposition) != 0 else { return disposition.isValidCall ? false : nil }
    guard let limit = waitLimitSeconds else { return true }
    guard let waitSeconds else { return disposition == .referralMessage ? true : nil }
    return waitSeconds <= limit
  }

  @inlinable
  static func bit(_ disposition: Disposition) -> UInt16 {
    1 &<< UInt16(truncatingIfNeeded: disposition.ordinal)
  }
}

extension ReachedDefinition {
  /// The collective agreement's rule, and the default: the doctor, the staff or a *named* substitute is reached.
  ///
  /// Reached are a person of the practice, a forwarded call answered, an acute line answered and a message that
  /// names a substitute; and a refusal, for it is access that is measured, not goodwill. A referral whose
  /// number was rung in vain is not reached. Nor is a promise to ring back: the agreement asks that a person can be
  /// spoken to, and a promise is not yet a talk. A survey that sees it otherwise names its own definition.
  public static let agreement = ReachedDefinition(
    name: "agreement", waitLimitSeconds: nil,
    dispositions: [
      .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .referralMessage, .refused,
    ])

  /// A person of the practice on its ordinary line: doctor or staff, also one who refuses to take part.
  ///
  /// A forwarded call is answered by another practice, and an acute line is not for every caller: neither counts.
  public static let person = ReachedDefinition(
    name: "person", waitLimitSeconds: nil, dispositions: [.answeredByDoctor, .answeredByStaff, .refused])

  /// A person of the practice within a number of seconds from dialling.
  ///
  /// - Throws: ``DesignFault`` unless `seconds` is zero or more and finite.
  public static func person(withinSeconds seconds: Double) throws -> ReachedDefinition {
    try person.within(seconds: seconds)
  }

  /// The same definition with a longest wait: `person-within=120` for a built-in one, `mine-within-120` for one of the user's own.
  ///
  /// - Throws: ``DesignFault`` unless `seconds` is zero or more and finite, and the definition has no limit of its own.
  public func within(seconds: Double) throws -> ReachedDefinition {
    guard seconds >= 0, seconds.isFinite else {
      throw DesignFault("a wait limit of \(seconds) seconds: it must be zero or more")
    }
    guard waitLimitSeconds == nil else {
      throw DesignFault("the definition \(quoted(name)) has a wait limit of its own")
    }
    let limit = NumberText.shortest(seconds)
    guard Self.isBuiltIn(name) else {
      let digits = String(limit.map { $0 == "." ? "-" : $0 })
      return try ReachedDefinition(
        name: "\(name)-within-\(digits)", dispositions: dispositions, waitLimitSeconds: seconds)
    }
    return ReachedDefinition(
      name: name + Self.withinInfix + limit, waitLimitSeconds: seconds, dispositions: dispositions)
  }

  /// Whether it is ``person`` with a longest wait.
  public var isPersonWithin: Bool { name.hasPrefix(Self.person.name + Self.withinInfix) }

  /// What stands between the name of a built-in definition and its longest wait.
  static let withinInfix = "-within="

  static func isBuiltIn(_ name: String) -> Bool {
    name == agreement.name || name == person.name
  }

  static func isName(_ text: some StringProtocol) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      }
  }
}
