internal import Tables

/// One of the 98 Danish municipalities, however people write it.
///
/// ```swift
/// Municipality("Århus Kommune")?.name  // "Aarhus"
/// Municipality("751")?.code            // "0751"
/// ```
package struct Municipality: Equatable, Sendable {
  /// The code of four digits, such as `0751`.
  package let code: String

  /// The name that the state's address register has, such as `Aarhus`.
  package let name: String

  /// The region that it lies in, such as `Midtjylland`.
  package let region: String

  /// All of them, by region and then by code.
  package static let all: [Municipality] = register.flatMap { region, municipalities in
    municipalities.map { code, name in
      let digits = "\(code)"
      return Municipality(
        code: String(repeating: "0", count: 4 - digits.count) + digits, name: name, region: region)
    }
  }

  private init(code: String, name: String, region: String) {
    self.code = code
    self.name = name
    self.region = region
  }

  /// The municipality that a text names, or `nil` if it names none.
  ///
  /// Understood are the code with or without its leading zero (also `751.0`, as data frames print it), the name in any letter case
  /// and with `ae oe aa` or `Å` (`Århus`, `Aarhus`), in the genitive, with *Kommune* before or after it, and code and name together if
  /// they agree.
  package init?(_ text: some StringProtocol) {
    var words = foldedText(text).split(separator: " ").map(String.init)
    if words.count == 2, words[1] == "0", Int(words[0]) != nil { words.removeLast() }
    words.removeAll { ["kommune", "kommunes", "kommuner", "regionskommune"].contains($0) }
    let numbers = words.compactMap { Int($0) }
    let name = words.filter { Int($0) == nil }.joined()
    guard numbers.count <= 1 else { return nil }
    let byCode = numbers.first.map { Self.byCode[$0] }
    let byName = name.isEmpty ? nil : Optional(Self.byName[Self.stem(name)])
    switch (byCode, byName) {
    case (.some(let code?), nil): self = code
    case (nil, .some(let name?)): self = name
    case (.some(let code?), .some(let name?)) where code == name: self = code
    case _: return nil
    }
  }

  /// The name without what people add to it or leave out: the s of a genitive.
  private static func stem(_ name: String) -> String { name.hasSuffix("s") ? String(name.dropLast()) : name }

  private static let byCode: [Int: Municipality] = Dictionary(
    uniqueKeysWithValues: all.compactMap { place in Int(place.code).map { ($0, place) } })

  private static let byName: [String: Municipality] = {
    var places = Dictionary(uniqueKeysWithValues: all.map { (stem(foldedName($0.name)), $0) })
    for (spelling, name) in otherSpellings {
      places[stem(foldedName(spelling))] = places[stem(foldedName(name))]
    }
    return places
  }()

  /// Names that people still type, beyond what folding makes alike.
  private static let otherSpellings = [
    ("Mors", "Morsø"), ("Copenhagen", "København"), ("Kbh", "København"),
    ("Brønderslev-Dronninglund", "Brønderslev"), ("Bornholms", "Bornholm"),
  ]
}

/// A municipality as people wrote it, or as the register has it where it is known.
package func municipalityName(_ text: String) -> String { Municipality(text)?.name ?? text }
