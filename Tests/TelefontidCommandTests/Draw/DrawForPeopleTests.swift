import Foundation
import Testing

@testable import TelefontidCommand

@Suite("draw, for people who ring")
struct DrawForPeopleTests {
  static let frame =
    "Ydernummer;Praksis;Telefon;Kommune;Kontakt\n012;Lægehuset;+45 86 12 34 56;Århus;Bodil\n013;Torvet;86 12 34 57;0727;Per\n"

  private func sandbox() throws -> CommandSandbox {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.frame, to: "f.csv")
    return sandbox
  }

  @Test(
    "When, whom and which number come first, then what is filled in, the analysis' columns last",
    arguments: [
      (
        "da",
        "Dato;Planlagt kl.;Tidsrum;Ydernummer;Praksis;Telefon;Ringet op kl.;Udfald;Ventetid (sekunder);Bemærkning;Forsøg;Interviewer;Kommune;Vægt;frame_Kontakt"
      ),
      (
        "en",
        "date;due;slot;practice;Praksis;Telefon;dialled;disposition;wait_seconds;remark;attempt;interviewer;municipality;weight;frame_Kontakt"
      ),
    ])
  func layout(language: String, header: String) throws {
    let sandbox = try sandbox()
    let ending = try sandbox.shell(
      """
      telefontid draw --frame f.csv --first-date 2026-09-01 --interviewers Åse,Bo --language \(language) --csv excel-da -o l.csv > t
      head -1 l.csv | tail -c +4
      sed 's/;;;;;1;/;;optaget;;;1;/' l.csv > filled.csv
      telefontid check filled.csv --frame f.csv --today 2026-09-01
      telefontid estimate filled.csv --frame f.csv --by Kommune --reached agreement -o - | cut -d, -f3-6 | tail -3
      grep -c "^Åse  *1 " t
      """)
    #expect(ending.error == "")
    #expect(
      ending.output
        == """
        \(header)
        filled.csv: a calls file of 2 rows; no faults
        municipality,Aarhus,1,1
        municipality,Odder,1,1
        all,all,1,1
        1

        """.replacingOccurrences(of: "all,all,1,1", with: "all,all,2,2"))
  }

  @Test("A list for each interviewer bears the name; pages to print and a sheet of codes come with it")
  func sheets() throws {
    let sandbox = try sandbox()
    let ending = try sandbox.shell(
      """
      telefontid draw --frame f.csv --first-date 2026-09-01 --interviewers Åse,Bo --language da --per-interviewer \
        -o l/opkald.csv --pages sider.html --codes koder.csv > /dev/null
      ls l; cut -d, -f1,2 koder.csv | head -3; grep -c . koder.csv
      tail -n +2 koder.csv | cut -d, -f1 | awk 'BEGIN { print "practice,slot,disposition" } { print NR ",8-9," $0 }' > all.csv
      telefontid check all.csv --dispositions koder.csv; telefontid check all.csv
      """)
    #expect(ending.error == "")
    #expect(
      ending.output == """
        opkald-Bo.csv
        opkald-Åse.csv
        kode,udfald
        besvaret af læge,answered-by-doctor
        besvaret af personale,answered-by-staff
        17
        all.csv: a calls file of 16 rows; no faults
        all.csv: a calls file of 16 rows; no faults

        """)
    let pages = try sandbox.text(of: "sider.html")
    #expect(pages.contains("@page { size: A4 landscape"))
    #expect(pages.contains("Lægehuset") && pages.contains("+45 86 12 34 56"))
    // A sheet of codes and one day for each of the two.
    #expect(pages.components(separatedBy: "<section>").count == 1 + 2 * 2)
    #expect(!pages.contains("http"))
  }

  @Test(
    "Names that cannot be told apart or stand in no file's name are refused",
    arguments: ["Bo,bo", "Bo,", "a/b", "0", "1001", ".x,y"])
  func names(team: String) throws {
    let ending = try sandbox().shell(
      "telefontid draw --frame f.csv --first-date 2026-09-01 --interviewers \(team)")
    #expect(ending.status == 64)
    #expect(ending.error.contains("different names with a comma between them"))
  }

  @Test("What is drawn does not depend on the names or the layout")
  func same() throws {
    let ending = try sandbox().shell(
      """
      draw() { telefontid draw --frame f.csv --first-date 2026-09-01 --slots-per-practice 3 -o - "$@"; }
      draw --interviewers 2 | cut -d, -f2-4,6 | tail -n +2 > a
      draw --interviewers Åse,Bo --language en | awk -F, -v OFS=, '{ print $4, $3, $1, $2 }' | tail -n +2 > b
      cmp a b; wc -l < a
      """)
    #expect(ending.error == "" && ending.output == "6\n")
  }
}
