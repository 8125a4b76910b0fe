internal import Tables

extension ReachedDefinition: CustomStringConvertible {
  /// Reads a definition as it is given on the command line.
  ///
  /// Built in are `agreement`, `person` and `person-within=SECONDS`. A definition of one's own is a name, the
  /// dispositions and perhaps a limit: `anybody=answered-by-staff,forwarded-answered,within=120`.
  /// - Throws: ``DesignFault`` or ``DesignFaults`` saying what is allowed.
  public init(parsing text: some StringProtocol) throws {
    let trimmed = String(TextScanner(text).remainder)
    if trimmed == Self.agreement.name {
      self = .agreement
    } else if trimmed == Self.person.name {
      self = .person
    } else if trimmed.hasPrefix(Self.withinPrefix) {
      self = try .person(withinSeconds: Self.seconds(trimmed.dropFirst(Self.withinPrefix.count)))
    } else {
      try self.init(parsingOwn: trimmed)
    }
  }

  private init(parsingOwn text: String) throws {
    guard let equals = text.firstIndex(of: "=") else {
      throw DesignFault(
        "\(quoted(text)) is no definition of reached: use agreement, person, person-within=SECONDS "
          + "or NAME=DISPOSITION,DISPOSITION,…[,within=SECONDS]")
    }
    let within = "within="
    var dispositions: [Disposition] = []
    var limit: Double?
    for item in text[text.index(after: equals)...].split(separator: ",", omittingEmptySubsequences: false) {
      let word = TextScanner(item).remainder
      if word.hasPrefix(within) {
        guard limit == nil else { throw DesignFault("\(quoted(text)) gives the wait limit twice") }
        limit = try Self.seconds(word.dropFirst(within.count))
      } else {
        dispositions.append(try Disposition(parsing: word))
      }
    }
    try self.init(name: String(text[..<equals]), dispositions: dispositions, waitLimitSeconds: limit)
  }

  /// The text that ``init(parsing:)`` reads as this definition.
  public var description: String {
    if Self.isBuiltIn(name) || name.hasPrefix(Self.withinPrefix) { return name }
    var items = dispositions.map(\.rawValue)
    if let limit = waitLimitSeconds { items.append("within=\(NumberText.shortest(limit))") }
    return "\(name)=\(items.joined(separator: ","))"
  }

  private static func seconds(_ text: Substring) throws -> Double {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isPlain, let seconds = Double(text), seconds.isFinite else {
      throw DesignFault("\(quoted(text)) is no number of seconds: write it as 120 or 120.5")
    }
    return seconds
  }
}
