import Foundation
import Testing

@testable import TelefontidCommand

@Suite("join, progress and several files")
struct JoinCommandTests {
  /// Two people's lists of one survey, in other columns, languages and spellings, and the list that was drawn.
  private func sandbox() throws -> CommandSandbox {
    let sandbox = try CommandSandbox()
    try sandbox.write(
      """
      practice,slot,date,attempt,due,dialled,disposition,interviewer,municipality
      012,08:00-09:00,2026-09-01,1,08:10:00,,,Anne,Aarhus
      013,08:00-09:00,2026-09-01,1,08:20:00,,,Bo,Odder
      014,09:00-10:00,2026-09-02,1,09:10:00,,,Bo,Odder
      015,09:00-10:00,2026-09-03,1,09:20:00,,,Anne,Aarhus

      """, to: "plan.csv")
    try sandbox.write(
      """
      practice,slot,date,attempt,due,dialled,disposition,interviewer,municipality
      012,08:00-09:00,2026-09-01,1,08:10:00,08:11:00,busy,Anne,Aarhus
      012,08:00-09:00,2026-09-01,2,08:40:00,08:41:00,answered-by-staff,Anne,Aarhus

      """, to: "anne.csv")
    // Columns in another order, Danish, semicolons, leading zeros lost.
    try sandbox.write(
      """
      Udfald;Ydernummer;Kommune;Tidsrum;Dato;Ringet op;Forsøg;Note
      Optaget;13;Odder Kommune;8-9;1-9-2026;8.25;1;
      læge;14;727;9-10;2-9-2026;10.05;1;"venlig; hurtig"

      """, to: "bo.csv")
    return sandbox
  }

  @Test("Lists of two people are put together by header, whatever the order of files")
  func together() throws {
    let sandbox = try sandbox()
    let ending = try sandbox.shell(
      """
      telefontid join anne.csv bo.csv --plan plan.csv -o joined.csv
      telefontid join bo.csv anne.csv --plan plan.csv -o again.csv > /dev/null && cmp joined.csv again.csv
      """)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
    #expect(
      try sandbox.text(of: "joined.csv") == """
        practice,slot,date,attempt,due,dialled,disposition,interviewer,municipality,remark
        012,08:00-09:00,2026-09-01,1,08:10:00,08:11:00,busy,Anne,Aarhus,
        013,08:00-09:00,2026-09-01,1,08:20:00,08:25:00,busy,Bo,Odder,
        012,08:00-09:00,2026-09-01,2,08:40:00,08:41:00,answered-by-staff,Anne,Aarhus,
        014,09:00-10:00,2026-09-02,1,09:10:00,10:05:00,answered-by-doctor,Bo,Odder,venlig; hurtig
        015,09:00-10:00,2026-09-03,1,09:20:00,,,Anne,Aarhus,

        """)
    #expect(ending.output.contains("1 call is in no list: 015 2026-09-03 09:00-10:00."))
    let rows = ending.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["Anne", "3", "2", "1", "1"]))
    #expect(rows.contains(["Bo", "2", "2", "0", "0"]))
  }

  @Test("estimate, evaluate, compare and report say of several files what they say of the joined one")
  func severalFiles() throws {
    let ending = try sandbox().shell(
      """
      set -e
      telefontid join anne.csv bo.csv -o joined.csv > /dev/null
      telefontid estimate joined.csv --by slot --by Kommune -o one.csv > /dev/null
      telefontid estimate anne.csv bo.csv --by slot --by Kommune -o two.csv > /dev/null
      cmp one.csv two.csv
      telefontid evaluate joined.csv --target 10% -o one.csv > /dev/null
      telefontid evaluate bo.csv anne.csv --target 0,1 -o two.csv > /dev/null
      cmp one.csv two.csv
      telefontid compare joined.csv joined.csv -o one.csv > /dev/null
      telefontid compare anne.csv bo.csv --more-baseline bo.csv --more-followup anne.csv -o two.csv > /dev/null
      cmp one.csv two.csv
      telefontid report joined.csv --title T -o one.html > /dev/null
      telefontid report anne.csv bo.csv --title T -o two.html > /dev/null
      sed 's/joined.csv/X/g' one.html > a; sed 's/anne.csv and 1 more/X/g; s/anne.csv/X/g' two.html > b; cmp a b
      grep -c . one.csv
      """)
    #expect(ending.error == "")
    #expect(ending.status == 0)
  }

  @Test("Two outcomes of one call are a conflict that names both places, and nothing is written")
  func conflicts() throws {
    let sandbox = try sandbox()
    try sandbox.write(
      "practice,slot,date,attempt,disposition\n013,8-9,2026-09-01,1,læge\n014,9-10,2026-09-02,1,Læge\n",
      to: "cilja.csv")
    let ending = try sandbox.shell(
      "telefontid join anne.csv bo.csv cilja.csv -o joined.csv; echo $?; ls joined.csv")
    #expect(ending.output == "65\n")
    #expect(
      ending.error.contains(
        "Error: cilja.csv:2: disposition: practice 013, slot 08:00-09:00, 2026-09-01: 'answered-by-doctor' here and 'busy' in bo.csv, line 2\n"
      ))
    #expect(!ending.error.contains("014"))
  }

  @Test("When everybody got the whole list, the row with the outcome counts")
  func copies() throws {
    let sandbox = try sandbox()
    let ending = try sandbox.shell(
      """
      sed 's/,,,Anne/,busy,,Anne/' plan.csv > /dev/null
      awk -F, -v OFS=, '$8 == "Anne" { $7 = "busy" } { print }' plan.csv > a.csv
      awk -F, -v OFS=, '$8 == "Bo" { $7 = "refused" } { print }' plan.csv > b.csv
      telefontid join a.csv b.csv -o - | cut -d, -f1,7
      telefontid join a.csv b.csv a.csv; echo $?
      """)
    #expect(ending.output == "practice,disposition\n012,busy\n013,refused\n014,refused\n015,busy\n64\n")
    #expect(ending.error.contains("'a.csv' is named twice"))
  }

  @Test("progress: done, late, left and overdue, by interviewer and slot; dispositions; a figure")
  func progress() throws {
    let sandbox = try sandbox()
    let ending = try sandbox.shell(
      """
      telefontid progress anne.csv bo.csv --plan plan.csv --today 2026-09-03 --figure p.svg --language da -o p.csv
      grep -c "<svg" p.svg; cat p.csv
      telefontid progress anne.csv bo.csv --plan plan.csv --today 2026-09-04 -o - | tail -1
      """)
    #expect(ending.error == "")
    #expect(
      ending.output.hasSuffix(
        """
        1
        by,group,planned,done,late,left,overdue
        interviewer,Anne,2,1,0,1,0
        interviewer,Bo,2,2,1,0,0
        slot,08:00-09:00,2,2,0,0,0
        slot,09:00-10:00,2,1,1,1,0
        date,2026-09-01,2,2,0,0,0
        date,2026-09-02,1,1,1,0,0
        date,2026-09-03,1,0,0,1,0
        all,all,4,3,1,1,0
        all,all,4,3,1,0,1

        """), "\(ending.output)")
    #expect(ending.output.contains("besvaret af læge            1\n"))
  }

  /// Good 0.05, bad 0.15, risks 0.05 and 0.10: after three calls, all unreached, Wald's line of refusal is crossed.
  ///
  /// By hand: ln(0.15/0.05) + ln(0.95/0.85) = 1.2098; the intercept is ln(0.9/0.05)/1.2098 = 2.389, the slope
  /// 0.1112/1.2098 = 0.0919: after three calls the line stands at 2.665, so 3 unreached refuse, and 2 of 2 (2.573) do not.
  @Test("progress follows the sequential plan through the calls in the order in which they were made")
  func sequential() throws {
    let sandbox = try CommandSandbox()
    func list(_ outcomes: [String]) -> String {
      "practice,slot,date,dialled,disposition\n"
        + outcomes.enumerated().map { "\($0),8-9,2026-09-01,08:\(10 + $0),\($1)\n" }.joined()
    }
    try sandbox.write(list(["busy", "no-answer", "wrong-number", "busy", "refused"]), to: "bad.csv")
    try sandbox.write(list(["busy", "no-answer"]), to: "open.csv")
    let ending = try sandbox.shell(
      """
      telefontid progress bad.csv --good 5% --bad 15% | tail -2
      telefontid progress open.csv --good 0.05 --bad 0.15 | tail -2
      telefontid progress open.csv --good 0.05; echo $?
      """)
    #expect(
      ending.output == """
        Sequential plan: stop, the share is taken as bad: 3 of 3 valid calls not reached by "agreement".

        Sequential plan: go on: 2 of 2 valid calls not reached by "agreement"; none yet would be good, 3 or more bad.

        64

        """)
  }
}
