package import Drawing
internal import Files  // Program
internal import SurveyDesign
package import Surveys
package import Tables

/// What interviewers take to the telephone: a page for each of them and each day, and a sheet of the codes.
///
/// The pages are one HTML file of A4 pages that needs no network and no script. What is written by hand on them is typed into the list.
package struct CallSheets: Sendable {
  private let list: CallList
  private let language: ReportLanguage

  /// The sheets of a list in a language.
  package init(_ list: CallList, language: ReportLanguage) {
    self.list = list
    self.language = language
  }

  /// The codes as a table that `--dispositions` reads: what interviewers write, the disposition, and when it is meant.
  package func codes(format: TableFormat) -> [UInt8] {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    writer.header(
      [
        language.words("code", "kode"), language.words("disposition", "udfald"),
        language.words("meaning", "betydning"),
      ], to: &bytes)
    for disposition in Disposition.allCases {
      writer.field(disposition.name(in: language), to: &bytes)
      writer.field(disposition.rawValue, to: &bytes)
      writer.field(disposition.meaning(language), to: &bytes)
      writer.endRow(to: &bytes)
    }
    return bytes
  }

  /// All pages: for each interviewer the sheet of codes, then a page a day.
  package func pages() -> String {
    var page = Markup()
    page.element("html", ["lang": language.code]) { html in
      html.element("head") { head in
        head.empty("meta", ["charset": "utf-8"])
        head.empty("meta", ["name": "generator", "content": "\(Program.name) \(Program.version)"])
        head.element("title", text: language.words("Call lists", "Opkaldslister"))
        head.element("style") { $0.text(Self.style) }
      }
      html.newLine()
      html.element("body") { body in
        for interviewer in list.interviewers.indices { pages(of: interviewer, in: &body) }
      }
    }
    return "<!DOCTYPE html>\n" + page.description + "\n"
  }

  private func pages(of interviewer: Int, in body: inout Markup) {
    let calls = list.plan.calls.filter { $0.interviewer == interviewer }
    guard !calls.isEmpty else { return }
    let name = list.interviewers[interviewer]
    let who = Int(name) == nil ? name : language.words("Interviewer \(name)", "Interviewer \(name)")
    codePage(who, in: &body)
    for day in list.planner.days {
      let today = calls.filter { $0.date == day }
      guard !today.isEmpty else { continue }
      body.element("section") { section in
        let date = "\(language.capitalised(language.weekday(day))) \(language.date(day))"
        section.element("h1", text: "\(who) · \(date)")
        section.element(
          "p",
          text: "\(today.count) "
            + (today.count == 1
              ? language.words("call", "opkald") : language.words("calls", "opkald")))
        table(of: today, in: &section)
      }
      body.newLine()
    }
  }

  private func table(of calls: [PlannedCall], in section: inout Markup) {
    let hasName = list.hasColumn(.practiceName)
    let hasTelephone = list.hasColumn(.telephone)
    let shown =
      [language.words("Time", "Kl."), language.words("Practice", "Ydernummer")]
      + (hasName ? [language.words("Name", "Navn")] : [])
      + (hasTelephone ? [language.words("Telephone", "Telefon")] : [])
    let written = [
      (language.words("Dialled", "Ringet kl."), "short"), (language.words("Outcome", "Udfald"), "long"),
      (language.words("Wait (s)", "Ventetid (s)"), "short"), (language.words("Remark", "Bemærkning"), "long"),
    ]
    section.element("table") { table in
      table.element("thead") { head in
        head.element("tr") { row in
          for name in shown { row.element("th", text: name) }
          for (name, kind) in written { row.element("th", ["class": kind], text: name) }
        }
      }
      table.element("tbody") { body in
        for call in calls {
          body.element("tr") { row in
            row.element("td", ["class": "time"], text: call.due.description)
            row.element("td", text: list.frame.practices[call.practiceIndex].id)
            if hasName { row.element("td", text: list.text(.practiceName, of: call)) }
            if hasTelephone { row.element("td", ["class": "number"], text: list.text(.telephone, of: call)) }
            for (_, kind) in written { row.element("td", ["class": kind], text: "") }
          }
          body.newLine()
        }
      }
    }
  }

  private func codePage(_ who: String, in body: inout Markup) {
    body.element("section") { section in
      section.element(
        "h1", text: "\(who) · \(language.words("What to write as the outcome", "Det skrives som udfald"))")
      section.element("table", ["class": "codes"]) { table in
        for disposition in Disposition.allCases {
          table.element("tr") { row in
            row.element("th", text: disposition.name(in: language))
            row.element("td", text: disposition.meaning(language))
          }
        }
      }
    }
    body.newLine()
  }

  private static let style = """
    @page { size: A4 landscape; margin: 12mm }
    body { font: 10pt/1.35 sans-serif; margin: 0 }
    section { break-after: page }
    section:last-child { break-after: auto }
    h1 { font-size: 14pt; margin: 0 0 2mm }
    p { margin: 0 0 3mm }
    table { border-collapse: collapse; width: 100% }
    thead { display: table-header-group }
    tr { break-inside: avoid }
    th, td { border: 0.3mm solid #888; padding: 1.2mm 1.5mm; text-align: left; vertical-align: top }
    .time, .number { white-space: nowrap }
    .short { width: 19mm; height: 7mm }
    .long { width: 46mm }
    .codes th { white-space: nowrap }
    """
}
