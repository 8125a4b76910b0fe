import Foundation
import Tables
import TestSupport
import Testing

@testable import Files

@Suite("Result folder")
struct ResultFolderTests {
  private let manifest = Manifest(commandLine: ["telefontid", "simulate", "s.json"])

  private func write(_ text: String, to path: String, by replacement: ResultFolder.Replacement = .exchange)
    throws
  {
    var folder = try ResultFolder(replacing: path, by: replacement)
    try folder.write(Array(text.utf8), to: "calls.csv")
    try folder.commit(manifest)
  }

  private func fault(replacing path: String) -> FileFault? {
    do {
      _ = try ResultFolder(replacing: path)
      return nil
    } catch {
      return error as? FileFault
    }
  }

  @Test("Files, digests and nothing else", arguments: ResultFolder.Replacement.allCases)
  func replaced(replacement: ResultFolder.Replacement) throws {
    let here = try TemporaryFolder()
    for text in ["abc", "other", "abc"] {
      try write(text, to: here.path + "/deep/er/results", by: replacement)
      #expect(try here.text(of: "deep/er/results/calls.csv") == text)
    }
    #expect(try here.names(in: "deep/er") == ["results"])
    #expect(try here.names(in: "deep/er/results") == ["calls.csv", "manifest.json"])
    let record = try Manifest.read(fromFolder: here.path + "/deep/er/results").files
    #expect(
      record == [
        .init(
          path: "calls.csv", bytes: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      ])
  }

  @Test("Until it is committed nothing changes; if it never is, nothing is left")
  func dropped() throws {
    let here = try TemporaryFolder()
    try write("old", to: here.path + "/results")
    do {
      var folder = try ResultFolder(replacing: here.path + "/results")
      var file = try folder.makeFile("calls.csv")
      try file.append("new")
      try folder.finish(&file)
      #expect(try here.text(of: "results/calls.csv") == "old")
      #expect(try here.names().count == 2)
    }
    #expect(try here.names() == ["results"])
    #expect(try here.text(of: "results/calls.csv") == "old")
  }

  @Test("Several files may be open at a time, and are listed as they end")
  func interleaved() throws {
    let here = try TemporaryFolder()
    var folder = try ResultFolder(replacing: here.path + "/results")
    var calls = try folder.makeFile("calls.csv")
    var truth = try folder.makeFile("truth.csv")
    // More than any buffer holds.
    for _ in 0..<20_000 {
      try calls.append("123456789\n")
      try truth.append("ab\n")
    }
    try folder.finish(&truth)
    try folder.finish(&calls)
    try folder.commit(manifest)
    let files = try Manifest.read(fromFolder: here.path + "/results").files
    #expect(files.map(\.path) == ["truth.csv", "calls.csv"])
    #expect(files.map(\.bytes) == [60_000, 200_000])
    #expect(
      files[1].sha256
        == SHA256.hexDigest(of: Array(String(repeating: "123456789\n", count: 20_000).utf8)))
  }

  @Test("An empty folder, a trailing slash and a link to results are taken as meant")
  func places() throws {
    let here = try TemporaryFolder()
    try here.makeFolder("empty")
    try write("a", to: here.path + "/empty/")
    #expect(try here.text(of: "empty/calls.csv") == "a")
    try FileManager.default.createSymbolicLink(atPath: here.path + "/link", withDestinationPath: "empty")
    try write("b", to: here.path + "/link")
    #expect(try here.text(of: "empty/calls.csv") == "b")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: here.path + "/link") == "empty")
    #expect(try here.names() == ["empty", "link"])
  }

  @Test("What is not ours is never replaced")
  func refused() throws {
    let here = try TemporaryFolder()
    try here.write("x", to: "file")
    try here.makeFolder("thesis")
    try here.write("x", to: "thesis/chapter1.md")
    try here.makeFolder("other")
    try here.write(#"{"program": "cargo", "files": []}"#, to: "other/manifest.json")
    try write("a", to: here.path + "/mixed")
    try here.write("x", to: "mixed/notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: here.path + "/dangling", withDestinationPath: "nowhere")
    let cases = [
      ("file", "is a file"), ("file/below", "Not a directory"), ("thesis", "no manifest.json of ours"),
      ("other", "not one of ours"), ("mixed", "also holds 'notes.txt'"),
      ("dangling", "symbolic link to nothing"),
    ]
    let before = try here.names()
    for (name, reason) in cases {
      let fault = fault(replacing: here.path + "/" + name)
      #expect(fault?.kind == .cannotCreate, "\(name)")
      #expect(fault?.reason.contains(reason) == true, "\(name): \(fault?.reason ?? "no fault")")
      #expect(fault?.path == here.path + "/" + name)
    }
    #expect(try here.names() == before)
    #expect(try here.names(in: "mixed") == ["calls.csv", "manifest.json", "notes.txt"])
  }

  @Test(
    "Places where no folder can be",
    arguments: [
      ("", "needs a name"), ("/", "cannot be replaced"), (".", "where you stand"), ("..", "where you stand"),
      ("/proc/nowhere", "No such file"), ("/dev/null", "is a file"), ("/dev/null/x", "Not a directory"),
      (String(repeating: "x", count: 300), "File name too long"),
    ])
  func impossible(path: String, reason: String) {
    let fault = fault(replacing: path)
    #expect(fault?.kind == .cannotCreate)
    #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "no fault")")
  }

  @Test(
    "A file that a user puts there during the run is not lost", arguments: ResultFolder.Replacement.allCases
  )
  func added(replacement: ResultFolder.Replacement) throws {
    let here = try TemporaryFolder()
    try write("old", to: here.path + "/results")
    var folder = try ResultFolder(replacing: here.path + "/results", by: replacement)
    try folder.write(Array("new".utf8), to: "calls.csv")
    try here.write("mine", to: "results/notes.txt")
    try folder.commit(manifest)
    #expect(try here.text(of: "results/notes.txt") == "mine")
    #expect(try here.text(of: "results/calls.csv") == "new")
    #expect(try here.names() == ["results"])
  }

  @Test("What killed runs left is put right, what living ones hold is not touched")
  func recovered() throws {
    let here = try TemporaryFolder()
    // No process has this number: Linux stops at 2^22, macOS at 99,999.
    let dead = Int32.max
    try write("old", to: here.path + "/results")
    try FileManager.default.moveItem(
      atPath: here.path + "/results", toPath: here.path + "/.results.replaced-\(dead)-x")
    try here.makeFolder(".results.partial-\(dead)-y")
    try here.makeFolder(".results.partial-1-z")
    try here.makeFolder(".results2.partial-\(dead)-y")
    ResultFolder.recover(here.path + "/results")
    #expect(try here.names() == [".results.partial-1-z", ".results2.partial-\(dead)-y", "results"])
    #expect(try here.text(of: "results/calls.csv") == "old")
    ResultFolder.recover(here.path + "/not/there")
    #expect(try here.names().count == 3)
  }

  #if os(Linux)
    @Test("A disk that is full breaks the run off, leaves the old folder and nothing beside it")
    func full() async throws {
      let here = try TemporaryFolder()
      try write("old", to: here.path + "/results")
      // A limit on the length of files stands for the limit of a disk: write fails in the same place.
      await #expect(processExitsWith: .exitCode(74)) { [path = here.path + "/results" as String] in
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
        do {
          var folder = try ResultFolder(replacing: path)
          try folder.write([UInt8](repeating: 0, count: 200_000), to: "calls.csv")
          try folder.commit(Manifest(commandLine: []))
        } catch {
          let expected = FileFault(.brokenOff, path + "/calls.csv", "File too large")
          exit(error as? FileFault == expected ? 74 : 1)
        }
      }
      // The exit in that process leaves no time to clean up; the next run does.
      #expect(try here.text(of: "results/calls.csv") == "old")
      try write("new", to: here.path + "/results")
      #expect(try here.names() == ["results"])
    }
  #endif

  @Test("A device without room is an input/output error")
  func noRoom() throws {
    var output = try ReplacedFile("/dev/full")
    try output.file.append("x")
    let fault = #expect(throws: FileFault.self) { try output.commit() }
    #expect(fault == FileFault(.brokenOff, "/dev/full", "No space left on device"))
  }
}

@Suite("Replaced file")
struct ReplacedFileTests {
  private func write(_ text: String, to path: String) throws {
    var output = try ReplacedFile(path)
    try output.file.append(text)
    try output.commit()
  }

  @Test("The old file stays until the new one is whole; permissions stay as they were")
  func replaced() throws {
    let here = try TemporaryFolder()
    let path = here.path + "/new/table.csv"
    try write("old", to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    do {
      var output = try ReplacedFile(path)
      try output.file.append("dropped")
      try output.file.flush()
      #expect(try here.text(of: "new/table.csv") == "old")
    }
    #expect(try here.names(in: "new") == ["table.csv"])
    try write("new", to: path)
    #expect(try here.text(of: "new/table.csv") == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
  }

  @Test("A link stays a link")
  func link() throws {
    let here = try TemporaryFolder()
    try here.write("old", to: "real")
    try FileManager.default.createSymbolicLink(atPath: here.path + "/link", withDestinationPath: "real")
    try write("new", to: here.path + "/link")
    #expect(try here.text(of: "real") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: here.path + "/link") == "real")
  }

  @Test("A device is written to, not replaced")
  func device() throws {
    try write("x", to: "/dev/null")
    #expect(
      try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        == .typeCharacterSpecial)
  }

  @Test(
    "Places where no file can be",
    arguments: [
      ("/tmp", "is a folder"), ("/tmp/", "names a folder"), ("x/", "names a folder"), ("", "needs a name"),
      ("/proc/nowhere", "No such file"), ("/dev/null/x", "Not a directory"),
    ])
  func impossible(path: String, reason: String) throws {
    let fault = #expect(throws: FileFault.self) { try write("x", to: path) }
    #expect(fault?.kind == .cannotCreate)
    #expect(fault?.reason.contains(reason) == true, "\(fault?.reason ?? "no fault")")
  }
}

@Suite("Input file")
struct InputFileTests {
  @Test("A file comes in pieces, whole and in order")
  func pieces() throws {
    let here = try TemporaryFolder()
    let text = String(repeating: "0123456789", count: 100_000)
    try here.write(text, to: "big")
    var input = try InputFile(here.path + "/big")
    var bytes: [UInt8] = []
    var count = 0
    while try input.read() {
      bytes += input.bytes
      count += 1
    }
    #expect(bytes == Array(text.utf8))
    #expect(count > 1)
    #expect(try !input.read())
  }

  @Test(
    "Missing, unreadable and folders",
    arguments: [
      ("/nowhere/at/all", "No such file or directory"), ("/tmp", "is a folder; expected a file"),
      ("", "No such file or directory"), ("/dev/null/x", "Not a directory"),
    ])
  func missing(path: String, reason: String) {
    let fault = #expect(throws: FileFault.self) { try InputFile.contents(of: path) }
    #expect(fault == FileFault(.noInput, path, reason))
  }

  @Test("A file that is too long to be what it should be is refused before memory is")
  func tooLong() {
    let fault = #expect(throws: FileFault.self) { try InputFile.contents(of: "/dev/zero", limit: 1 << 20) }
    #expect(fault?.kind == .badData)
    #expect(throws: Never.self) { try InputFile.contents(of: "/dev/null") }
  }

  @Test("Reading that fails on the way is an input/output error")
  func broken() {
    // Reading a process's memory from address 0, where nothing is mapped, fails with EIO.
    let fault = #expect(throws: FileFault.self) { try InputFile.contents(of: "/proc/self/mem") }
    #expect(fault?.kind == .brokenOff)
  }
}
