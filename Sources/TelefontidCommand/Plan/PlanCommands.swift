import Terminal

extension CommandGroup {
  /// The questions that come before a survey, in the order in which planners ask them.
  static let plan = CommandGroup(
    name: "plan",
    summary: "Say how many calls a question takes, and what so many calls can show.",
    discussion: """
      The question that comes before every survey. Each answer is a table, a CSV file with -o, and says what it assumed; a \
      question without an answer is refused with what could be asked instead. Rates are shares not reached, as \
      fractions: 0.10.
      """,
    entries: [
      .command(PlanMarginCommand.self),
      .command(PlanPowerCommand.self),
      .command(PlanAcceptanceCommand.self),
      .command(PlanVerdictCommand.self),
      .command(PlanSequentialCommand.self),
      .command(PlanAllocationCommand.self),
      .command(PlanFieldworkCommand.self),
      .command(PlanCompareDesignsCommand.self),
    ])
}
