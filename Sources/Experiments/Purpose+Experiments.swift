internal import Randomness

/// What a stream of this module is for. The numbers are part of what a seed yields: never change or reuse one; those of Studies are
/// 300 and 303.
extension Purpose {
  /// The scrambling of points at which uncertain parameters are drawn.
  static let worldPoints = Purpose(rawValue: 301)
  /// The resampling that tells how far Sobol' indices can be trusted.
  static let indexBootstrap = Purpose(rawValue: 302)
}
