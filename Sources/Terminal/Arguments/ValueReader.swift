/// How the text of one value on the command line becomes a value, and what to say when it does not.
package struct ValueReader<Value: Sendable>: Sendable {
  /// What is allowed, as the end of a sentence: "a whole number from 1 to 9".
  package let expectation: String
  /// The texts allowed, where they can be listed; shown in help and used for "Did you mean".
  package let allowed: [String]
  /// The value, or `nil` when the text is not allowed.
  package let read: @Sendable (String) -> Value?

  package init(
    expecting expectation: String, allowed: [String] = [], read: @escaping @Sendable (String) -> Value?
  ) {
    self.expectation = expectation
    self.allowed = allowed
    self.read = read
  }

  /// What is wrong with the text, as the end of a sentence, or `nil` when nothing is.
  package func fault(in text: String) -> String? {
    guard read(text) == nil else { return nil }
    let suggestion = Suggestion.nearest(to: text, among: allowed).map { ". Did you mean '\($0)'?" }
    return "expected \(expectation)" + (suggestion ?? "")
  }

  /// The same texts, read as something made of the value.
  package func map<Other: Sendable>(_ transform: @escaping @Sendable (Value) -> Other?) -> ValueReader<Other>
  {
    ValueReader<Other>(expecting: expectation, allowed: allowed) { text in read(text).flatMap(transform) }
  }

  /// The same values with a sentence of one's own for what is allowed.
  package func expecting(_ expectation: String) -> ValueReader {
    ValueReader(expecting: expectation, allowed: allowed, read: read)
  }
}

extension ValueReader {
  /// Several values in one text, with a comma between them; one with a comma of its own stands in double quotes.
  package static func list<Element>(of reader: ValueReader<Element>) -> ValueReader where Value == [Element] {
    let expectation = "\(reader.expectation), or several with a comma between them"
    return ValueReader(expecting: expectation, allowed: reader.allowed) { text in
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
  package static let inputFile = ValueReader(expecting: "the name of a file, or - for standard input") {
    $0.isEmpty ? nil : $0
  }

  /// A scenario to read: of a file, since what it extends is named from there and a manifest repeats its name.
  package static let scenarioFile = ValueReader(expecting: "the name of a file") {
    $0.isEmpty || $0 == "-" ? nil : $0
  }

  /// A file to write, `-` for standard output.
  package static let outputFile = ValueReader(expecting: "the name of a file, or - for standard output") {
    $0.isEmpty ? nil : $0
  }

  /// A folder; there is no way to write one to standard output.
  package static let folder = ValueReader(expecting: "the name of a folder") {
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

  /// A share as a fraction, 0 and 1 allowed.
  package static let share = ValueReader(expecting: "a fraction from 0 to 1, such as 0.05") { text in
    decimal(text).flatMap { (0...1).contains($0) ? $0 : nil }
  }

  /// A probability that is neither impossible nor certain, such as a confidence level or an error risk.
  package static let probability = ValueReader(expecting: "a fraction above 0 and below 1, such as 0.95") {
    text in
    decimal(text).flatMap { $0 > 0 && $0 < 1 ? $0 : nil }
  }

  /// A share not reached that is asked for, neither 0 nor 1: a fraction, with a point or a comma, or a percentage.
  package static let portion = ValueReader(expecting: "a share above 0 and below 1, such as 0.05 or 5%") {
    text in
    let isPercentage = text.hasSuffix("%")
    let number = (isPercentage ? text.dropLast() : text[...]).reversed().drop { $0 == " " }.reversed()
    let digits = String(number).split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    return decimal(digits).map { isPercentage ? $0 / 100 : $0 }.flatMap { $0 > 0 && $0 < 1 ? $0 : nil }
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
  package static let assignment = ValueReader(expecting: "PATH=VALUE") { text in
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
