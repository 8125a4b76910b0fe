import SurveyDesign
import SurveyStatistics
import Terminal

extension PlanAllocationCommand {
  /// A way to divide the calls.
  enum Method: String, CaseIterable {
    case equal, proportional, neyman
    case costOptimal = "cost-optimal"
    case minimax

    /// Its name in a table.
    var title: String {
      switch self {
      case .equal: said("Equal", "Ligelig")
      case .proportional: said("Proportional", "Proportional")
      case .neyman: said("Neyman", "Neyman")
      case .costOptimal: said("Cost-optimal", "Billigst")
      case .minimax: said("Minimax", "Minimax")
      }
    }
  }

  /// A slot or a stratum.
  struct Group: Hashable, Sendable {
    var name: String
    /// The share not reached that is expected.
    var rate: Double
    /// How many practices it has; `nil` where it is not known.
    var size: Int?
    /// What a call costs, in the user's unit.
    var cost: Double
  }

  /// One division of the calls.
  struct Plan: Sendable {
    var method: Method
    /// One count per group.
    var calls: [Int]
  }

  /// What is asked: everything but the groups of an earlier survey and the answer.
  struct Question: OptionGroup {
    @Option("calls", "N", "How many calls are made in all.", reading: .integer(in: 1...100_000)) var calls:
      Int
    @Option(
      "rates", "[NAME=]RATE,...", "The shares not reached that are expected, one per slot or stratum.",
      reading: .list(of: .namedRate)) var rates: [NamedRate]?
    @Option(
      "from", "CALLS", "An earlier calls file to take the shares from, as estimate reads it.",
      reading: .inputFile) var file: String?
    @Option(
      "sizes", "N,...", "How many practices each stratum has; they also weigh the strata.",
      reading: .list(of: .integer(in: 1...1_000_000)), absent: "all alike") var sizes: [Int]?
    @Option(
      "practices", "N", "How many practices every slot has: the most calls it can take.",
      reading: .integer(in: 1...1_000_000), absent: "no limit") var practices: Int?
    @Option(
      "per-practice", "K", "How many calls a practice may get within a slot or stratum.",
      reading: .integer(in: 1...1000), default: 1) var perPractice: Int
    @Option(
      "costs", "COST,...", "What a call costs in each slot or stratum, such as minutes of work.",
      reading: .list(of: .number(in: 0.001...1_000_000)), absent: "all alike") var costs: [Double]?
    @Option(
      "target", "RATE", "The greatest share that is still acceptable: counts verdicts that stay undecided.",
      reading: .probability) var target: Double?
    @Option(.errorRisk) var error: Double
    @Option(
      "interval", "METHOD", "The interval that the survey will print.", reading: .choice, default: .wilson)
    var interval: PlanMarginCommand.Method
    @Option(.confidence("The confidence of the interval, two-sided.")) var confidence: Double
    @Options var yield: PlanYield
    @Options var options: RealSurveyOptions

    /// What groups without a name of their own are called.
    var by: String { options.by.first?.joined(separator: " × ") ?? "group" }

    /// What is wrong with the question whatever the groups are.
    var faults: [String] {
      var faults = yield.faults
      switch (rates, file) {
      case (nil, nil):
        faults.append(
          "'--rates' or '--from' is needed: the shares that are expected, or an earlier calls file to take them from"
        )
      case (.some, .some):
        faults.append("'--rates' and '--from' both say what to expect; give one of them")
      case (nil, .some), (.some, nil): break
      }
      if sizes != nil, practices != nil {
        faults.append("'--sizes' and '--practices' both say how many practices there are; give one of them")
      }
      if sizes != nil, file != nil {
        faults.append("'--sizes' goes with '--rates'; for '--from' give the practices with '--frame'")
      }
      return faults
    }

    /// The groups that the command line names.
    var givenGroups: [Group] {
      (rates ?? []).enumerated().map { place, rate in
        let size = sizes.flatMap { place < $0.count ? $0[place] : nil }
        return Group(
          name: rate.name ?? "\(by) \(place + 1)", rate: rate.rate, size: size ?? practices, cost: 1)
      }
    }

    /// Dividing more takes long: minimax looks at every group with every call.
    private static let mostSteps = 5_000_000

    /// What these groups make impossible, and what could be asked instead.
    func impossibilities(_ groups: [Group]) -> [String] {
      var faults: [String] = []
      for (name, count) in [("sizes", sizes?.count), ("costs", costs?.count)] {
        guard let count, count != groups.count else { continue }
        faults.append(
          "'--\(name)' has \(PlanText.count(count, "value")) for \(PlanText.count(groups.count, "group")) (\(listed(groups))); give one each"
        )
      }
      if groups.count < 2 {
        faults.append("there is only one group, which gets all calls; ask with two or more")
      } else if calls < groups.count {
        faults.append(
          "'--calls \(calls)' are fewer than the \(groups.count) groups, and each needs one; ask for \(2 * groups.count) or more"
        )
      }
      if calls.multipliedReportingOverflow(by: groups.count).partialValue > Self.mostSteps {
        faults.append(
          "'--calls \(calls)' over \(groups.count) groups are too many to divide one by one; ask for \(Self.mostSteps / groups.count) or fewer"
        )
      }
      let room = groups.reduce(0) { $0 + limit($1) }
      if calls > room {
        let practices = practices.map { "\($0) practices × \(groups.count) groups" } ?? "the practices"
        let each = perPractice == 1 ? "one call each" : "\(perPractice) calls each"
        faults.append(
          "'--calls \(calls)' are more than \(practices) can take with \(each), which is \(room); ask for \(room) or fewer, or raise '--per-practice'"
        )
      }
      if groups.allSatisfy({ $0.rate == 0 || $0.rate == 1 }) {
        faults.append(
          "'--rates' of 0 and 1 leave nothing to estimate, so every division is as good; ask with the shares that you think possible"
        )
      }
      return faults
    }

    private func listed(_ groups: [Group]) -> String {
      groups.prefix(3).map(\.name).joined(separator: ", ") + (groups.count > 3 ? ", …" : "")
    }

    /// The most calls that a group can take.
    func limit(_ group: Group) -> Int {
      group.size.map { min(calls, $0.multipliedReportingOverflow(by: perPractice).partialValue) } ?? calls
    }

    /// How many independent calls one that is made is worth.
    var worth: Double { (1 - yield.lost) / yield.variance }

    /// What a call costs in a group.
    func cost(_ place: Int) -> Double { costs.map { $0[place] } ?? 1 }

    /// How much a group weighs in the overall share.
    func weight(_ place: Int, _ groups: [Group]) -> Double {
      // Without all sizes none counts: a group of unknown size cannot be weighed against one of known size.
      let sizes = groups.compactMap(\.size)
      guard sizes.count == groups.count else { return 1 / Double(groups.count) }
      return Double(sizes[place]) / sizes.reduce(0.0) { $0 + Double($1) }
    }

    /// Every division that makes sense of these groups.
    func plans(_ groups: [Group]) -> [Plan] {
      let methods = Method.allCases.filter { $0 != .costOptimal || costs != nil }
      return methods.compactMap { method in division(method, groups).map { Plan(method: method, calls: $0) } }
    }

    private func division(_ method: Method, _ groups: [Group]) -> [Int]? {
      let limits = groups.map(limit)
      func spread(_ place: Int) -> Double {
        weight(place, groups) * (groups[place].rate * (1 - groups[place].rate)).squareRoot()
      }
      let measures: [Double]
      switch method {
      case .equal: measures = groups.map { _ in 1 }
      case .proportional: measures = groups.indices.map { weight($0, groups) }
      case .neyman: measures = groups.indices.map(spread)
      case .costOptimal: measures = groups.indices.map { spread($0) / cost($0).squareRoot() }
      case .minimax:
        return SlotAllocation.minimax(
          calls: calls, rates: groups.map(\.rate), limits: limits, method: interval.method,
          confidence: confidence, worth: worth)
      }
      return try? Allocation.counts(total: calls, sizes: limits, measures: measures)
    }
  }
}
