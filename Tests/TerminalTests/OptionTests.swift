import Testing

@testable import Terminal

@Suite("Options as properties")
struct OptionTests {
  /// Options that two commands share.
  private struct Shared: OptionGroup {
    @Option("from", "DATE", "The first day.", reading: .text) var from: String?
    @Option("until", "DATE", "The last day.", reading: .text) var until: String?

    func validate(_ faults: inout [String]) {
      if let from, let until, until < from { faults.append("'--until' is before '--from'") }
    }
  }

  private struct Sampled: Command {
    @Argument("FILE", "The file.", reading: .inputFile) var file: String
    @Option("most", "N", "At most.", reading: .integer(in: 1...9), default: 3) var most: Int
    @Options var days: Shared
    @Flag("all", "Everything.") var isAll

    static let spec = CommandSpec(name: "sampled", summary: "Samples.")

    func validate(_ faults: inout [String]) {
      if isAll, $most.isGiven { faults.append("'--all' goes without '--most'") }
    }

    func run(in context: Context) async throws {}
  }

  private static func make(_ words: String) throws -> (Sampled, ParameterCollector) {
    let arguments = try ArgumentParser.parse(
      words.split(separator: " ").map(String.init), against: Sampled.parameters)
    let collector = ParameterCollector(arguments.texts)
    return (try Sampled(collector), collector)
  }

  @Test("Parameters stand in the order of the properties, a group's in its place")
  func order() {
    #expect(Sampled.parameters.map(\.typedName) == ["FILE", "--most", "--from", "--until", "--all"])
  }

  @Test("A property has what was given, else its default")
  func values() throws {
    let (given, _) = try Self.make("a.csv --most 4 --until 2026-09-02")
    #expect((given.file, given.most, given.days.from, given.days.until) == ("a.csv", 4, nil, "2026-09-02"))
    #expect(!given.isAll && given.$most.isGiven)
    let (plain, _) = try Self.make("--all -- -x")
    #expect((plain.file, plain.most) == ("-x", 3))
    #expect(plain.isAll && !plain.$most.isGiven)
  }

  @Test("Faults of groups and of the command are shown together")
  func faults() {
    let error = #expect(throws: CommandError.self) {
      try Self.make("a --all --most 1 --from 2026-09-02 --until 2026-09-01")
    }
    #expect(
      error?.faults.map(\.message) == ["'--until' is before '--from'", "'--all' goes without '--most'"])
  }

  @Test("What a command does not look at is known")
  func unread() throws {
    let (command, collector) = try Self.make("a")
    #expect(collector.entries.filter { !$0.isRead }.map(\.spec.typedName) == ["FILE", "--most", "--until"])
    _ = (command.file, command.most, command.days.until)
    #expect(collector.entries.filter { !$0.isRead }.isEmpty)
  }

  @Test("Two options of one name are a fault of the program")
  func twice() async {
    await #expect(processExitsWith: .failure) {
      let collector = ParameterCollector()
      let flag = ParameterSpec(form: .flag, name: "all", help: "")
      _ = (collector.enter(flag), collector.enter(flag))
    }
  }
}
