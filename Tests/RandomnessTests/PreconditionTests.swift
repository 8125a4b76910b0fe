import Randomness
import Testing

@Suite("Preconditions of the samplers")
struct PreconditionTests {
  @Test("an integer below 0 stops the program")
  func noInteger() async {
    await #expect(processExitsWith: .failure) {
      var generator = SplitMix64(state: 1)
      _ = generator.integer(below: 0)
    }
  }

  @Test("a sample larger than its population stops the program")
  func tooLargeSample() async {
    await #expect(processExitsWith: .failure) {
      var generator = SplitMix64(state: 1)
      _ = generator.sample(4, of: 3)
    }
  }

  @Test("a gamma shape of 0 stops the program")
  func noShape() async {
    await #expect(processExitsWith: .failure) {
      var generator = SplitMix64(state: 1)
      _ = generator.standardGamma(shape: 0)
    }
  }

  @Test("a Weibull shape that is no number stops the program")
  func noWeibullShape() async {
    await #expect(processExitsWith: .failure) {
      var generator = SplitMix64(state: 1)
      _ = generator.weibull(scale: 1, shape: .nan)
    }
  }

  @Test("a negative Poisson mean stops the program")
  func negativeMean() async {
    await #expect(processExitsWith: .failure) {
      var generator = SplitMix64(state: 1)
      _ = generator.poisson(mean: -1)
    }
  }

  @Test("an empty range stops the program")
  func emptyRange() async {
    await #expect(processExitsWith: .failure) {
      var generator = SplitMix64(state: 1)
      _ = generator.uniform(in: 1..<1)
    }
  }
}
