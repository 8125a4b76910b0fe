/// A practice's place in the region: where its telephone stands in every table of the event loop.
///
/// It is no number to count with, so that neither an instant nor a slot can be taken for it:
///
///     let practice = PracticePlace(3)
///     phones[practice].freeFrom = time
struct PracticePlace: BitwiseCopyable, Equatable {
  /// The position in the list of practices, from 0.
  let index: Int

  /// Creates the place of the practice at a position.
  @inline(__always)
  init(_ index: Int) { self.index = index }
}

/// What the event loop keeps once for each practice.
protocol PerPractice: BitwiseCopyable {}
