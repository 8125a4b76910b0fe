import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("plan: pictures of curves")
struct PlanFigureTests {
  @Test(
    "Each curve is named, with the lines that were asked about",
    arguments: [
      (
        "acceptance --good 0.05 --bad 0.15 --double",
        ["n = 77, c = 7", "double, 40 + 40", "risk of wrong acceptance"]
      ),
      (
        "margin --rate 0.1 --margin 0.03,0.05",
        ["upper bound", "lower bound", "expected", ">385\u{A0}calls<"]
      ),
      (
        "margin --rate 0.1 --margin 0.05 --language da",
        [
          "Opkald pr. tidsrum", "95\u{A0}%-intervallet",
          "Kilde: telefontid plan margin; beregnet, uden opkald bag",
        ]
      ),
      (
        "allocation --calls 90 --rates Aarhus=0.08,Randers=0.12,Viborg=0.05 --sizes 105,32,31",
        ["Aarhus", "Viborg", "Neyman", "minimax", "Source: telefontid plan allocation"]
      ),
      (
        "allocation --calls 1200 --rates 0.13,0.09 --language da",
        ["gruppe 1", "gruppe 2", "Hvad hver fordeling af 1.200 opkald kan vise"]
      ),
      ("sequential --good 0.05 --bad 0.15", ["sequential", "single, n = 77", "good", "bad"]),
      ("power --rate 0.3 --alternative 0.05", ["z test", "Fisher's exact", "asked for", ">36\u{A0}calls<"]),
      ("power --rate 0.3 --alternative 0.05 --paired", ["McNemar's mid-p", "Practices per survey"]),
      ("verdict --target 0.1 --calls 52", ["meets", "undecided", "fails", "target"]),
      ("verdict --target 0.1 --calls 52,105", ["52 calls", "105 calls", "Chance of no verdict"]),
      (
        "verdict --target 0.1 --calls 52,105 --language da", ["mål på højst 10\u{A0}% uden kontakt"]
      ),
      (
        "power --rate 0.3 --alternative 0.05 --language da",
        ["at se 30\u{A0}% mod 5\u{A0}% uden kontakt ved en risiko på 5\u{A0}%"]
      ),
      (
        "verdict --target 0.1 --calls 52 --language da",
        ["opfyldt", "uafklaret", "ikke opfyldt", "lang=\"da\""]
      ),
    ])
  func drawn(question: String, texts: [String]) async throws {
    let sandbox = try CommandSandbox()
    let file = sandbox.folder.appendingPathComponent("curve.svg").path
    let ending = await telefontid("plan \(question) --svg \(file)")
    #expect(ending.status == .done)
    let written = question.hasSuffix("--language da") ? "Skrevet til" : "Written to"
    #expect(ending.output.hasSuffix("\n\(written) \(file).\n"))
    let svg = try sandbox.text(of: "curve.svg")
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    for text in texts { #expect(svg.contains(text)) }
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
    #expect(svg.contains(question.contains("--language da") ? "Kilde: " : "Source: "))
    // The numbers of the picture lie beside it, as many columns in every row.
    let rows = try sandbox.text(of: "curve.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).count
    }
    #expect(rows.count > 1 && Set(rows).count == 1)
    #expect(await telefontid("plan \(question) --svg -").output == svg)
  }

  @Test("CSV and picture are written beside the tables; both say where")
  func both() async throws {
    let sandbox = try CommandSandbox()
    let csv = sandbox.folder.appendingPathComponent("plan.csv").path
    let svg = sandbox.folder.appendingPathComponent("plan.svg").path
    let ending = await telefontid("plan verdict --target 0.1 --calls 52 -o \(csv) --svg \(svg)")
    #expect(ending.output.hasSuffix("\nWritten to \(csv) and \(svg).\n"))
    #expect(try sandbox.text(of: "plan.csv").hasPrefix("target,error,hours,calls,"))
    #expect(try sandbox.text(of: "plan.svg").hasPrefix("<svg "))
  }

  @Test("Simulated answers are drawn, too, and say that no practice was rung")
  func simulated() async throws {
    let sandbox = try CommandSandbox()
    let scenario = CommandSandbox.repository.appendingPathComponent("scenarios/arithmetic.json").path
    let region = CommandSandbox.repository.appendingPathComponent("scenarios/midtjylland-2015.json").path
    for (question, texts) in [
      ("fieldwork \(scenario) --replications 2", ["Late calls", "Hours at work", "1 interviewer"]),
      (
        "compare-designs \(region) --replications 2 --set practices.municipalities={\"Odder\":12} --set practices.gps={\"1\":12}",
        ["Width of the interval", "Designs of equal cost"]
      ),
    ] {
      let file = sandbox.folder.appendingPathComponent("picture.svg").path
      let ending = await telefontid("plan \(question) --svg \(file)")
      #expect(ending.status == .done, "\(ending.faults)")
      let svg = try sandbox.text(of: "picture.svg")
      for text in texts + ["simulated, no practice was rung", "2 surveys each"] {
        #expect(svg.contains(text), "\(text)")
      }
      // In Danish the title of the shipped scenario is Danish, too.
      #expect(await telefontid("plan \(question) --svg \(file) --language da").status == .done)
      let danish = try sandbox.text(of: "picture.svg")
      let title = question.hasPrefix("fieldwork") ? "One practice" : "April 2015"
      #expect(svg.contains(title) && !danish.contains(title))
      #expect(
        danish.contains("simuleret, ingen praksis er ringet op") && danish.contains("2 undersøgelser af hver")
      )
    }
  }

  @Test("A picture of a single number of calls, and of extreme shares, is drawn all the same")
  func edges() async {
    for question in [
      "power --rate 0.3 --alternative 0.05 --calls 5", "verdict --target 0.9999 --calls 1",
      "acceptance --good 0 --bad 1", "acceptance --good 0.9 --bad 1 --practices 7",
      "sequential --good 0.3 --bad 0.7 --most 1",
    ] {
      let ending = await telefontid("plan \(question) --svg -")
      #expect(ending.status == .done)
      #expect(ending.output.hasPrefix("<svg ") && !ending.output.contains("nan"))
    }
  }

  @Test("Two outputs need two files")
  func conflict() async {
    let ending = await telefontid("plan verdict --target 0.1 --calls 52 -o - --svg -")
    #expect(ending.status == .usage)
    #expect(
      ending.faults == ["'--output' and '--svg' both write to standard output; give one a file of its own"])
  }

  @Test("A folder that cannot be written to is said so, and nothing is printed")
  func unwritable() async {
    let ending = await telefontid("plan verdict --target 0.1 --calls 52 --svg /dev/null/x.svg")
    #expect(ending.status == .cannotCreate)
    #expect(ending.output.isEmpty)
  }
}
