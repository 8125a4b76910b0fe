internal import Tables

extension ReachedDefinition: CustomStringConvertible {
  /// Reads a definition as it is given on the command line.
  ///
  /// Built in are `agreement` and `person`, and either with a longest wait: `person-within=SECONDS`, which may also be written
  /// `person,within=SECONDS`. A definition of one's own is a name, the dispositions and perhaps a limit:
  /// `anybody=answered-by-staff,forwarded-answered,within=120`.
  /// - Throws: ``DesignFault`` or ``DesignFaults`` saying what is allowed.
  public init(parsing text: some StringProtocol) throws {
    let trimmed = String(TextScanner(text).remainder)
    if let builtIn = try Self.builtIn(trimmed) {
      self = builtIn
    } else {
      try self.init(parsingOwn: trimmed)
    }
  }

  /// A built-in definition, with a longest wait or without; `nil` if the text names none.
  private static func builtIn(_ text: String) throws -> ReachedDefinition? {
    for definition in [agreement, person] where text.hasPrefix(definition.name) {
      let rest = text.dropFirst(definition.name.count)
      if rest.isEmpty { return definition }
      if rest.hasPrefix(withinInfix) {
        return try definition.within(seconds: seconds(rest.dropFirst(withinInfix.count)))
      }
      let item = rest.hasPrefix(",") ? TextScanner(rest.dropFirst()).remainder : ""
      if item.hasPrefix(within) {
        return try definition.within(seconds: seconds(item.dropFirst(within.count)))
      }
    }
    return nil
  }

  private static let within = "within="

  private init(parsingOwn text: String) throws {
    guard let equals = text.firstIndex(of: "=") else {
      throw DesignFault(
        "\(quoted(text)) is no definition of reached: use agreement, person, either with -within=SECONDS behind it, "
          + "or NAME=DISPOSITION,DISPOSITION,…[,within=SECONDS]")
    }
    var dispositions: [Disposition] = []
    var limit: Double?
    for item in text[text.index(after: equals)...].split(separator: ",", omittingEmptySubsequences: false) {
      let word = TextScanner(item).remainder
      if word.hasPrefix(Self.within) {
        guard limit == nil else { throw DesignFault("\(quoted(text)) gives the wait limit twice") }
        limit = try Self.seconds(word.dropFirst(Self.within.count))
      } else {
        dispositions.append(try Disposition(parsing: word))
      }
    }
    try self.init(name: String(text[..<equals]), dispositions: dispositions, waitLimitSeconds: limit)
  }

  /// The text that ``init(parsing:)`` reads as this definition.
  public var description: String {
    // No name of one's own has an equals sign.
    if Self.isBuiltIn(name) || name.contains("=") { return name }
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
