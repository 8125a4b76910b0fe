import Foundation
import Terminal
import Testing

@testable import TelefontidCommand

@Suite("--json: the rows of the CSV file for programs")
struct JSONRowsTests {
  /// Python reads both and compares them cell by cell: an oracle that is not ours.
  private static let comparison = """
    import csv, json, sys
    rows = list(csv.DictReader(open('rows.csv', encoding='utf-8', newline='')))
    objects = [json.loads(line) for line in open('rows.json', encoding='utf-8')]
    assert len(rows) == len(objects) > 0, (len(rows), len(objects))
    for row, item in zip(rows, objects):
        assert list(row) == list(item), (list(row), list(item))
        for name, text in row.items():
            value = item[name]
            if value is None: assert text == '', (name, text)
            elif isinstance(value, bool): assert text == str(value).lower(), (name, text, value)
            elif isinstance(value, (int, float)): assert float(text) == value, (name, text, value)
            else: assert text == value, (name, text, value)
    assert any(isinstance(value, (int, float)) for item in objects for value in item.values())
    """

  @Test(
    "Every command that writes rows with -o prints the same as JSON",
    arguments: [
      "estimate calls.csv --frame practices.csv --by municipality --bounds", "evaluate calls.csv --target 5%",
      "compare calls.csv opkald-excel.csv", "progress calls.csv --today 2030-01-01",
      "plan margin --rate 10% --margin 3%,5%", "plan power --rate 0.1 --alternative 0.06",
      "plan acceptance --good 0.05 --bad 0.15", "plan verdict --target 0.1 --calls 52",
      "plan sequential --good 0.05 --bad 0.2", "plan allocation --calls 90 --rates 0.1,0.2",
      "plan fieldwork one-practice --replications 2",
    ])
  func rows(command: String) throws {
    let sandbox = try CommandSandbox()
    try sandbox.write(Self.comparison, to: "compare.py")
    let ending = try sandbox.shell(
      """
      command -v python3 > /dev/null || exit 0
      cp "$REPOSITORY"/scenarios/fieldwork/*.csv .
      telefontid \(command) -o rows.csv > /dev/null || exit 1
      telefontid \(command) --json > rows.json || exit 2
      python3 compare.py
      """)
    #expect(ending.status == 0 && ending.error == "", "\(ending.error)")
  }

  @Test("Options that have no effect are refused, and the way out is named")
  func refused() async {
    for (line, fault) in [
      (
        "plan margin --rate 0.1 --margin 0.03 --csv excel-da",
        "'--csv' says how the CSV file is written: name one with '-o FILE'"
      ),
      ("estimate c.csv --csv excel-da", "'--csv' says how the CSV file is written: name one with '-o FILE'"),
      (
        "evaluate c.csv --target 5% --csv excel-da",
        "'--csv' says how the CSV file is written: name one with '-o FILE'"
      ),
      (
        "compare b.csv c.csv --csv excel-da",
        "'--csv' says how the CSV file is written: name one with '-o FILE'"
      ),
      ("progress c.csv --csv excel-da", "'--csv' says how the CSV file is written: name one with '-o FILE'"),
      (
        "estimate c.csv --json -o e.csv",
        "'--json' prints JSON, and '--output' is for a CSV file: leave one out"
      ),
      (
        "estimate c.csv --json --csv excel-da",
        "'--json' prints JSON, and '--csv' is for a CSV file: leave one out"
      ),
    ] {
      let ending = await telefontid(line)
      #expect(ending.status == .usage)
      #expect(ending.faults == [fault], "\(line)")
    }
  }
}
