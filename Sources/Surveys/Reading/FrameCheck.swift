package import SurveyDesign
package import Tables

/// Takes the rows of a frame and notes what cannot be right, and beside it what is odd in whole columns.
///
/// Odd are municipalities that are none of the 98, one municipality spelled in several ways, practices with one telephone number, and practice numbers of
/// several lengths, as they come about where leading zeros are dropped.
package struct FrameCheck: TableConsumer, Sendable {
  private var reader: FrameReader
  private var municipalityField: Int?
  private var telephoneField: Int?
  private var practiceField: Int?
  private var spellings: [String: String] = [:]
  private var respelled: [String: (Int, RemarkText)] = [:]
  private var knownMunicipalities = 0
  private var unknownMunicipalities: [(name: String, rows: Int)] = []
  private var telephones: [String: Int] = [:]
  private var lengths: [Int: (rows: Int, example: String)] = [:]

  /// A check of one file, with what it calls some of its columns.
  package init(named names: [FrameColumn: String] = [:]) {
    reader = FrameReader(requiring: .practiceOnly, named: names)
    self.names = names
  }

  private let names: [FrameColumn: String]

  /// Finds the columns.
  package mutating func begin(_ header: TableHeader, faults: inout TableFaults) {
    reader.begin(header, faults: &faults)
    func field(_ column: KnownColumn, faults: inout TableFaults) -> Int? {
      FrameColumn(rawValue: column.rawValue).flatMap { names[$0] }.flatMap { header.index(of: $0) }
        ?? header.index(of: column, faults: &faults)
    }
    guard faults.isEmpty else { return }
    practiceField = field(.practice, faults: &faults)
    municipalityField = field(.municipality, faults: &faults)
    telephoneField = field(.telephone, faults: &faults)
  }

  /// Checks one practice.
  package mutating func take(_ row: TableRow, faults: inout TableFaults) {
    reader.take(row, faults: &faults)
    if let municipalityField { take(municipality: row.trimmed(municipalityField)) }
    if let telephoneField { takeTelephone(row, telephoneField, faults: &faults) }
    if let practiceField {
      let id = row.trimmed(practiceField)
      if !id.isEmpty, id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        lengths[id.utf8.count, default: (0, id)].rows += 1
      }
    }
  }

  private mutating func take(municipality text: String) {
    guard !text.isEmpty else { return }
    guard let municipality = Municipality(text) else {
      if let place = unknownMunicipalities.firstIndex(where: { $0.name == text }) {
        unknownMunicipalities[place].rows += 1
      } else if unknownMunicipalities.count < Self.mostNamed {
        unknownMunicipalities.append((text, 1))
      }
      return
    }
    knownMunicipalities += 1
    if let earlier = spellings[municipality.name], earlier != text {
      let (one, other) = ("'\(excerpt(earlier))'", "'\(excerpt(text))'")
      respelled[municipality.name] = (
        respelled.count, RemarkText("\(one) and \(other)", "\(one) og \(other)")
      )
    } else {
      spellings[municipality.name] = text
    }
  }

  private mutating func takeTelephone(_ row: TableRow, _ field: Int, faults: inout TableFaults) {
    var digits = row.trimmed(field).filter(\.isNumber)
    // The country's code is left out as often as not.
    if digits.count == 10, digits.hasPrefix("45") { digits.removeFirst(2) }
    guard !digits.isEmpty else { return }
    if telephones[digits] != nil {
      faults.remark(
        RemarkText(
          "a telephone number that another practice has too",
          "et telefonnummer, som også en anden praksis har"),
        in: row, field: field)
    }
    telephones[digits] = row.line
  }

  /// Notes what whole columns tell.
  package mutating func end(faults: inout TableFaults) {
    reader.end(faults: &faults)
    // Of a list without a single Danish municipality nothing can be said.
    if knownMunicipalities > 0 {
      for unknown in unknownMunicipalities {
        faults.remark(
          RemarkText(
            "'\(excerpt(unknown.name))' (\(unknown.rows) \(unknown.rows == 1 ? "row" : "rows")) is none of the 98 municipalities\(Self.suggestion(unknown.name, "did you mean"))",
            "'\(excerpt(unknown.name))' (\(unknown.rows) \(unknown.rows == 1 ? "række" : "rækker")) er ingen af de 98 kommuner\(Self.suggestion(unknown.name, "menes der"))"
          ),
          field: municipalityField)
      }
      for (name, (_, spellings)) in respelled.sorted(by: { $0.value.0 < $1.value.0 }) {
        faults.remark(
          RemarkText("\(spellings.english) are both \(name)", "\(spellings.danish) er begge \(name)"),
          field: municipalityField)
      }
    }
    if lengths.count > 1 {
      let examples = lengths.sorted { $0.key < $1.key }.map { "'\($0.value.example)'" }
      faults.remark(
        RemarkText(
          "practice numbers of different lengths, such as \(examples.joined(separator: ", ")): were leading zeros dropped?",
          "ydernumre af forskellig længde, f.eks. \(examples.joined(separator: ", ")): er foranstillede nuller gået tabt?"
        ),
        field: practiceField)
    }
  }

  private static func suggestion(_ name: String, _ question: String) -> String {
    nearestMatch(to: name, among: Municipality.all.map(\.name)).map { "; \(question) '\($0)'?" } ?? ""
  }

  private static let mostNamed = 20

  /// The frame, once every row has been taken and the reader has found no fault.
  package func frame() throws -> Frame { try reader.frame() }
}
