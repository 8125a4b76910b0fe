/// How the practices that are rung are chosen from the frame.
package enum SamplingDesign: Equatable, Sendable {
  /// Every practice.
  case census
  /// A number of practices, every such set with the same probability.
  case simpleRandom(count: Int)
  /// Simple random samples within the groups of a column.
  case stratified(StratifiedDesign)
  /// Practices at even distances in the frame, ordered by a column if one is named and then by number.
  case systematic(count: Int, orderedBy: String? = nil)
  /// Practices with probabilities proportional to a column of numbers, without replacement.
  case proportionalToSize(count: Int, column: String)
}

/// Independent simple random samples within strata.
package struct StratifiedDesign: Equatable, Sendable {
  /// The column whose values are the strata.
  package var column: String

  /// How many practices are sampled in all.
  package var count: Int

  /// How they are divided among the strata.
  package var division: Division

  /// The design with these particulars.
  package init(column: String = FrameColumn.stratum.rawValue, count: Int, division: Division = .proportional)
  {
    self.column = column
    self.count = count
    self.division = division
  }

  /// How a sample is divided among strata; see ``Allocation/counts(total:sizes:measures:)`` for the rounding.
  package enum Division: Equatable, Sendable {
    /// By the number of practices.
    case proportional
    /// The same number from each stratum, as far as it has so many.
    case equal
    /// By the number of practices times the standard deviation that is expected within each stratum, by its label.
    case neyman(standardDeviations: [String: Double])
  }
}

/// One practice of a sample.
package struct SampledPractice: Equatable, Sendable {
  /// The practice's place in the frame.
  package let practiceIndex: Int

  /// The probability with which the design samples this practice, above 0 and at most 1.
  package let inclusionProbability: Double

  /// How many practices of the frame this one stands for: 1 by its inclusion probability.
  package var weight: Double { 1 / inclusionProbability }
}

/// The practices that a design has chosen, in the order of the frame, each once.
package struct Sample: Equatable, Sendable {
  /// The practices, at least one, by their places in the frame.
  package let practices: [SampledPractice]

  /// The sampled practices as a frame of their own, whose weights are the frame's times those of the sample.
  ///
  /// - Throws: ``DesignFaults`` when a weight would become too large for a frame.
  package func frame(from frame: Frame) throws -> Frame {
    let chosen = practices.map { unit in
      var practice = frame.practices[unit.practiceIndex]
      practice.weight *= unit.weight
      return practice
    }
    return try Frame(chosen, extraColumns: frame.extraColumns, absentColumns: frame.absentColumns)
  }
}
