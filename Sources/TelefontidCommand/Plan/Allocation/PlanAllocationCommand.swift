import Surveys
import Terminal

/// `plan allocation`: how to divide a number of calls over slots or strata.
struct PlanAllocationCommand: Command {
  static let calls = Parameter<Int>.requiredOption(
    "calls", "N", "How many calls are made in all.", reading: .integer(in: 1...100_000))
  static let rates = Parameter<[NamedRate]?>.option(
    "rates", "[NAME=]RATE,...", "The shares not reached that are expected, one per slot or stratum.",
    reading: .list(of: .namedRate))
  static let from = Parameter<String?>.option(
    "from", "CALLS", "An earlier calls file to take the shares from, as estimate reads it.",
    reading: .inputFile)
  static let sizes = Parameter<[Int]?>.option(
    "sizes", "N,...", "How many practices each stratum has; they also weigh the strata.",
    reading: .list(of: .integer(in: 1...1_000_000)), absent: "all alike")
  static let practices = Parameter<Int?>.option(
    "practices", "N", "How many practices every slot has: the most calls it can take.",
    reading: .integer(in: 1...1_000_000), absent: "no limit")
  static let perPractice = Parameter<Int>.option(
    "per-practice", "K", "How many calls a practice may get within a slot or stratum.",
    reading: .integer(in: 1...1000), default: 1, shown: "1")
  static let costs = Parameter<[Double]?>.option(
    "costs", "COST,...", "What a call costs in each slot or stratum, such as minutes of work.",
    reading: .list(of: .number(in: 0.001...1_000_000)), absent: "all alike")
  static let target = Parameter<Double?>.option(
    "target", "RATE", "The greatest share that is still acceptable: counts verdicts that stay undecided.",
    reading: .probability)
  static let error = Parameter<Double>.option(
    "error", "RISK", "The risk of a wrong verdict, to either side.", reading: .errorRisk, default: 0.05,
    shown: "0.05")
  static let interval = Parameter<PlanMarginCommand.Method>.option(
    "interval", "METHOD", "The interval that the survey will print.", reading: .choice, default: .wilson,
    shown: "wilson")
  static let confidence = PlanMarginCommand.confidence

  static let spec = CommandSpec(
    name: "allocation", summary: "Divide the calls over slots or strata, and say what each division does.",
    discussion: """
      Equal gives every slot or stratum the same, proportional goes by the practices it has, Neyman makes the overall \
      share most precise, cost-optimal does so for the money, and minimax makes the widest interval as narrow as can be. \
      The shares expected are given with --rates or taken from an earlier survey with --from; a share of 0 seen there is \
      not taken at its word: half a call is added to either side.
      """,
    parameters: [
      calls.spec, rates.spec, from.spec, sizes.spec, practices.spec, perPractice.spec, costs.spec,
      target.spec,
      error.spec, interval.spec, confidence.spec,
    ] + PlanYield.specs + RealSurveyOptions.specs + PlanOutput.specs,
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

  let question: Question
  let options: RealSurveyOptions
  let output: PlanOutput

  init(_ arguments: inout Arguments) throws {
    let isFrameGiven = arguments.isGiven(RealSurveyOptions.frame)
    options = RealSurveyOptions(&arguments)
    question = Question(&arguments, by: options.by.first?.joined(separator: " × "))
    output = PlanOutput(&arguments)
    var faults = question.faults
    if question.file == nil, isFrameGiven {
      faults.append("'--frame' belongs to '--from'; with '--rates' give the practices with '--sizes'")
    }
    if options.by.count > 1 {
      faults.append("'--by' is given more than once; '--by A,B' crosses two columns")
    }
    if faults.isEmpty, question.file == nil { faults += question.impossibilities(question.givenGroups) }
    arguments.reject(faults)
  }

  func run(in context: Context) async throws {
    var groups = question.givenGroups
    if let file = question.file {
      try output.check(inputs: [FileUse(Self.from.spec, file)] + options.files)
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
  static let namedRate = ValueReader(expecting: "a fraction from 0 to 1, such as 0.05, or NAME=FRACTION") {
    text in
    if let rate = ValueReader<Double>.share.read(text) { return NamedRate(name: nil, rate: rate) }
    guard let assignment = ValueReader<Assignment>.assignment.read(text),
      let rate = ValueReader<Double>.share.read(assignment.value)
    else { return nil }
    return NamedRate(name: assignment.path, rate: rate)
  }
}
