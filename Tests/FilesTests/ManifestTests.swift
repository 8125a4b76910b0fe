import Foundation
import Tables
import TestSupport
import Testing

@testable import Files

@Suite("Manifest")
struct ManifestTests {
  private let full = Manifest(
    commandLine: ["telefontid", "simulate", "s.json", "--seed", "7"],
    scenario: .init(name: "midtjylland-2015", sha256: "ab"), seed: .max,
    replications: .init(first: 500, asked: 500, done: 12), isComplete: false,
    shards: [.init(first: 500, done: 12, sha256: "cd")],
    files: [.init(path: "calls.csv", bytes: 3, sha256: "ef")])

  @Test("The document is written one way only (golden)")
  func golden() {
    #expect(
      full.json.text() == """
        {
          "program": "telefontid",
          "version": "\(Program.version)",
          "command": [
            "telefontid",
            "simulate",
            "s.json",
            "--seed",
            "7"
          ],
          "scenario": {
            "name": "midtjylland-2015",
            "sha256": "ab"
          },
          "seed": 18446744073709551615,
          "replications": {
            "first": 500,
            "asked": 500,
            "done": 12
          },
          "complete": false,
          "shards": [
            {
              "first": 500,
              "done": 12,
              "sha256": "cd"
            }
          ],
          "files": [
            {
              "path": "calls.csv",
              "bytes": 3,
              "sha256": "ef"
            }
          ]
        }

        """)
  }

  @Test("What is written is read back", arguments: [true, false])
  func roundTrip(isFull: Bool) throws {
    let here = try TemporaryFolder()
    let manifest = isFull ? full : Manifest(commandLine: ["telefontid", "sweep"])
    try here.write(manifest.json.text(), to: "manifest.json")
    #expect(try Manifest.read(fromFolder: here.path) == manifest)
  }

  @Test(
    "What cannot be ours is refused",
    arguments: [
      "", "{", "[]", "null", "\u{0}", #"{"program": "telefontid"}"#,
      #"{"program": "x", "version": "1", "command": [], "complete": true, "files": []}"#,
      #"{"program": "telefontid", "version": "1", "command": [], "complete": 1, "files": []}"#,
      #"{"program": "telefontid", "version": "1", "command": [], "complete": true, "files": [], "seed": -1}"#,
      #"{"program": "telefontid", "version": "1", "command": [], "complete": true, "files": [], "seed": 1e99}"#,
      """
      {"program": "telefontid", "version": "1", "command": [], "complete": true,
       "files": [{"path": "../x", "bytes": 1, "sha256": ""}]}
      """,
      """
      {"program": "telefontid", "version": "1", "command": [], "complete": true,
       "files": [], "replications": {"first": 9223372036854775807, "asked": 1, "done": 1}}
      """,
      """
      {"program": "telefontid", "version": "1", "command": [], "complete": true,
       "files": [], "replications": {"first": 0, "asked": 1, "done": 2}}
      """,
      String(repeating: "[", count: 100_000),
    ])
  func impossible(text: String) throws {
    let here = try TemporaryFolder()
    try here.write(text, to: "manifest.json")
    let fault = #expect(throws: FileFault.self) { try Manifest.read(fromFolder: here.path) }
    #expect(fault?.kind == .badData)
  }

  @Test("A folder without one")
  func missing() throws {
    let here = try TemporaryFolder()
    let fault = #expect(throws: FileFault.self) { try Manifest.read(fromFolder: here.path) }
    #expect(fault?.kind == .noInput)
  }
}

@Suite("Data package")
struct DataPackageTests {
  private let schema = TableSchema(
    name: "truth",
    columns: [
      Column("group", .string, "The group."),
      Column("rate", .number, "The rate.", .init(minimum: 0, maximum: 1)),
    ], primaryKey: ["group"])

  private func package(_ format: TableFormat) -> DataPackage {
    DataPackage(
      name: "Midtjylland 2015", title: "One survey",
      resources: [.init(path: "truth.csv", title: "The truth", schema: schema)], format: format)
  }

  /// Checked with `frictionless validate` 5.21 (PyPI) on a folder with such a file in both formats.
  @Test("The description is written one way only (golden)")
  func golden() {
    let files = [OutputFile.Record(path: "truth.csv", bytes: 12, sha256: "ab")]
    let golden =
      #"{"profile":"tabular-data-package","name":"midtjylland-2015","title":"One survey","resources":[{"#
      + #""profile":"tabular-data-resource","name":"truth","path":"truth.csv","title":"The truth","format"#
      + #"":"csv","mediatype":"text/csv","encoding":"utf-8","bytes":12,"hash":"sha256:ab","dialect":{"del"#
      + #"imiter":",","lineTerminator":"\n","quoteChar":"\"","doubleQuote":true,"skipInitialSpace":false,"#
      + #""header":true},"schema":{"fields":[{"name":"group","type":"string","description":"The group."},"#
      + #"{"name":"rate","type":"number","description":"The rate.","constraints":{"minimum":0,"maximum":1"#
      + #"}}],"primaryKey":["group"],"missingValues":[""]}}]}"#
    #expect(package(.standard).json(files: files).text(pretty: false) == golden)
  }

  @Test("Danish Excel: semicolons in the dialect, a decimal comma in every number field and no other")
  func excelDanish() {
    let text = package(.excelDanish).json(files: []).text(pretty: false)
    #expect(text.contains(#""delimiter":";""#))
    #expect(text.contains(#""constraints":{"minimum":0,"maximum":1},"decimalChar":","}"#))
    #expect(text.split(separator: "decimalChar").count == 2)
    #expect(!text.contains("hash"))
  }

  @Test(
    "Names are those of the specification",
    arguments: [
      ("Midtjylland 2015", "midtjylland-2015"), ("Århus/æ", "-rhus--"), ("", "unnamed"),
      ("a_b.c-1", "a_b.c-1"),
    ])
  func names(text: String, name: String) {
    #expect(DataPackage.identifier(text) == name)
  }
}
