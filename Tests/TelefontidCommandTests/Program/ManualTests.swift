import Foundation
import Terminal
import Testing

@testable import TelefontidCommand

@Suite("Manual pages and completion of the program")
struct ManualTests {
  @Test("mandoc finds nothing wrong with any page but that the others are not installed")
  func lint() throws {
    let ending = try CommandSandbox().shell(
      """
      command -v mandoc > /dev/null || exit 0
      for page in $(telefontid manual --list); do telefontid manual $page > $page.1; done
      mandoc -T lint *.1 | grep -v 'referenced manual not found'
      [ $(ls *.1 | wc -l) -gt 25 ]
      """)
    #expect(ending == .init(status: 0, wasKilledBySignal: false, output: "", error: ""))
  }

  @Test("A page is found by the command and by its own name; a wrong one by what is nearest")
  func named() async {
    let page = await telefontid("manual plan margin").output
    #expect(page == (await telefontid("manual telefontid-plan-margin").output))
    #expect(page.contains("\n.Sh EXAMPLES\n"))
    #expect(
      await telefontid("manual plan margn").faults
        == ["There is no page 'telefontid-plan-margn'. Did you mean 'telefontid-plan-margin'?"])
  }

  @Test("Completed are shipped scenarios, and keys behind --set and --vary")
  func words() async {
    func offered(_ line: String) async -> [Substring] {
      await telefontid("completion words -- " + line).output.split(separator: "\n").map {
        $0.prefix { $0 != "\t" }
      }
    }
    #expect(await offered("simulate one-pr") == ["one-practice", ":files"])
    #expect(await offered("simulate a.json --set survey.atte").contains("survey.attempts="))
    #expect(await offered("sweep a.json --vary survey.interval=wils").first == "survey.interval=wilson")
    #expect(await offered("plan com") == ["compare-designs"])
    #expect(await telefontid("completion bash x").status == .usage)
  }
}
