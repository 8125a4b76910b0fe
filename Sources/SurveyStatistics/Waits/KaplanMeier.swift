/// The share of callers who still wait after a time, where some waits ended before an answer: Kaplan and Meier's estimate.
///
/// Who hangs up at a limit waited at least so long: the wait is censored, and neither left out nor taken for an answer. At the same
/// time answers come before censored waits.
///
/// ```swift
/// let curve = KaplanMeier([.init(wait: 30, isAnswered: true), .init(wait: 900, isAnswered: false)])
/// curve?.waiting(after: 60).value  // 0.5: one of two still waits
/// curve?.quantile(0.5).value  // 465: the middle of 30 to 900, where the curve is level
/// ```
///
/// It is R's `survfit` with `conf.type = "log-log"`: with Greenwood's variance where every observation stands for itself, and with
/// the infinitesimal jackknife of `robust = TRUE, cluster =` where observations come in clusters or have weights.
///
/// Sources: Kaplan and Meier (1958), JASA 53, 457–481; Kalbfleisch and Prentice (1980), The Statistical Analysis of Failure Time Data, section
/// 1.3, for limits on the scale log(−log S); Brookmeyer and Crowley (1982), Biometrics 38, 29–41, for limits of quantiles.
package struct KaplanMeier: Equatable, Sendable {
  /// One wait.
  package struct Observation: Equatable, Sendable {
    /// How long, 0 or more and finite.
    package var wait: Double
    /// Whether it ended with an answer.
    package var isAnswered: Bool
    /// How much it counts, above 0.
    package var weight: Double
    /// Whose it is: observations of one cluster hang together.
    package var cluster: Int

    /// Creates an observation.
    package init(wait: Double, isAnswered: Bool, weight: Double = 1, cluster: Int = 0) {
      self.wait = wait
      self.isAnswered = isAnswered
      self.weight = weight
      self.cluster = cluster
    }
  }

  /// Where the variance comes from.
  package enum Variance: Equatable, Sendable {
    /// Greenwood's: every observation stands for itself.
    case greenwood
    /// The infinitesimal jackknife, clusters as wholes.
    case clusters
  }

  /// The curve from one time of answers on.
  struct Step: Hashable, Sendable {
    var wait: Double
    /// The share that still waits.
    var waiting: Double
    /// The standard error of the logarithm of that share; infinite where none waits.
    var logError: Double
  }

  /// The curve from each time of answers on, in order.
  let steps: [Step]
  /// The longest wait, answered or not.
  let longest: Double
  private let confidence: Double

  /// Estimates the curve; `nil` without an observation.
  ///
  /// - Parameters:
  ///   - observations: The waits, in any order.
  ///   - variance: Where the variance comes from.
  ///   - confidence: The confidence of limits, two-sided, above 0 and below 1.
  /// - Complexity: O(*n* log *n*) for *n* observations.
  package init?(
    _ observations: [Observation], variance: Variance = .greenwood,
    confidence: Double = ConfidenceLevel.usual
  ) {
    precondition(observations.allSatisfy { $0.wait >= 0 && $0.wait.isFinite && $0.weight > 0 }, "a wait")
    let sorted = observations.sorted { $0.wait < $1.wait }
    guard let last = sorted.last else { return nil }
    longest = last.wait
    self.confidence = confidence
    var steps: [Step] = []
    var waiting = 1.0
    var spread = variance == .clusters ? ClusterSpread(sorted) : nil
    var greenwood = 0.0
    var atRisk = sorted.reduce(into: CompensatedSum()) { $0.add($1.weight) }
    var place = 0
    while place < sorted.count {
      let wait = sorted[place].wait
      let end = sorted[place...].firstIndex { $0.wait > wait } ?? sorted.count
      let tied = sorted[place..<end]
      let answers = tied.reduce(0) { $0 + ($1.isAnswered ? $1.weight : 0) }
      // The last who wait are all that is left, whatever sums have been rounded to.
      let isLast = end == sorted.count && tied.allSatisfy(\.isAnswered)
      let risk = atRisk.value
      let left = isLast ? 0 : risk - answers
      if answers > 0 {
        waiting *= left / risk
        greenwood += answers / (risk * left)
        spread?.pass(risk: risk, answers: answers, left: left)
      }
      for observation in tied {
        spread?.leave(observation, left: left)
        atRisk.add(-observation.weight)
      }
      if answers > 0 {
        let squares = spread?.squares ?? greenwood
        steps.append(
          Step(wait: wait, waiting: waiting, logError: left > 0 ? squares.squareRoot() : .infinity))
      }
      place = end
    }
    self.steps = steps
  }

  /// A number and its limits, each `nil` where it is not known.
  package struct Estimate: Equatable, Sendable {
    /// The number.
    package var value: Double?
    /// The lower limit.
    package var lower: Double?
    /// The upper limit.
    package var upper: Double?

    /// Creates an estimate; nothing is known unless it is given.
    package init(value: Double? = nil, lower: Double? = nil, upper: Double? = nil) {
      (self.value, self.lower, self.upper) = (value, lower, upper)
    }
  }

  /// The share that still waits after a time, with its limits; nothing is known beyond the longest wait, unless all are answered by then.
  ///
  /// There are no limits while all wait and once none does.
  package func waiting(after wait: Double) -> Estimate {
    guard wait <= longest || steps.last?.waiting == 0 else { return Estimate() }
    guard let step = steps.last(where: { $0.wait <= wait }) else { return Estimate(value: 1) }
    let limits = self.limits(of: step)
    return Estimate(value: step.waiting, lower: limits?.lower, upper: limits?.upper)
  }

  /// The wait within which a share of callers is answered, with Brookmeyer and Crowley's limits: where the limits of the curve cross.
  ///
  /// Where the curve is level at that share, it is the middle of the level. The wait is `nil` where fewer are known to be answered; a limit
  /// may be known all the same.
  package func quantile(_ share: Double) -> Estimate {
    let limits = steps.map { self.limits(of: $0) }
    return Estimate(
      value: crossing(share, steps.map(\.waiting)), lower: crossing(share, limits.map { $0?.lower }),
      upper: crossing(share, limits.map { $0?.upper }))
  }

  /// The same quantile without its limits, which take most of the time.
  ///
  /// The curve itself falls at each of its steps, so that none has to be looked for twice.
  ///
  /// - Complexity: O(*s*) for *s* steps.
  package func quantileValue(_ share: Double) -> Double? {
    func wait(of place: Int?) -> Double? { place.map { steps[$0].wait } }
    guard let last = steps.last, 1 - last.waiting >= share,
      let first = wait(of: steps.firstIndex { 1 - $0.waiting + Self.tolerance >= share })
    else { return nil }
    if abs(share - (1 - last.waiting)) < Self.tolerance { return (first + longest) / 2 }
    return wait(of: steps.firstIndex { 1 - $0.waiting - Self.tolerance >= share }).map { (first + $0) / 2 }
  }

  /// The limits on the scale log(−log S).
  private func limits(of step: Step) -> ConfidenceInterval? {
    guard step.waiting > 0, step.waiting < 1 else { return nil }
    let logarithm = log(step.waiting)
    let reach = Normal.quantile(upperTail: 0.5 * (1 - confidence)) * step.logError / logarithm
    let centre = log(-logarithm)
    return ConfidenceInterval(lower: exp(-exp(centre - reach)), upper: exp(-exp(centre + reach)))
  }

  /// When a curve of the share still waiting, by ``steps``, comes down to a share answered: R's `quantile.survfit`.
  private func crossing(_ share: Double, _ curve: [Double?]) -> Double? {
    var points: [(wait: Double, answered: Double?)] = [(0, 0)]
    var seen: Set<Double?> = [0]
    for (step, waiting) in zip(steps, curve) {
      let answered = waiting.map { 1 - $0 }
      if seen.insert(answered).inserted { points.append((step.wait, answered)) }
    }
    var known = points.compactMap { point in point.answered.map { (wait: point.wait, answered: $0) } }
    // Limits need not go down all the way.
    known.sort { $0.answered < $1.answered }
    guard let most = known.last, most.answered >= share,
      let first = known.first(where: { $0.answered + Self.tolerance >= share })
    else { return nil }
    if let last = points.last?.answered, abs(share - last) < Self.tolerance {
      return (first.wait + longest) / 2
    }
    guard let second = known.first(where: { $0.answered - Self.tolerance >= share }) else { return nil }
    return (first.wait + second.wait) / 2
  }

  /// So near a share counts as equal: R's, the root of the distance between 1 and the next number.
  private static let tolerance = 0x1p-26
}

/// What clusters add to the variance of a curve: the squares of their influence on its logarithm, kept up to date as callers leave.
///
/// A cluster's influence at a time is *D* − *H* *R*: *R* is what of it still waits; *H* = Σ *d* / (*n* (*n* − *d*)) over the times so far,
/// of *d* answers among *n* who wait; and *D* is what its answers and those who left have added.
private struct ClusterSpread {
  private var risk: [Double] = []
  private var done: [Double] = []
  private var clusters: [Int: Int] = [:]
  private var hazard = 0.0
  /// Σ *D*², Σ *D* *R* and Σ *R*².
  private var doneDone = CompensatedSum()
  private var doneRisk = CompensatedSum()
  private var riskRisk = CompensatedSum()

  init(_ observations: [KaplanMeier.Observation]) {
    for observation in observations {
      let place = clusters[observation.cluster, default: risk.count]
      if place == risk.count {
        clusters[observation.cluster] = place
        risk.append(0)
      }
      risk[place] += observation.weight
    }
    done = .init(repeating: 0, count: risk.count)
    for weight in risk { riskRisk.add(weight * weight) }
  }

  /// Passes a time of answers.
  mutating func pass(risk: Double, answers: Double, left: Double) {
    if left > 0 { hazard += answers / (risk * left) }
  }

  /// Takes one out who was at risk until then.
  mutating func leave(_ observation: KaplanMeier.Observation, left: Double) {
    guard let place = clusters[observation.cluster] else { return }
    let (risk, done) = (risk[place], done[place])
    let answer = observation.isAnswered && left > 0 ? 1 / left : 0
    let (newRisk, newDone) = (
      risk - observation.weight, done + observation.weight * (answer - hazard)
    )
    doneDone.add(newDone * newDone - done * done)
    doneRisk.add(newDone * newRisk - done * risk)
    riskRisk.add(newRisk * newRisk - risk * risk)
    (self.risk[place], self.done[place]) = (newRisk, newDone)
  }

  /// The sum of squares of all influences; 0 where nothing is left of it but rounding, as of a single cluster.
  var squares: Double {
    let (least, most) = (doneDone.value, hazard * hazard * riskRisk.value)
    let squares = least - 2 * hazard * doneRisk.value + most
    return squares > Self.rounding * (least + most) ? squares : 0
  }

  /// What is less than this beside its parts is rounding.
  private static let rounding = 1e-14
}
