import Testing

@testable import Terminal

/// Golden: these texts are our own output, read by a person and then pinned.
@Suite("Help text (golden)")
struct HelpTextTests {
  @Test("The help of a command at 72 columns")
  func command() async {
    let golden = """
      OVERVIEW: Says what it was given.

      A command for tests. It reads nothing and writes nothing but one line.

      It has two paragraphs.

      USAGE: telefontid survey FILE [OTHER ...] [--seed S]
             [--confidence LEVEL] [--rate RATE] [--slots N]
             [--set PATH=VALUE ...] [--by COLUMN] [--end HOW] [--all]
             [--output FILE] [--quiet]

      ARGUMENTS:
        FILE                    The file to read.
        OTHER ...               More files.

      OPTIONS:
        -s, --seed S            The seed of every random draw. (default: the
                                scenario's)
        --confidence LEVEL      The confidence of intervals. (default: 0.95)
        --rate RATE             A rate.
        --slots N               How many slots.
        --set PATH=VALUE ...    Sets a value.
        --by COLUMN             The columns of a crossing.
        --end HOW               How to end. (values: done, data, broken, bug,
                                interrupted; default: done)
        --all                   Everything.
        -o, --output FILE       The file to write.
        --language LANGUAGE     The language of what is printed; files stay as
                                they are. (values: da, en; default: that of
                                TELEFONTID_LANGUAGE, then of the locale)
        --force                 Let outputs replace files that were not
                                written by this program, or that were changed
                                since.
        -q, --quiet             Show no progress and no remarks; errors are
                                still shown.
        -h, --help              Show this help.
        --version               Show the version.

      EXAMPLES:
        Say it with a seed:
          telefontid survey a.csv --seed 7

      Files are named as they are typed.
      """
    #expect(await run(["survey", "--help"], columns: 72).output == golden + "\n")
  }

  @Test("The help of the program")
  func program() async {
    let golden = """
      OVERVIEW: A program for tests.

      USAGE: telefontid COMMAND [options]

      OPTIONS:
        -h, --help              Show this help.
        --version               Show the version.

      COMMANDS:
        survey                  Says what it was given.
        plan                    Plans.

      See 'telefontid help COMMAND' for the options of a command.
      A fault of the program? Please report it where you got it: the command line, its
      output and 'telefontid --version'.
      """
    #expect(await run(["--help"]).output == golden + "\n")
  }

  @Test("No line is longer than the window, whatever its width", arguments: [1, 40, 55, 80, 99, 100])
  func width(columns: Int) async {
    let help = await run(["survey", "--help"], columns: columns).output
    let longest = help.split(separator: "\n").map(\.count).max() ?? 0
    #expect(longest <= max(40, columns))
    #expect(longest > 20)
  }

  @Test("Help is never set wider than 100 columns")
  func widest() async {
    let wide = await run(["survey", "--help"], columns: 100_000).output
    #expect(wide == (await run(["survey", "--help"], columns: 100).output))
  }
}
