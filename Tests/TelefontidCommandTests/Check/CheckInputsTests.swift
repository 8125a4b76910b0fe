import Testing

@testable import TelefontidCommand

@Suite("Which files a result depends on")
struct CheckInputsTests {
  @Test("check --inputs names the scenario, what it extends, in turn, and its frame, as they are named")
  func chain() throws {
    let ending = try CommandSandbox().shell(
      """
      cp -r "$REPOSITORY/scenarios/fieldwork" f; mkdir below
      cp "$REPOSITORY/scenarios/midtjylland-2015.json" base.json
      echo '{"extends": "../base.json", "practices": {"frame": "../f/practices.csv"}}' > below/middle.json
      echo '{"extends": "below/middle.json", "seed": 5}' > top.json
      telefontid check --inputs top.json; echo; telefontid check --inputs top.json base.json f/calls.csv --frame f/practices.csv
      """)
    #expect(ending.status == 0, "\(ending.error)")
    // Each file once, whichever of its names came first.
    #expect(
      ending.output == """
        top.json
        below/middle.json
        below/../base.json
        below/../f/practices.csv

        top.json
        below/middle.json
        below/../base.json
        below/../f/practices.csv
        f/calls.csv

        """, "\(ending.output)")
  }

  @Test("Of a file with faults nothing is listed; --print prints something else")
  func faults() throws {
    let ending = try CommandSandbox().shell(
      """
      echo '{"extends": "gone.json"}' > top.json
      telefontid check --inputs top.json; echo $?
      telefontid check --inputs --print top.json; echo $?
      """)
    #expect(ending.output == "66\n64\n", "\(ending.output)")
  }
}
