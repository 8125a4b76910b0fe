import Foundation
import Testing

/// A page of documentation, and what it shows of the program.
struct Article: Sendable, CustomTestStringConvertible {
  /// The file, from the root of the repository.
  let path: String
  let text: String

  var testDescription: String { path }

  /// A page; without text if it is not there, so that whatever is looked for is missing.
  init(_ path: String) {
    self.path = path
    text =
      (try? String(contentsOf: CommandSandbox.repository.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  /// The page of that name among those of the command line.
  init(named name: String) {
    self.init("Sources/TelefontidCommand/TelefontidCommand.docc/\(name).md")
  }

  /// The README and every article of every module.
  static var all: [Article] {
    let sources = CommandSandbox.repository.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
    return [Article("README.md")]
      + files.filter { $0.hasSuffix(".md") }.sorted().map { Article("Sources/\($0)") }
  }

  /// The text between fences, without them.
  var blocks: [String] {
    var blocks: [String] = []
    var block: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = block {
          blocks.append(lines.joined(separator: "\n"))
          block = nil
        } else {
          block = []
        }
      } else {
        block?.append(line)
      }
    }
    return blocks
  }

  /// A command line of the page and the lines shown below it.
  struct Example: Sendable, CustomTestStringConvertible {
    /// What stands behind the program's name.
    var command: String
    /// Without empty lines, and without those that stand for what was left out.
    var lines: [String]

    var testDescription: String { command }
  }

  /// The blocks that show a command behind a prompt, and what it prints.
  var examples: [Example] {
    blocks.compactMap { block in
      let lines = block.split(separator: "\n").map(String.init)
      guard let first = lines.first, first.hasPrefix("$ telefontid ") else { return nil }
      return Example(command: String(first.dropFirst(13)), lines: lines.dropFirst().filter { $0 != "…" })
    }
  }

  /// The lines in blocks that begin with the program's name, without a prompt; long ones joined.
  var commandLines: [String] {
    blocks.flatMap {
      $0.replacingOccurrences(of: "\\\n", with: " ").split(separator: "\n").map(String.init)
    }.filter { $0.hasPrefix("telefontid ") }
  }
}

extension [String] {
  /// The first of the lines that is not among others in their order; `nil` if all are.
  func firstLine(missingFrom printed: String) -> String? {
    var rest = printed.split(separator: "\n").map(String.init)[...]
    for line in self {
      guard let place = rest.firstIndex(of: line) else { return line }
      rest = rest[(place + 1)...]
    }
    return nil
  }
}
