import Files
import Terminal

extension CommandGroup {
  /// Every command of the program, in the order in which help lists them: the order of a survey's life.
  static let telefontid: CommandGroup = {
    var program = commands
    program.advise = Advice.on
    return program
  }()

  private static let commands = CommandGroup(
    name: Program.name,
    summary: "Rehearse, plan and evaluate telephone access surveys of general practices.",
    entries: [
      .command(SimulateCommand.self),
      .command(MergeCommand.self),
      .group(.plan),
      .command(DrawCommand.self),
      .command(ProgressCommand.self),
      .command(JoinCommand.self),
      .command(EstimateCommand.self),
      .command(EvaluateCommand.self),
      .command(CompareCommand.self),
      .command(ReportCommand.self),
      .command(SweepCommand.self),
      .command(SensitivityCommand.self),
      .command(CalibrateCommand.self),
      .command(CheckCommand.self),
      .command(SchemaCommand.self),
      .command(ScenariosCommand.self),
      .command(InitCommand.self),
      .command(CompletionCommand.self),
      .command(ManualCommand.self),
    ])
}
