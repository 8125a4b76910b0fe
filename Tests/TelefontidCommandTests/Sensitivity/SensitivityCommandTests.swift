import Foundation
import Testing

@testable import TelefontidCommand

/// `sensitivity` and what a report tells of its worlds, through the door that people use.
struct SensitivityCommandTests {
  /// Twelve practices that answer until 14:00; what their telephones do then is one of three things, and decides the hour from 15.
  private static let planted = """
    cat > planted.json <<'END'
    { "name": "planted", "seed": 3,
      "practices": { "municipalities": { "A": 12 }, "gps": { "1": 12 } },
      "telephone": {
        "staffing": [{ "from": "08:00", "to": "16:00", "answered_by": "staff", "answerers": 2 }],
        "last_answer": { "14:00": 1 }, "queue_share": 1,
        "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "referral-message": 0.5, "rings-out": 0.5 } }] },
      "patients": {
        "calls_per_day_per_1000_listed": 5, "call_shares": { "08:00-09:00": 0.4, "09:00-16:00": 0.6 } },
      "survey": { "days": ["2015-04-14"], "slots": ["08:00-09:00", "15:00-16:00"], "interviewers": 2, "target": 0.3 },
      "provenance": {
        "telephone.when_off[0].shares": { "basis": "assumed", "source": "x", "values": [
          { "referral-message": 1 }, { "referral-message": 0.5, "rings-out": 0.5 }, { "rings-out": 1 } ] },
        "patients.talk_with_staff.mean_seconds": { "basis": "assumed", "source": "x", "range": [100, 180] },
        "survey.message.seconds": { "basis": "assumed", "source": "x", "range": [10, 60] } } }
    END
    cat > remedy.json <<'END'
    { "extends": "planted.json", "name": "remedy", "title": "What if every message named a substitute?",
      "telephone": { "when_off": [{ "from": "00:00", "to": "24:00", "shares": { "referral-message": 1 } }] } }
    END

    """

  @Test func `the planted parameter is found in twenty of twenty seeds`() throws {
    let ending = try CommandSandbox().shell(
      Self.planted + """
        for SEED in $(seq 1 20); do
          telefontid sensitivity planted.json --seed $SEED --worlds 100 --replications 2 --quiet -o s$SEED > /dev/null
          N=$(awk -F, '$2 == "rate" && $5 == "agreement" && $7 == "15:00-16:00" { print $1 }' s$SEED/conclusions.csv)
          awk -F, -v N=$N '$1 == N && $NF == "yes" { print $2 }' s$SEED/indices.csv
        done
        """)
    #expect(ending.status == 0 && ending.error == "")
    let told = ending.output.split(separator: "\n")
    #expect(told == Array(repeating: "telephone.when_off[0].shares", count: 20))
  }

  @Test(arguments: ["en", "da"])
  func `a report says what holds whatever is assumed, alone and beside the results`(language: String) throws {
    let sandbox = try CommandSandbox()
    let ending = try sandbox.shell(
      Self.planted + """
        telefontid sensitivity planted.json remedy.json --worlds 50 --replications 2 --quiet -o s > /dev/null
        telefontid simulate planted.json --replications 3 --quiet -o r > /dev/null
        telefontid report s --language \(language) -o alone.html --svg figures
        telefontid report r --sensitivity s --language \(language) -o beside.html
        cp -r s stopped && rm stopped/indices.csv
        telefontid report stopped --language \(language) -o stopped.html 2> /dev/null
        cat figures/worlds.csv figures/carriers.csv
        awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) n[$i] = i } $n["kind"] == "rate" && $n["group"] == "15:00-16:00" && $n["definition"] == "agreement" { print "errors", $n["nominal_se"], $n["holds"], $n["holds_se"] }' s/conclusions.csv
        """)
    #expect(ending.status == 0 && ending.error == "")
    let (alone, beside) = (try sandbox.text(of: "alone.html"), try sandbox.text(of: "beside.html"))
    let isDanish = language == "da"
    for page in [alone, beside] {
      #expect(
        page.contains(
          isDanish ? "Hvad der holder, uanset hvad der antages" : "What holds whatever is assumed"))
      // Rates are 0, a half or 1 by the planted parameter, each in a third of worlds: above the target in two of three.
      #expect(
        page.contains(isDanish ? "den sande andel er over målet" : "the true share is above the target"))
      // The name of the parameter, and the title of the shipped scenario in the reader's language.
      #expect(page.contains(isDanish ? "når praksis ikke svarer" : "when the practice does not answer"))
      #expect(
        page.contains(
          isDanish
            ? "Hvad nu hvis alle beskeder nævnte en stedfortræder?"
            : "What if every message named a substitute?"))
    }
    // The parameters say what else they could be.
    #expect(beside.contains(isDanish ? "(kunne være 100 til 180)" : "(could be 100 to 180)"))
    #expect(
      beside.contains(isDanish ? "(kunne være én af 3, der er nævnt)" : "(could be one of 3 that are named)"))
    // A survey stands first in one page, and is not there in the other.
    #expect(beside.contains(isDanish ? "Tidsrum for tidsrum" : "Slot by slot"))
    #expect(!alone.contains(isDanish ? "Tidsrum for tidsrum" : "Slot by slot"))
    // The figure's numbers are those of conclusions.csv: from 0 to 1 over worlds, a half as it is, the target 0.3.
    let errors = try #require(ending.output.firstMatch(of: #/errors (\S+) (\S+) (\S+)/#))
    let (nominal, holds, error) = try (
      #require(Double(errors.1)), #require(Double(errors.2)), #require(Double(errors.3))
    )
    let row = try #require(ending.output.firstMatch(of: #/\n15–16,(.*)\n/#)).1.split(separator: ",")
    #expect(row.map { Double($0) } == [0.5, nominal, 0, 0.5, 1, 0.3, holds, error])
    // ± is the simulation's error on these pages too: the share of worlds has one, and what a parameter carries has limits.
    let share = String(format: "%.0f\u{A0}%%\u{A0}±\u{A0}%.0f", holds * 100, error * 100)
    for page in [alone, beside] {
      #expect(page.contains(share), "\(share)")
      #expect(QuotingTests.words(page).contains(#/\(\d+ %, +\d+–\d+ % *\)/#))
      #expect(
        page.contains(
          isDanish
            ? "± er alene simulationens egen usikkerhed" : "± stands for the error of the simulation alone"))
    }
    #expect(ending.output.contains("parameter,total_1,lower_1,upper_1,"))
    // Of a run that was stopped it is not known what carries what, which is not the same as that nothing does.
    let stopped = try sandbox.text(of: "stopped.html")
    #expect(
      stopped.contains(
        isDanish ? "er ikke opgjort: Kørslen blev afbrudt" : "was not worked out: the run was stopped"))
    for words in [
      "No parameter is told", "Ingen forudsætning bærer", "0\u{A0}parameters", "0\u{A0}forudsætninger",
    ] {
      #expect(!stopped.contains(words), "\(words)")
    }
  }

  @Test func `worlds of another scenario, and folders without worlds, are refused`() throws {
    let ending = try CommandSandbox().shell(
      Self.planted + """
        telefontid sensitivity planted.json --worlds 10 --replications 2 --quiet -o s > /dev/null
        telefontid report "$REPOSITORY/results/arithmetic" --sensitivity s; echo $?
        telefontid report s --sensitivity "$REPOSITORY/results/arithmetic"; echo $?
        ls *.html
        """)
    #expect(ending.output.hasPrefix("65\n65\n"))
    #expect(!ending.output.contains(".html"))
    #expect(ending.error.contains("is of the scenario 'planted', and the results are of 'arithmetic'"))
    #expect(ending.error.contains("holds no conclusions; a folder that sensitivity wrote is needed"))
  }
}
