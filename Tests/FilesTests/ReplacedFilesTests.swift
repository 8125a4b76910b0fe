import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("Files that take their places together")
struct ReplacedFilesTests {
  private static let names = ["a.csv", "b.csv", "c.csv"]

  private static func write(_ text: String, in folder: String) throws {
    var files = ReplacedFiles()
    for name in names { try files.write(Array(text.utf8), to: folder + "/" + name) }
    try files.commit()
  }

  @Test("All are old until all are written; then all are new, and nothing else is there")
  func together() throws {
    let here = try TemporaryFolder()
    for text in ["old", "new"] {
      try Self.write(text, in: here.path)
      #expect(try Self.names.map { try here.text(of: $0) } == [text, text, text])
      #expect(try here.names() == Self.names)
    }
    do {
      var files = ReplacedFiles()
      try files.write(Array("dropped".utf8), to: here.path + "/a.csv")
      #expect(try here.text(of: "a.csv") == "new")
    }
    #expect(try here.names() == Self.names)
  }

  @Test("When one cannot take its place, those before it go back", arguments: 0..<3, [false, true])
  func takenBack(failing: Int, wereThere: Bool) throws {
    let here = try TemporaryFolder()
    if wereThere { try Self.write("old", in: here.path) }
    var files = ReplacedFiles()
    for name in Self.names { try files.write(Array("new".utf8), to: here.path + "/" + name) }
    // A folder with something in it cannot be replaced by a file.
    try? here.remove(Self.names[failing])
    try here.makeFolder(Self.names[failing] + "/inside")
    #expect(throws: FileFault.self) { try files.commit() }
    for (place, name) in Self.names.enumerated() where place != failing {
      if wereThere {
        #expect(try here.text(of: name) == "old")
      } else {
        #expect(!FileManager.default.fileExists(atPath: here.path + "/" + name))
      }
    }
    discard(files)
    #expect(try here.names().filter { $0.hasPrefix(".") }.isEmpty)
  }

  private func discard(_ files: consuming ReplacedFiles) {}

  /// The number of a process that has ended.
  private static func deadProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test("What a process was killed in the middle of, the next output to the first file finishes")
  func finished() throws {
    let here = try TemporaryFolder()
    try Self.write("old", in: here.path)
    let owner = "\(try Self.deadProcess())-x"
    // The first has taken its place; the second and third stand ready, and a backup of the first is left.
    try here.write("new", to: "a.csv")
    try here.write("old", to: ".a.csv.replaced-\(owner)")
    for name in ["b.csv", "c.csv"] { try here.write("new", to: ".\(name).partial-\(owner)") }
    let partials = Self.names.map { "\(here.path)/.\($0).partial-\(owner)" }
    try here.write(partials.joined(separator: "\0"), to: ".a.csv.journal-\(owner)")

    var file = try ReplacedFile(here.path + "/a.csv")
    #expect(try Self.names.map { try here.text(of: $0) } == ["new", "new", "new"])
    try file.file.append("newer")
    try file.commit()
    #expect(try here.names() == Self.names)
    #expect(try here.text(of: "a.csv") == "newer")
  }

  @Test(
    "A journal moves nothing but partial files into their own places, and only when its process has ended")
  func foreignJournal() throws {
    let here = try TemporaryFolder()
    try Self.write("old", in: here.path)
    let dead = try Self.deadProcess()
    try here.write("loot", to: "loot")
    try here.write("new", to: ".b.csv.partial-\(getpid())-x")
    try here.write("\(here.path)/loot", to: ".a.csv.journal-\(dead)-x")
    try here.write("\(here.path)/.b.csv.partial-\(getpid())-x", to: ".a.csv.journal-\(getpid())-x")
    var file = try ReplacedFile(here.path + "/a.csv")
    try file.file.append("new")
    try file.commit()
    #expect(try here.text(of: "b.csv") == "old")
    #expect(try here.text(of: "loot") == "loot")
    #expect(
      try here.names()
        == [
          ".a.csv.journal-\(getpid())-x", ".b.csv.partial-\(getpid())-x", "a.csv", "b.csv", "c.csv", "loot",
        ])
  }

  @Test("An input is no output, whatever it is called")
  func inputs() throws {
    let here = try TemporaryFolder()
    try here.write("rows", to: "in.csv")
    try FileManager.default.linkItem(atPath: here.path + "/in.csv", toPath: here.path + "/other.csv")
    try CommandFiles.$current.withValue(CommandFiles(mayReplaceForeign: true)) {
      #expect(
        try CommandFiles.looking { try InputFile.contents(of: here.path + "/in.csv") } == Array("rows".utf8))
      try ReplacedFile.check(here.path + "/other.csv")
      _ = try InputFile.contents(of: here.path + "/in.csv")
      #expect(CommandFiles.current?.names == [here.path + "/in.csv"])
      #expect(throws: FileFault.self) { try ReplacedFile.check(here.path + "/other.csv") }
    }
    try ReplacedFile.check(here.path + "/other.csv")
  }
}
