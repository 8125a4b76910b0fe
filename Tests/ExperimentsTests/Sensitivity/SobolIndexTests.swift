import Foundation
import Studies
import Testing

@testable import Experiments

/// Which part of a variance a parameter carries.
struct SobolIndexTests {
  /// Values of a function at the points that its indices are estimated from.
  private struct Sample {
    var a: [Double] = []
    var b: [Double] = []
    var exchanged: [[Double]]

    init(_ points: [[Double]], dimensions: Int, _ function: ([Double]) -> Double) {
      exchanged = .init(repeating: [], count: dimensions)
      for point in points {
        let (first, second) = (Array(point[..<dimensions]), Array(point[dimensions...]))
        a.append(function(first))
        b.append(function(second))
        for dimension in 0..<dimensions {
          var changed = first
          changed[dimension] = second[dimension]
          exchanged[dimension].append(function(changed))
        }
      }
    }

    func index(_ dimension: Int) throws -> SobolIndex {
      try #require(SobolIndex(a: a, b: b, exchanged: exchanged[dimension], seed: 1))
    }
  }

  /// Ishigami and Homma's function of three uniform numbers from −π to π, with a = 7 and b = 0.1.
  private static func ishigami(_ unit: [Double]) -> Double {
    let x = unit.map { -Double.pi + 2 * .pi * $0 }
    return sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])
  }

  /// SALib 1.5.1, `sobol.analyze(…, calc_second_order=False)["ST"]`, and NumPy's `1 - sum((fB - fAB)**2) / (2 * N * V)`, on 512
  /// rows of `scipy.stats.qmc.Sobol(6, scramble=False, bits=32).random(512) + 2**-33`.
  @Test func `on the same points the indices are SALib's and NumPy's`() throws {
    let columns = (0..<6).map { SobolPoints.integers(512, dimension: $0) }
    let points = (0..<512).map { row in columns.map { (Double($0[row]) + 0.5) * 0x1p-32 } }
    let sample = Sample(points, dimensions: 3, Self.ishigami)
    let totals = [0.5406471592169325, 0.4327386223970836, 0.23989112369167667]
    let firsts = [0.3052538504083754, 0.44355884250082656, 0.0012645053907950343]
    for dimension in 0..<3 {
      let index = try sample.index(dimension)
      #expect(abs(index.total - totals[dimension]) < 1e-9)
      #expect(abs(index.first - firsts[dimension]) < 1e-9)
    }
  }

  /// The exact parts are V₁ = ½(1 + bπ⁴/5)², V₂ = a²/8 and V₁₃ = b²π⁸(1/18 − 1/50), as Ishigami and Homma (1990) have them.
  ///
  /// The limits hold 95 % each; of 40 seeds × 6 limits at least 205 hold with probability above 0.9999 when they are right.
  @Test func `the limits hold the exact indices of Ishigami's function`() throws {
    let firsts = [0.31390519114781146, 0.4424111447900409, 0]
    let totals = [0.5575888552099592, 0.4424111447900409, 0.2436836640621477]
    var holding = 0
    for seed in 0..<40 {
      let sample = Sample(
        SobolPoints(count: 256, dimensions: 6, seed: UInt64(seed)).points, dimensions: 3, Self.ishigami)
      for dimension in 0..<3 {
        let index = try sample.index(dimension)
        if abs(index.first - firsts[dimension]) <= index.firstHalfWidth { holding += 1 }
        if abs(index.total - totals[dimension]) <= index.totalHalfWidth { holding += 1 }
      }
    }
    #expect(holding >= 205)
  }

  /// The function g is ∏ (|4xᵢ − 2| + aᵢ) / (1 + aᵢ) with a = 0, 1, 4.5, 9, 99, 99; its exact parts are Vᵢ = ⅓ / (1 + aᵢ)².
  @Test func `the limits hold the exact indices of Sobol's g`() throws {
    let parameters = [0, 1, 4.5, 9, 99, 99]
    let sample = Sample(SobolPoints(count: 2048, dimensions: 12, seed: 4).points, dimensions: 6) { point in
      zip(point, parameters).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
    let parts = parameters.map { 1 / 3 / pow(1 + $0, 2) }
    let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
    for (dimension, part) in parts.enumerated() {
      let index = try sample.index(dimension)
      let total = part * parts.reduce(1) { $0 * (1 + $1) } / (1 + part) / variance
      #expect(abs(index.total - total) <= 1.5 * index.totalHalfWidth)
      #expect(abs(index.first - part / variance) <= 1.5 * index.firstHalfWidth)
      #expect(index.totalHalfWidth < 0.06)
    }
  }

  @Test func `values that do not vary have no index`() {
    #expect(SobolIndex(a: [1, 1], b: [1, 1], exchanged: [1, 1], seed: 1) == nil)
    #expect(SobolIndex(a: [1], b: [2], exchanged: [2], seed: 1) == nil)
  }

  @Test func `an index below its limits or below the noise is not shown`() throws {
    var index = try #require(
      SobolIndex(a: [0, 1, 0, 1], b: [1, 0, 0, 1], exchanged: [0, 1, 0, 1], seed: 1))
    #expect(index.total == 0)
    #expect(!index.isShown(noise: 0))
    index.total = 0.3
    index.totalHalfWidth = 0.2
    #expect(index.isShown(noise: 0.05))
    #expect(!index.isShown(noise: 0.15))
    index.totalHalfWidth = 0.3
    #expect(!index.isShown(noise: 0.01))
  }
}
