import Testing

@testable import Terminal

@Suite("Argument parser")
struct ArgumentParserTests {
  @Test(
    "Well-formed command lines are understood",
    arguments: [
      (["a.csv"], "a.csv; confidence 0.95"),
      (["a.csv", "--seed", "7"], "a.csv; seed 7; confidence 0.95"),
      (["--seed=7", "a.csv"], "a.csv; seed 7; confidence 0.95"),
      (["-s", "7", "a.csv"], "a.csv; seed 7; confidence 0.95"),
      (["-s=18446744073709551615", "a.csv"], "a.csv; seed 18446744073709551615; confidence 0.95"),
      (["a", "b", "--all", "c"], "a; b; c; confidence 0.95; all"),
      (["-", "-o", "-"], "-; confidence 0.95; to -"),
      (["--", "--seed"], "--seed; confidence 0.95"),
      (["a", "--", "-o", "--"], "a; -o; --; confidence 0.95"),
      (["a", "--set", "x.y=1", "--set=z=a=b"], "a; confidence 0.95; x.y is <1>; z is <a=b>"),
      (["a", "--set", "x="], "a; confidence 0.95; x is <>"),
      (["a", "--output=-x"], "a; confidence 0.95; to -x"),
      (["a", "--by", "slot,municipality"], "a; confidence 0.95; by slot and municipality"),
      (["a", "--rate", "1e-1", "--confidence", ".5"], "a; confidence 0.5; rate 0.1"),
      (["a", "--all", "--all"], "a; confidence 0.95; all"),
      (["a", "-q", "--quiet"], "a; confidence 0.95"),
    ])
  func understood(words: [String], line: String) async {
    let ending = await run(["survey"] + words)
    #expect(ending.status == .done)
    #expect(ending.output.split(separator: "\n").first.map(String.init) == line)
  }

  @Test(
    "Faulty command lines are refused with every fault at once",
    arguments: [
      ([], ["Missing expected argument 'FILE'"]),
      (["a", "--sead", "7"], ["Unknown option '--sead'. Did you mean '--seed'?"]),
      (["a", "-seed"], ["Unknown option '-seed'. Did you mean '--seed'?"]),
      (["a", "--conf", "7"], ["Unknown option '--conf'. Did you mean '--confidence'?"]),
      (["a", "--zzz"], ["Unknown option '--zzz'"]),
      (["a", "-x"], ["Unknown option '-x'"]),
      (["a", "--seed"], ["Missing value for '--seed S'"]),
      (["a", "--seed", "--all"], ["Missing value for '--seed S'"]),
      (["a", "--all=yes"], ["The flag '--all' takes no value"]),
      (["a", "--seed", "1", "-s", "2"], ["'--seed' is given more than once"]),
      (
        ["a", "--seed", "-1"],
        [
          "The value '-1' is invalid for '--seed S': expected a whole number from 0 to 18446744073709551615"
        ]
      ),
      (
        ["a", "--seed", "18446744073709551616"],
        [
          "The value '18446744073709551616' is invalid for '--seed S': "
            + "expected a whole number from 0 to 18446744073709551615"
        ]
      ),
      (
        ["a", "--rate", "nan"],
        ["The value 'nan' is invalid for '--rate RATE': expected a fraction from 0 to 1, such as 0.05"]
      ),
      (
        ["a", "--rate", "0,05", "--slots=25"],
        [
          "The value '0,05' is invalid for '--rate RATE': expected a fraction from 0 to 1, such as 0.05",
          "The value '25' is invalid for '--slots N': expected a whole number from 1 to 24",
        ]
      ),
      (
        ["a", "--confidence", "1"],
        [
          "The value '1' is invalid for '--confidence LEVEL': "
            + "expected a fraction above 0 and below 1, such as 0.95"
        ]
      ),
      (
        ["a", "--end", "dona"],
        [
          "The value 'dona' is invalid for '--end HOW': "
            + "expected one of done, data, broken, bug, interrupted. Did you mean 'done'?"
        ]
      ),
      (
        ["a", "--set", "=1"], ["The value '=1' is invalid for '--set PATH=VALUE': expected PATH=VALUE"]
      ),
      (
        ["a", "--by", "slot,"],
        [
          "The value 'slot,' is invalid for '--by COLUMN': "
            + "expected some text, or several with a comma between them"
        ]
      ),
      ([""], ["The value '' is invalid for 'FILE': expected the name of a file, or - for standard input"]),
      (
        ["--sead", "1", "--slots", "x", "--rate"],
        [
          "Unknown option '--sead'. Did you mean '--seed'?",
          "The value 'x' is invalid for '--slots N': expected a whole number from 1 to 24",
          "Missing value for '--rate RATE'",
        ]
      ),
      (
        ["a", "--rate", "0", "--slots", "1", "--by", "slot"],
        ["'--rate 0' cannot be seen in one slot", "'--by' needs more than one slot"]
      ),
      (
        ["a", "--by", "\u{1B}[31m,"],
        [
          "The value '\\u{1B}[31m,' is invalid for '--by COLUMN': "
            + "expected some text, or several with a comma between them"
        ]
      ),
    ] as [([String], [String])])
  func refused(words: [String], faults: [String]) async {
    let ending = await run(["survey"] + words)
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    let lines = ending.error.split(separator: "\n").map(String.init)
    #expect(lines.prefix(faults.count) == faults.map { "Error: \($0)" }[...])
    #expect(
      lines.dropFirst(faults.count).first?.hasPrefix("Usage: telefontid survey FILE [OTHER ...]") == true)
    #expect(lines.last == "See 'telefontid survey --help' for more information.")
    #expect(lines.count == faults.count + 2)
  }

  @Test("Unknown arguments are named")
  func unexpected() async {
    let one = await run(["plan", "forgetful", "x"])
    #expect(one.error.hasPrefix("Error: Unexpected argument 'x'\n"))
    let two = await run(["plan", "forgetful", "x", "y"])
    #expect(two.error.hasPrefix("Error: 2 unexpected arguments: 'x', 'y'\n"))
    #expect(two.status == .usage)
  }

  @Test("The manifest's command line holds what can change a result, in the order of declaration")
  func reproducible() async {
    let ending = await run(["survey", "--set", "b=2", "-q", "--seed=7", "x", "--set=a=1", "-o", "y"])
    #expect(ending.output.hasSuffix("\ntelefontid survey x --seed 7 --set b=2 --set a=1\n"))
    let dashed = await run(["survey", "--seed=7", "--", "-x"])
    #expect(dashed.output.hasSuffix("\ntelefontid survey --seed 7 -- -x\n"))
  }
}
