import Foundation
import TestSupport
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("No option is declared and ignored", .serialized)
struct OptionUseTests {
  /// Command lines that between them give every option of every command, in a folder that ``makeInputs(in:)`` has filled.
  static let lines = [
    "simulate @/eight.json --replications 2 --set survey.attempts=2 --jobs 1 --keep-calls all -o @/a",
    "simulate @/eight.json --replications 0-1 --seed 9 --precision 1 --resume --csv excel-da -o @/b",
    "simulate @/eight.json --replications 2 --regions 2 -o @/regions",
    "simulate @/eight.json --trace P001",
    "merge @/s0 @/s1 --replications 0-1 -o @/joined",
    "sweep @/eight.json --vary survey.attempts=1,2 --set survey.interviewers=3 --replications 2 --regions 2 --seed 9 --jobs 1 "
      + "--group all --csv excel-da -o @/sweep",
    "sweep @/eight.json --vary survey.attempts=1,2 --replications 3 --part 1/2 -o @/swept",
    "sweep @/eight.json --vary survey.attempts=1,2 --replications 3 --take @/swept --resume -o @/all",
    "sensitivity @/uncertain.json --worlds 8 --replications 2 --part 1/2 -o @/part",
    "sensitivity @/uncertain.json --worlds 8 --replications 2 --take @/part --resume --group all --jobs 1 -o @/whole",
    "sensitivity @/uncertain.json --worlds 4 --replications 2 --set survey.attempts=2 --seed 9 --calibrated @/targets.csv "
      + "--free telephone.queue_share --csv excel-da -o @/fitted",
    "calibrate @/eight.json --points @/points.csv --to @/targets.csv --free telephone.queue_share --set survey.attempts=2 --replications 2 "
      + "--regions 2 --evaluations 2 --seed 9 --jobs 1 -o @/fitted.json",
    "report @/f --language da --title T --svg @/figures --target 0.1 --error 0.1 --interval wald --confidence 0.9 "
      + "--least-calls 3 --baseline @/f/calls.csv -o @/report.html "
      + survey,
    "report @/s0 --practice P001 --scenario @/eight.json -o @/report.html",
    "report @/whole --sensitivity @/whole -o @/worlds.html",
    "check @/f/calls.csv --frame @/f/practices.csv --columns gps=gps --dispositions @/codes.csv --hours 08-16 "
      + "--hold-limit 1000 --today 2030-01-01 --unknown-codes @/unknown.csv",
    "check @/eight.json --set survey.attempts=2 --print", "check @/eight.json --inputs",
    "schema calls",
    "draw @/eight.json --set survey.attempts=2 --seed 2 --per-interviewer --csv excel-da -o @/lists/calls.csv",
    "draw --frame @/f/practices.csv --columns gps=gps --sample 40 --stratify gps --division equal --slots 08-12,12-16 "
      + "--slots-per-practice 2 --first-date 2026-09-01 --days 5 --except 2026-09-02 --interviewers 2 --language da "
      + "--pages @/pages.html --codes @/sheet.csv -o @/drawn.csv",
    "draw --frame @/f/practices.csv --sample 40 --reserves 0.2 --first-date 2026-09-01",
    "draw --frame @/f/practices.csv --sample 40 --systematic gps --first-date 2026-09-01",
    "draw --frame @/f/practices.csv --sample 40 --proportional-to gps --first-date 2026-09-01",
    "draw --frame @/f/practices.csv --slots 08-09,13-14 --first-date 2026-09-14 --round 2 --after @/filled.csv --rings all "
      + "--slot-rule other --reached person --attempts-in-all 3 --dispositions @/codes.csv",
    "join @/one.csv @/two.csv --plan @/f/calls.csv --csv excel-da -o @/put.csv " + list,
    "progress @/f/calls.csv --plan @/f/calls.csv --today 2030-01-01 --reached person --good 0.05 --bad 0.2 "
      + "--producer-risk 0.1 --consumer-risk 0.1 --figure @/progress.svg --language da --csv excel-da -o @/progress.csv "
      + list,
    "estimate @/f/calls.csv --interval wald --confidence 0.9 --estimand service --practices 420 --between-practices 0.1 "
      + "--total calls --bounds --partial-pooling --differences --differences-output @/differences.csv --waits --waits-output @/waits.csv --csv excel-da "
      + "-o @/estimates.csv " + survey,
    "estimate @/f/calls.csv --frame @/f/practices.csv --rake weight --fpc",
    "evaluate @/f/calls.csv --target 0.1 --frame @/f/practices.csv --rake weight",
    "compare @/f/calls.csv @/f/calls.csv --frame @/f/practices.csv --rake weight",
    "report @/f/calls.csv --frame @/f/practices.csv --rake weight -o @/raked.html",
    "plan allocation --calls 90 --from @/f/calls.csv --frame @/f/practices.csv --rake weight",
    "evaluate @/f/calls.csv --target 0.1 --error 0.1 --csv excel-da -o @/verdicts.csv " + survey,
    "compare @/f/calls.csv @/f/calls.csv --more-baseline @/other.csv --more-followup @/other.csv "
      + "--followup-frame @/f/practices.csv --confidence 0.9 --interval tango --test mcnemar-mid-p --change better "
      + "--margin 0.03 --error 0.1 --csv excel-da -o @/changes.csv " + survey,
    "plan margin --rate 0.1 --margin 0.05 --confidence 0.9 --estimand service --interval wald --assurance 0.9 "
      + "--practices 420 --slots 2 --between-practices 0.1 " + yield + plan,
    "plan power --rate 0.1 --alternative 0.3 --power 0.7 --error 0.1 --one-sided --allocation 2 --calls 50 "
      + "--practices 4200 " + rotation + plan,
    "plan power --rate 0.1 --alternative 0.3 --boschloo",
    "plan power --rate 0.1 --alternative 0.3 --paired --correlation 0.1 --overlap 0.5",
    "plan acceptance --good 0.05 --bad 0.2 --producer-risk 0.1 --consumer-risk 0.1 --practices 420 --double --lost 0.1"
      + plan,
    "plan acceptance --good 0.05 --bad 0.2 --calls 50 --accept 4",
    "plan acceptance --good 0.05 --bad 0.2 --design-effect 1.5",
    "plan verdict --target 0.1 --calls 100 --hours 2 --error 0.1 --rate 0.02 --power 0.7 --practices 4200 "
      + rotation
      + plan,
    "plan sequential --good 0.05 --bad 0.2 --producer-risk 0.1 --consumer-risk 0.1 --practices 420 --most 90 --lost 0.1 "
      + "--design-effect 1"
      + plan,
    "plan allocation --calls 90 --rates 0.1,0.2 --practices 420 --per-practice 2 --costs 1,2 --target 0.1 --error 0.1 "
      + "--interval wald --confidence 0.9 " + yield + plan,
    "plan allocation --calls 90 --rates 0.1,0.2 --sizes 60,70",
    "plan allocation --calls 90 --from @/f/calls.csv " + survey,
    "init frame --language da --csv excel-da -o @/frame.csv", "completion words simulate",
    "manual plan margin",
    "manual --list",
    "plan fieldwork @/eight.json --late 0.9 --days 2 --largest-team 2 --cost-per-hour 300 --replications 2 "
      + "--set survey.attempts=2 --seed 9 --jobs 1 --keep @/kept" + plan,
    "plan fieldwork @/eight.json --late 0.9 --replications 2 --part 1/2 --resume --keep @/team",
    "plan fieldwork @/eight.json --late 0.9 --replications 2 --take @/team",
    "plan compare-designs @/eight.json --calls 8 --slots-per-practice 1,2 --between 08-09,09-10 --target 0.3 "
      + "--replications 2 --regions 2 --set survey.attempts=2 --seed 9 --jobs 1 --keep @/compared" + plan,
    "plan compare-designs @/eight.json --replications 2 --part 1/2 --resume --keep @/designs",
    "plan compare-designs @/eight.json --replications 2 --take @/designs",
  ]
  private static let list = "--frame @/f/practices.csv --columns gps=gps --dispositions @/codes.csv"
  private static let survey =
    "\(list) --by slot --reached person --pool 08-10 --slots 08-10,10-16 --replication 0 --invalid left-out"
  private static let yield = "--design-effect 1.5 --lost 0.1"
  private static let rotation = "\(yield) --per-practice 2 --between-practices 0.1"
  private static let plan = " --csv excel-da -o @/plan.csv --svg @/plan.svg --language da"

  /// The command that the first words of a line name, and the words behind them.
  static func command(_ words: [String]) throws -> (
    name: String, type: any Command.Type, rest: [String]
  ) {
    var group = CommandGroup.telefontid
    for (place, word) in words.enumerated() {
      switch try #require(group.entry(named: word)) {
      case .group(let inner): group = inner
      case .command(let type):
        return (words[...place].joined(separator: " "), type, Array(words[(place + 1)...]))
      }
    }
    throw CommandError.usage("no command in \(words)")
  }

  /// Every command by its full name.
  static func commands(in group: CommandGroup, _ prefix: String = "") -> [String: any Command.Type] {
    group.entries.reduce(into: [:]) { commands, entry in
      switch entry {
      case .command(let type): commands[prefix + type.spec.name] = type
      case .group(let inner): commands.merge(Self.commands(in: inner, inner.name + " ")) { one, _ in one }
      }
    }
  }

  static func makeInputs(in place: borrowing CommandSandbox) throws {
    try place.write(EightPractices.scenario, to: "eight.json")
    try place.write(
      #"{ extends: "eight.json", provenance: { "patients.most_redials": { basis: "assumed", source: "x", range: [4, 12] } } }"#,
      to: "uncertain.json")
    let ending = try place.shell(
      """
      set -e
      cp -r "$REPOSITORY/scenarios/fieldwork" f
      telefontid simulate eight.json --replications 0-0 -o s0 -q > /dev/null
      telefontid simulate eight.json --replications 1-1 -o s1 -q > /dev/null
      printf 'code,disposition\\nx,busy\\n' > codes.csv
      printf 'definition,by,group,statistic,target,tolerance,source\\nagreement,all,all,not-reached,0.3,0.1,here\\n' > targets.csv
      (head -1 f/calls.csv; sed -n '2~2p' f/calls.csv) > one.csv; (head -1 f/calls.csv; sed -n '3~2p' f/calls.csv) > two.csv
      telefontid draw --frame f/practices.csv --slots 08-09,13-14 --first-date 2026-09-01 --days 5 -o drawn-1.csv > /dev/null
      awk -F, -v OFS=, 'NR > 1 { $8 = "x" } { print }' drawn-1.csv > filled.csv
      sed -n '1,3p' one.csv | sed 's/P0/Q0/' > other.csv
      """)
    try #require(ending.status == 0, "\(ending.error)")
  }

  @Test("Every option of every command is in a command line here, and the command looks at it")
  func everyOption() async throws {
    let place = try CommandSandbox()
    try Self.makeInputs(in: place)
    var read: [String: Set<String>] = [:]
    for line in Self.lines {
      let words = line.replacing("@", with: place.folder.path).split(separator: " ").map(String.init)
      let (name, type, rest) = try Self.command(words)
      // A file on standard output is the process's own: that --json is looked at is tested with the built program.
      if type.parameters.contains(where: { $0.typedName == "--json" }) {
        read[name, default: []].insert("--json")
      }
      let arguments = try ArgumentParser.parse(rest, against: type.parameters + StandardParameters.all)
      let collector = ParameterCollector(arguments.texts)
      let silent = Console(output: .capture(.init()), error: .capture(.init()))
      do {
        let command = try type.init(collector)
        try await command.run(in: Context(console: silent, isQuiet: true, commandLine: ["telefontid"]))
      } catch {
        Issue.record("\(line): \(CommandError(error).faults.map(\.message))")
      }
      // Given and looked at: an option that is only looked at may do nothing.
      let given = collector.entries.filter { $0.isRead && $0.texts != nil }
      read[name, default: []].formUnion(given.map(\.spec.typedName))
    }
    for (name, type) in Self.commands(in: .telefontid) {
      let unread = type.parameters.map(\.typedName).filter { !read[name, default: []].contains($0) }
      #expect(unread.isEmpty, "\(name)")
    }
  }
}
