import Drawing
import Reports
import SurveyDesign
import Tables

/// The tables that `init` writes: few rows, with a remark on what stands where.
enum StartingTables {
  /// A practice of the list, with a remark.
  private struct Practice {
    var number: String
    var municipality: String
    var gps: Int
    var listed: Int
    var remark: Words = Words("")
  }

  private static let practices = [
    Practice(
      number: "1001", municipality: "Aarhus", gps: 1, listed: 1480,
      remark: Words(
        "One row for each practice; its number is here once.",
        "Én række for hver praksis; nummeret står her kun én gang.")),
    Practice(
      number: "1002", municipality: "Aarhus", gps: 2, listed: 3105,
      remark: Words(
        "Other columns, such as a telephone number, may stand anywhere and are kept.",
        "Andre kolonner, fx et telefonnummer, må stå hvor som helst og følger med.")),
    Practice(
      number: "1003", municipality: "Viborg", gps: 1, listed: 1620,
      remark: Words(
        "Any column groups: --by municipality, --by gps.",
        "Alle kolonner kan gruppere: --by kommune, --by læger.")),
    Practice(number: "1004", municipality: "Viborg", gps: 3, listed: 4480),
    Practice(number: "1005", municipality: "Viborg", gps: 1, listed: 1390),
    Practice(number: "1006", municipality: "Skive", gps: 2, listed: 2950),
    Practice(number: "1007", municipality: "Skive", gps: 4, listed: 6120),
    Practice(number: "1008", municipality: "Skive", gps: 1, listed: 1555),
  ]

  /// A list of practices.
  static func frame(_ language: ReportLanguage, _ format: TableFormat) -> [UInt8] {
    table([.practice, .municipality, .gps, .listedPatients, .remark], language, format, practices) {
      practice in
      [
        practice.number, practice.municipality, "\(practice.gps)", "\(practice.listed)",
        practice.remark(language),
      ]
    }
  }

  /// A call of the survey, with a remark.
  private struct Call {
    var practice: String
    var slot: String
    var date: String
    var dialled: String
    var disposition: Disposition
    var wait: Int?
    var remark: Words = Words("")
  }

  private static let calls = [
    Call(
      practice: "1001", slot: "08:00-09:00", date: "2026-09-01", dialled: "08:12:00",
      disposition: .answeredByStaff, wait: 95,
      remark: Words(
        "One row for each call; the wait runs from dialling.",
        "Én række for hvert opkald; ventetiden regnes fra opkaldet.")),
    Call(
      practice: "1002", slot: "09:00-10:00", date: "2026-09-01", dialled: "09:40:00",
      disposition: .answeredByDoctor, wait: 20,
      remark: Words(
        "Needed are the practice, the slot and the outcome; the rest may be missing.",
        "Praksis, tidsrum og udfald skal være der; resten må mangle.")),
    Call(
      practice: "1003", slot: "12:00-13:00", date: "2026-09-01", dialled: "12:05:00",
      disposition: .referralMessage, wait: 8,
      remark: Words(
        "'telefontid init codes' lists every outcome and what it means.",
        "'telefontid init codes --language da' viser alle udfald, og hvad de betyder.")),
    Call(
      practice: "1004", slot: "13:00-14:00", date: "2026-09-02", dialled: "13:31:00", disposition: .busy,
      wait: nil),
    Call(
      practice: "1005", slot: "14:00-15:00", date: "2026-09-02", dialled: "14:02:00",
      disposition: .messageWithoutReferral, wait: 6),
    Call(
      practice: "1006", slot: "15:00-16:00", date: "2026-09-02", dialled: "15:20:00", disposition: .noAnswer,
      wait: nil),
    Call(
      practice: "1007", slot: "08:00-09:00", date: "2026-09-03", dialled: "08:03:00", disposition: .holdLimit,
      wait: 900),
    Call(
      practice: "1008", slot: "10:00-11:00", date: "2026-09-03", dialled: "10:45:00",
      disposition: .answeredByStaff, wait: 12),
  ]

  /// A table of calls to the practices of ``frame(_:_:)``.
  static func calls(_ language: ReportLanguage, _ format: TableFormat) -> [UInt8] {
    table([.practice, .slot, .date, .dialled, .disposition, .waitSeconds, .remark], language, format, calls) {
      call in
      [
        call.practice, call.slot, call.date, call.dialled, call.disposition.word(language),
        call.wait.map { "\($0)" } ?? "",
        call.remark(language),
      ]
    }
  }

  /// What codes mean: every disposition under a code that is its own name, to be replaced by what a file has.
  static func codes(_ language: ReportLanguage, _ format: TableFormat) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CSVWriter(format: format)
    let names = [Words("code", "kode"), Words("disposition", "udfald"), Words("remark", "bemærkning")]
    writer.header(names.map { $0(language) }, to: &bytes)
    for disposition in Disposition.allCases {
      writer.field(disposition.word(language), to: &bytes)
      writer.field(disposition.rawValue, to: &bytes)
      writer.field(disposition.meaning(language), to: &bytes)
      writer.endRow(to: &bytes)
    }
    return bytes
  }

  private static func table<Row>(
    _ columns: [KnownColumn], _ language: ReportLanguage, _ format: TableFormat, _ rows: [Row],
    cells: (Row) -> [String]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var writer = CSVWriter(format: format)
    writer.header(columns.map { language.words($0.rawValue, $0.danishHeader) }, to: &bytes)
    for row in rows {
      for cell in cells(row) { writer.field(cell.isEmpty ? nil : cell, to: &bytes) }
      writer.endRow(to: &bytes)
    }
    return bytes
  }
}

extension Disposition {
  /// The word that people of a language write for it, and that every command reads.
  fileprivate func word(_ language: ReportLanguage) -> String { language.words(rawValue, danishName) }
}
