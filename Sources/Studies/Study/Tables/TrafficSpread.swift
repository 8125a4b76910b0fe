/// How patients' calls of one stretch of the day differ from replication to replication: exact sums, from which the Monte Carlo
/// errors of its means, shares and quantiles come.
struct TrafficSpread: Equatable, Sendable {
  /// Replications.
  var replications = 0
  /// By ``TrafficFigure/all``: the squares of the count, and its products with what it is divided by.
  var squares = [Int128](repeating: 0, count: TrafficFigure.all.count)
  var products = [Int128](repeating: 0, count: TrafficFigure.all.count)
  /// By ``TrafficBase/allCases``: the squares of what counts are divided by.
  var baseSquares = [Int128](repeating: 0, count: TrafficBase.allCases.count)
  /// By ``TrafficQuantile/allCases``: the quantiles of single replications.
  var quantiles = [RunningMoments](repeating: RunningMoments(), count: TrafficQuantile.allCases.count)

  /// Adds a replication.
  mutating func add(_ stretch: TrafficStretch) {
    replications += 1
    for (place, base) in TrafficBase.allCases.enumerated() {
      let count = Int128(base.count(stretch))
      baseSquares[place] &+= count &* count
    }
    for (place, figure) in TrafficFigure.all.enumerated() {
      let count = Int128(figure.count(stretch))
      squares[place] &+= count &* count
      products[place] &+= count &* Int128(figure.base.count(stretch))
    }
    for (place, quantile) in TrafficQuantile.allCases.enumerated() {
      if let wait = stretch.wait(quantile) { quantiles[place].add(wait) }
    }
  }

  /// Adds other replications.
  mutating func add(_ other: TrafficSpread) {
    replications += other.replications
    for place in squares.indices {
      squares[place] &+= other.squares[place]
      products[place] &+= other.products[place]
    }
    for place in baseSquares.indices { baseSquares[place] &+= other.baseSquares[place] }
    for place in quantiles.indices { quantiles[place].add(other.quantiles[place]) }
  }
}

extension MonteCarloMean {
  /// A figure of `traffic.csv`, of one region or several together.
  ///
  /// It is a ratio of sums over replications, *y* / *x*. Its standard error is that of a ratio estimator: with *e* = *y* − *R* *x* in
  /// each replication, √(Σ *n* *s*²(*e*)) / Σ*x*, where *s*² is the variance between the *n* replications of a region. Regions that are
  /// there stay there: how they differ is no Monte Carlo error.
  ///
  /// Source: Cochran (1977), Sampling Techniques, 3rd edition, section 6.4.
  ///
  /// - Parameters:
  ///   - place: Which of ``TrafficFigure/all``.
  ///   - regions: Each region's calls of all replications, and how replications differ.
  /// - Returns: `nil` where there is nothing to divide by.
  init?(traffic place: Int, _ regions: [(calls: TrafficStretch, spread: TrafficSpread)]) {
    let figure = TrafficFigure.all[place]
    let base = TrafficBase.allCases.firstIndex(of: figure.base) ?? 0
    let counts = regions.map { (y: figure.count($0.calls), x: figure.base.count($0.calls)) }
    let (whole, parts) = (counts.reduce(0) { $0 + $1.y }, counts.reduce(0) { $0 + $1.x })
    guard parts > 0 else { return nil }
    let ratio = Double(whole) / Double(parts)
    var square = 0.0 as Double?
    for (own, (_, spread)) in zip(counts, regions) {
      let count = spread.replications
      guard count > 1 else {
        square = nil
        break
      }
      let (y, x) = (Int128(own.y), Int128(own.x))
      let scatter =
        RunningMoments.scatter(count, spread.squares[place], y, y)
        - 2 * ratio * RunningMoments.scatter(count, spread.products[place], y, x)
        + ratio * ratio * RunningMoments.scatter(count, spread.baseSquares[base], x, x)
      square = square.map { $0 + max(scatter, 0) / Double(count - 1) }
    }
    self.init(
      value: ratio / figure.unit,
      standardError: square.map { $0.squareRoot() / Double(parts) / figure.unit })
  }

  /// A quantile of waits, of one region or several together.
  ///
  /// The standard error comes from the quantiles of single replications: their standard deviation over the root of their number. It is
  /// `nil` if they are not all known.
  init?(wait quantile: TrafficQuantile, _ regions: [(calls: TrafficStretch, spread: TrafficSpread)]) {
    var all = TrafficStretch()
    for region in regions { all += region.calls }
    guard let value = all.wait(quantile) else { return nil }
    let place = TrafficQuantile.allCases.firstIndex(of: quantile) ?? 0
    let known = regions.allSatisfy { $0.spread.quantiles[place].count == $0.spread.replications }
    let errors = regions.compactMap { MonteCarloMean($0.spread.quantiles[place]) }
    self.init(
      value: value, standardError: known ? MonteCarloMean(meanOf: errors)?.standardError : nil)
  }
}
