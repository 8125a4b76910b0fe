import Surveys
import Terminal

/// `plan allocation`: how to divide a number of calls over slots or strata.
struct PlanAllocationCommand: Command {
  static let spec = CommandSpec(
    name: "allocation", summary: "Divide the calls over slots or strata, and say what each division does.",
    discussion: """
      Equal gives every slot or stratum the same, proportional goes by the practices it has, Neyman makes the overall \
      share most precise, cost-optimal does so for the money, and minimax makes the widest interval as narrow as can be. \
      The shares expected are given with --rates or taken from an earlier survey with --from; a share of 0 seen there is \
      not taken at its word: half a call is added to either side.
      """,
    examples: [
      .init(
        command:
          "telefontid plan allocation --calls 1200 --from scenarios/fieldwork/calls.csv --by slot --target 0.10",
        purpose: "The next survey, from what the last one saw:"),
      .init(
        command:
          "telefontid plan allocation --calls 90 --rates Aarhus=0.08,Randers=0.12,Viborg=0.05 --sizes 105,32,31",
        purpose: "Three strata of different sizes:"),
    ])

  @Options var question: Question
  @Options var output: PlanOutput

  private var options: RealSurveyOptions { question.options }

  func validate(_ faults: inout [String]) {
    var impossible = question.faults
    if question.file == nil, options.$frameFile.isGiven {
      impossible.append("'--frame' belongs to '--from'; with '--rates' give the practices with '--sizes'")
    }
    if options.by.count > 1 {
      impossible.append("'--by' is given more than once; '--by A,B' crosses two columns")
    }
    if impossible.isEmpty, question.file == nil {
      impossible += question.impossibilities(question.givenGroups)
    }
    faults += impossible
  }

  func run(in context: Context) async throws {
    try output.check(inputs: [question.$file.file] + options.files)
    var groups = question.givenGroups
    if let file = question.file {
      groups = try self.groups(of: file)
      let faults = question.impossibilities(groups)
      guard faults.isEmpty else { throw CommandError(.usage, faults.map { Fault($0) }) }
    }
    let plans = question.plans(groups)
    try output.deliver(
      PlanAllocationTables(question: question, groups: groups, plans: plans).answer, in: context)
  }

  /// The groups of an earlier survey, under the first definition of reached.
  private func groups(of file: String) throws -> [Group] {
    let survey = try RealSurvey(
      CallFiles(paths: [file]), options: options, frame: try options.readFrame(),
      codes: try options.readCodes())
    let groupings = try survey.groupings(options)
    guard let grouping = groupings.first(where: { $0.by != "pooled" }), let rule = survey.rules.first,
      let calls = survey.replications.first
    else { return [] }
    let analysis = survey.analysis()
    return analysis.rates(grouping, rule.definition, in: calls).map { rate in
      let (unreached, calls) = (Double(rate.estimate.unreached), Double(rate.estimate.calls))
      return Group(
        name: rate.group.isEmpty ? "(empty)" : rate.group, rate: (unreached + 0.5) / (calls + 1),
        size: question.practices ?? rate.population, cost: 1)
    }
  }
}

/// A share with the name of the slot or stratum that has it.
struct NamedRate: Equatable, Sendable {
  /// `nil` for one that is known by its place only.
  var name: String?
  var rate: Double
}

extension ValueReader where Value == NamedRate {
  /// `0.10` or `15:00-16:00=0.10`.
  static let namedRate = ValueReader(
    expecting: "a fraction from 0 to 1, such as 0.05 or 5%, or NAME=FRACTION"
  ) {
    text in
    if let rate = ValueReader<Double>.share.read(text) { return NamedRate(name: nil, rate: rate) }
    guard let assignment = ValueReader<Assignment>.assignment.read(text),
      let rate = ValueReader<Double>.share.read(assignment.value)
    else { return nil }
    return NamedRate(name: assignment.path, rate: rate)
  }
}
