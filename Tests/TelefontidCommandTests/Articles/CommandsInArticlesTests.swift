import Foundation
import Testing

@testable import TelefontidCommand
@testable import Terminal

/// Every command line that any page shows is understood.
@Suite("Commands in articles")
struct CommandsInArticlesTests {
  @Test("No option is unknown, missing or wrong", arguments: Article.all)
  func understood(article: Article) throws {
    // Words in capitals stand for something else.
    let lines = article.commandLines.filter { $0.firstMatch(of: #/\b[A-Z]{3,}\b|…/#) == nil }
    guard !lines.isEmpty else { return }
    // In an empty folder no file is found, so nothing is simulated.
    let sandbox = try CommandSandbox()
    for line in lines {
      let ending = try sandbox.shell("set -o pipefail; \(line)")
      let status = Terminal.ExitStatus(rawValue: ending.status)
      #expect([.done, .noInput].contains(status), "\(line)\n\(ending.error)")
    }
  }
}
