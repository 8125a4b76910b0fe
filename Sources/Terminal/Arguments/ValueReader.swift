/// How the text of one value on the command line becomes a value, and what to say when it does not.
package struct ValueReader<Value: Sendable>: Sendable {
  /// What is allowed, as the end of a sentence: "a whole number from 1 to 9".
  package let expectation: String
  /// The texts allowed, where they can be listed; shown in help and used for "Did you mean".
  package let allowed: [String]
  /// What the text names, for completion and for advice on a wrong one.
  package let naming: ValueNaming
  /// What a text that is not allowed most likely meant, `nil` where that cannot be told.
  package let suggest: @Sendable (String) -> String?
  /// The value, or `nil` when the text is not allowed.
  package let read: @Sendable (String) -> Value?

  /// Reads texts.
  ///
  /// - Parameters:
  ///   - expectation: What is allowed, as the end of "expected …".
  ///   - allowed: The texts allowed, where they can be listed.
  ///   - naming: What the text names.
  ///   - suggest: What a wrong text most likely meant; `nil` for the nearest of the texts allowed.
  ///   - read: The value, or `nil` when the text is not allowed.
  package init(
    expecting expectation: String, allowed: [String] = [], naming: ValueNaming = .nothing,
    suggest: (@Sendable (String) -> String?)? = nil, read: @escaping @Sendable (String) -> Value?
  ) {
    self.expectation = expectation
    self.allowed = allowed
    self.naming = naming
    self.suggest = suggest ?? { Suggestion.nearest(to: $0, among: allowed) }
    self.read = read
  }

  /// What is wrong with the text, as the end of a sentence, or `nil` when nothing is.
  package func fault(in text: String) -> String? {
    guard read(text) == nil else { return nil }
    return "expected \(expectation)" + (suggest(text).map { ". Did you mean '\($0)'?" } ?? "")
  }

  /// The same texts, read as something made of the value.
  package func map<Other: Sendable>(_ transform: @escaping @Sendable (Value) -> Other?) -> ValueReader<Other>
  {
    let read: @Sendable (String) -> Other? = { [read] in read($0).flatMap(transform) }
    return ValueReader<Other>(
      expecting: expectation, allowed: allowed, naming: naming,
      // What is meant must be allowed by the narrower reader, too.
      suggest: { [suggest] in suggest($0).flatMap { read($0) == nil ? nil : $0 } }, read: read)
  }

  /// The same values with a sentence of one's own for what is allowed.
  package func expecting(_ expectation: String) -> ValueReader {
    ValueReader(expecting: expectation, allowed: allowed, naming: naming, suggest: suggest, read: read)
  }
}

/// What the text of a value names.
package enum ValueNaming: Equatable, Sendable {
  /// A number, a word, a text of its own.
  case nothing
  /// A file that is read: a table, or anything that the command understands.
  case inputFile
  /// A scenario, by its file or by the name under which it is shipped.
  case scenario
  /// A file that is written.
  case outputFile
  /// A folder.
  case folder
  /// A key of a scenario, perhaps with a value behind an equals sign.
  case scenarioKey
  /// One of these words, among other texts.
  case words([String])
}

extension ValueReader {
  /// Several values in one text, with a comma between them; one with a comma of its own stands in double quotes.
  package static func list<Element>(of reader: ValueReader<Element>) -> ValueReader where Value == [Element] {
    let expectation = "\(reader.expectation), or several with a comma between them"
    @Sendable func suggest(_ text: String) -> String? {
      let meant = parts(of: text).map { reader.read($0) == nil ? reader.suggest($0) : $0 }
      return meant.contains(nil) ? nil : meant.compactMap(\.self).joined(separator: ",")
    }
    return ValueReader(
      expecting: expectation, allowed: reader.allowed, naming: reader.naming, suggest: suggest
    ) { text in
      var values: [Element] = []
      for part in parts(of: text) {
        guard let value = reader.read(part) else { return nil }
        values.append(value)
      }
      return values
    }
  }
}

/// The parts of a text between commas outside double quotes, without the quotes around them; a doubled quote is one.
///
/// Quotes mean something only where a part or its value after an equals sign begins: `a,"b, c"`, `practice="Yder, nr"`.
private func parts(of text: String) -> [String] {
  var parts = [""]
  var isQuoted = false
  var rest = text[...]
  while let character = rest.popFirst() {
    let part = parts[parts.count - 1]
    switch character {
    case "\"" where isQuoted && rest.first == "\"": parts[parts.count - 1] += String(rest.removeFirst())
    case "\"" where isQuoted: isQuoted = false
    case "\"" where part.isEmpty || part.last == "=": isQuoted = true
    case "," where !isQuoted: parts.append("")
    case _: parts[parts.count - 1].append(character)
    }
  }
  return parts
}

extension ValueReader where Value == String {
  /// Any text that is not empty.
  package static let text = ValueReader(expecting: "some text") { $0.isEmpty ? nil : $0 }

  /// A file to read, `-` for standard input.
  package static let inputFile = ValueReader(
    expecting: "the name of a file, or - for standard input", naming: .inputFile
  ) {
    $0.isEmpty ? nil : $0
  }

  /// A scenario to read: of a file, since what it extends is named from there and a manifest repeats its name.
  package static let scenarioFile = ValueReader(
    expecting: "the name of a file, or of a scenario that is shipped", naming: .scenario
  ) {
    $0.isEmpty || $0 == "-" ? nil : $0
  }

  /// A file to write, `-` for standard output.
  package static let outputFile = ValueReader(
    expecting: "the name of a file, or - for standard output", naming: .outputFile
  ) {
    $0.isEmpty ? nil : $0
  }

  /// A folder; there is no way to write one to standard output.
  package static let folder = ValueReader(expecting: "the name of a folder", naming: .folder) {
    $0.isEmpty || $0 == "-" ? nil : $0
  }
}

extension ValueReader where Value == Int {
  /// A whole number within limits, in decimal digits.
  package static func integer(in range: ClosedRange<Int>) -> ValueReader {
    let expectation =
      range.upperBound == .max
      ? "a whole number of \(range.lowerBound) or more"
      : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return ValueReader(expecting: expectation) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension ValueReader where Value == UInt64 {
  /// A seed: any 64 bits, in decimal digits.
  package static let seed = ValueReader(expecting: "a whole number from 0 to \(UInt64.max)") { UInt64($0) }
}

extension ValueReader where Value == Double {
  /// A number within limits that count as allowed.
  package static func number(in range: ClosedRange<Double>) -> ValueReader {
    let limits = "from \(range.lowerBound.shortest) to \(range.upperBound.shortest)"
    return ValueReader(expecting: "a number \(limits)") { text in
      decimal(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A number above zero.
  package static let positive = ValueReader(expecting: "a number above 0") { text in
    decimal(text).flatMap { $0 > 0 ? $0 : nil }
  }

  /// A share as a fraction or a percentage, 0 and 1 allowed.
  package static let share = fraction("a fraction from 0 to 1, such as 0.05 or 5%") { (0...1).contains($0) }

  /// A probability that is neither impossible nor certain, such as a confidence level or an error risk.
  package static let probability = fraction("a fraction above 0 and below 1, such as 0.95 or 95%") {
    $0 > 0 && $0 < 1
  }

  /// A share not reached that is asked for, neither 0 nor 1.
  package static let portion = fraction("a share above 0 and below 1, such as 0.05 or 5%") {
    $0 > 0 && $0 < 1
  }

  /// A fraction, with a point or a comma, or a percentage.
  ///
  /// A number of 1 or more that is allowed with a percent sign gets it as the suggestion: 95 meant 95%.
  package static func fraction(
    _ expectation: String, where isAllowed: @escaping @Sendable (Double) -> Bool
  ) -> ValueReader {
    @Sendable func read(_ text: String) -> Double? {
      let isPercentage = text.hasSuffix("%")
      let number = (isPercentage ? text.dropLast() : text[...]).reversed().drop { $0 == " " }.reversed()
      let digits = String(number).split(separator: ",", omittingEmptySubsequences: false).joined(
        separator: ".")
      return decimal(digits).map { isPercentage ? $0 / 100 : $0 }.flatMap { isAllowed($0) ? $0 : nil }
    }
    return ValueReader(
      expecting: expectation,
      suggest: { decimal($0).map { $0 >= 1 } == true && read($0 + "%") != nil ? $0 + "%" : nil }, read: read)
  }

  /// Digits, one decimal point and an exponent; no hexadecimal, infinity or not-a-number.
  private static func decimal(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }
}

extension ValueReader where Value: CaseIterable & RawRepresentable<String> {
  /// One of the cases of an enumeration, by raw value.
  package static var choice: ValueReader {
    let names = Value.allCases.map(\.rawValue)
    return ValueReader(expecting: "one of " + names.joined(separator: ", "), allowed: names) {
      Value(rawValue: $0)
    }
  }
}

/// One `PATH=VALUE` of the command line.
package struct Assignment: Equatable, Sendable {
  package var path: String
  package var value: String

  /// Creates an assignment.
  package init(path: String, value: String) {
    self.path = path
    self.value = value
  }
}

extension ValueReader where Value == Assignment {
  /// `PATH=VALUE`, divided at the first equals sign; the value may be empty.
  package static let assignment = ValueReader(expecting: "PATH=VALUE", naming: .scenarioKey) { text in
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    return Assignment(path: String(text[..<sign]), value: String(text[text.index(after: sign)...]))
  }
}

extension Double {
  /// The shortest decimal text that reads back as the same number, whole numbers without ".0".
  package var shortest: String {
    Int(exactly: self).map(String.init) ?? description
  }
}
