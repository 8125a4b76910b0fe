package import Tables

/// A column that we know in the tables that people keep, frames and calls alike, by our name for it.
///
/// This is the one list of headers that are understood. Letter case, spaces, marks and `ae oe aa` for `æ ø å` make no
/// difference (`foldedName`).
package enum KnownColumn: String, CaseIterable, Equatable, Sendable {
  case practice
  case practiceName = "practice_name"
  case telephone
  case municipality
  case gps
  case listedPatients = "listed_patients"
  case stratum
  case weight
  case replication
  case slot
  case date
  case round
  case attempt
  case due
  case dialled
  case disposition
  case reached
  case waitSeconds = "wait_seconds"
  case interviewer
  case remark

  /// The headers that are understood besides our own name, in groups: one of an earlier group goes before one of a later.
  ///
  /// A register has both `Ydernummer` and `Praksis`, the practice's name, and both `Kommunenavn` and `Kommunekode`. Two headers of one
  /// group in one file are one too many.
  package var otherHeaders: [[String]] {
    switch self {
    case .practice:
      [
        ["ydernummer", "ydernr", "yder nr", "yder", "ydernummeret"],
        ["praksisnummer", "praksisnr", "practice number", "practice id"], ["praksis"],
      ]
    case .practiceName:
      [
        ["praksisnavn", "ydernavn", "kliniknavn", "lægehus", "name of practice"],
        ["navn", "name", "klinik"], ["praksis"],
      ]
    case .telephone: [["telefon", "telefonnummer", "telefonnr", "tlf", "tlfnr", "tlf nummer", "phone"]]
    case .municipality: [["kommunenavn", "municipality name"], ["kommune"], Self.municipalityCodes]
    case .gps:
      [
        [
          "læger", "antal læger", "antal praktiserende læger", "antal kapaciteter", "kapaciteter",
          "number of gps",
        ]
      ]
    case .listedPatients:
      [
        [
          "tilmeldte", "antal tilmeldte", "tilmeldte patienter", "antal tilmeldte patienter", "patienter",
          "antal patienter", "sikrede", "antal sikrede", "gruppe 1-sikrede", "antal gruppe 1-sikrede",
          "patients", "list size",
        ]
      ]
    case .stratum: [["lag", "strata"]]
    case .weight: [["vægt", "opregningsvægt"]]
    case .replication: []
    case .slot: [["tidsrum", "interval", "time slot"], ["tidsinterval"]]
    case .date: [["dato", "opkaldsdato", "call date"]]
    case .round: [["runde", "rundenummer", "runde nr"]]
    case .attempt: [["forsøg", "opkaldsforsøg", "forsøg nr", "forsøgsnummer"]]
    case .due: [["planlagt", "planlagt tid", "planlagt kl", "planlagt tidspunkt"]]
    case .dialled:
      [
        ["ringet op", "ringet", "opkaldstidspunkt", "ringet kl", "ringet op kl"],
        ["tidspunkt", "klokkeslæt", "kl", "time of call"],
      ]
    case .disposition: [["udfald", "opkaldsudfald", "resultat", "outcome"]]
    case .reached: [["opnået kontakt", "kontakt opnået", "kontakt"]]
    case .waitSeconds: [["ventetid sekunder", "ventetid sek", "ventetid", "ventetid i sekunder"]]
    case .interviewer: [["interviewer", "opringer", "ringer", "opkalder"]]
    case .remark: [["bemærkning", "bemærkninger", "kommentar", "note", "notes", "remarks"]]
    }
  }

  private static let municipalityCodes = [
    "kommunekode", "kommunenr", "kommunenummer", "komkode", "municipality code",
  ]

  /// Whether a header promises codes of municipalities, not names.
  static func isMunicipalityCode(_ header: String) -> Bool {
    municipalityCodes.contains { foldedName($0) == foldedName(header) }
  }

  /// The header that a Danish list has for it.
  package var danishHeader: String {
    switch self {
    case .practice: "Ydernummer"
    case .practiceName: "Praksisnavn"
    case .telephone: "Telefon"
    case .municipality: "Kommune"
    case .gps: "Læger"
    case .listedPatients: "Tilmeldte"
    case .stratum: "Lag"
    case .weight: "Vægt"
    case .replication: "Gentagelse"
    case .slot: "Tidsrum"
    case .date: "Dato"
    case .round: "Runde"
    case .attempt: "Forsøg"
    case .due: "Planlagt kl."
    case .dialled: "Ringet op kl."
    case .disposition: "Udfald"
    case .reached: "Opnået kontakt"
    case .waitSeconds: "Ventetid (sekunder)"
    case .interviewer: "Interviewer"
    case .remark: "Bemærkning"
    }
  }

  /// The other headers that are long enough for a near miss to be told from another word.
  package var tellingHeaders: [String] {
    ([danishHeader] + otherHeaders.flatMap { $0 }).filter { $0.count >= Self.tellingLength }
  }

  private static let tellingLength = 6

  /// The columns that a name may stand for, the likeliest first.
  ///
  /// - Complexity: O(headers known).
  package static func columns(named name: String) -> [KnownColumn] {
    let wanted = foldedName(name)
    func rank(_ column: KnownColumn) -> Int? {
      column.ranked.firstIndex { $0.contains(wanted) }
    }
    return allCases.compactMap { column in rank(column).map { (column, $0) } }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// All headers folded, ours first.
  fileprivate var ranked: [Set<String>] { Self.rankedHeaders[self] ?? [] }

  private static let rankedHeaders: [KnownColumn: [Set<String>]] = Dictionary(
    uniqueKeysWithValues: allCases.map { column in
      let danish = foldedName(column.danishHeader)
      var groups = [[column.rawValue]] + column.otherHeaders
      if groups.count == 1 { groups.append([]) }
      var folded = groups.map { Set($0.map(foldedName)) }
      if !folded.contains(where: { $0.contains(danish) }) { folded[1].insert(danish) }
      return (column, folded)
    })
}

extension TableHeader {
  /// Where a column that we know stands, or `nil` if the table has none.
  ///
  /// Our own name goes before all others. Two headers that would do equally well are a fault that names both, as it cannot be known
  /// which is meant.
  ///
  /// - Complexity: O(columns · headers known).
  package func index(of column: KnownColumn, faults: inout TableFaults) -> Int? {
    index(of: column.rawValue, foldedGroups: column.ranked, remedy: Self.columnsOption, faults: &faults)
  }

  /// Where the column of a name stands, or one with a header of the groups, an earlier group before a later; `nil` if the table has
  /// none.
  ///
  /// It is found as a column that we know is, in tables whose columns are none of those.
  package func index(of name: String, or headers: [[String]], faults: inout TableFaults) -> Int? {
    index(
      of: name, foldedGroups: ([[name]] + headers).map { Set($0.map(foldedName)) }, remedy: "leave one out",
      faults: &faults)
  }

  private static let columnsOption = "say which is with --columns"

  private func index(
    of name: String, foldedGroups: [Set<String>], remedy: String, faults: inout TableFaults
  ) -> Int? {
    if let ours = names.firstIndex(of: name) { return ours }
    let folded = names.map(foldedName)
    for group in foldedGroups {
      let found = folded.indices.filter { !folded[$0].isEmpty && group.contains(folded[$0]) }
      guard let first = found.first else { continue }
      if found.count > 1 {
        let said = found.map { "'\(excerpt(names[$0]))'" }.joined(separator: " and ")
        let how = remedy == Self.columnsOption ? "\(remedy) \(name)=NAME" : remedy
        faults.add("\(said) could both be the column '\(name)'; \(how)", line: line)
      }
      return first
    }
    return nil
  }
}
