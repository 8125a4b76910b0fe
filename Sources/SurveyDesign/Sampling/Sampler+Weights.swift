extension Sampler {
  /// A frame whose weights are its own divided by the probabilities with which the design samples its practices.
  ///
  /// - Throws: `DesignFaults` when a weight would become too large for a frame.
  package func weighted(_ frame: Frame) throws -> Frame {
    let practices = zip(frame.practices, inclusionProbabilities).map { practice, probability in
      var practice = practice
      practice.weight /= max(probability, .ulpOfOne)
      return practice
    }
    return try Frame(
      practices, extraColumns: frame.extraColumns, absentColumns: frame.absentColumns.filter { $0 != .weight }
    )
  }
}
