import SurveyDesign
import Testing

@testable import TelephoneAccess

/// Practices whose calls per patient and whose answerers differ.
@Suite("Practices differ")
struct DifferenceTests {
  /// Source: SciPy 1.17, `q = gamma.ppf((arange(n) + .5)/n, 1/cv**2); q/q.mean()`.
  @Test(
    "quantiles of the gamma law",
    arguments: [
      (
        0.38,
        [0.5604591748089155, 0.7802172683345231, 0.9629140615346901, 1.172258227012451, 1.5241512683094198]
      ),
      (1, [0.14578435573294748, 0.5131315935152865, 1.070831045224066, 2.2702530055277004]),
      (3, [1.3546552232329843e-06, 0.02669241753943029, 2.973306227805346]),
      (0.01, [0.9903362250611182, 0.9999792019373617, 1.0096845730015203]),
      (0.001, [0.9990326824649836, 0.9999997920212066, 1.0009675255138095]),
    ] as [(Double, [Double])])
  func quantiles(cv: Double, expected: [Double]) {
    let found = GammaQuantiles(cv: cv).midpoints(expected.count)
    for (found, expected) in zip(found, expected) {
      #expect(abs(found / expected - 1) < (cv < 0.005 ? 1e-9 : 1e-11), "\(found) and not \(expected)")
    }
  }

  @Test("a spread of nothing, and of next to nothing, leaves practices alike")
  func none() {
    #expect(GammaQuantiles(cv: 0).midpoints(3) == [1, 1, 1])
    #expect(GammaQuantiles(cv: 1e-9).midpoints(2) == [1, 1])
    #expect(GammaQuantiles(cv: 1).midpoints(0) == [])
  }

  private static func factors(cv: Double, seed: UInt64 = 1) throws -> [(gps: Int, factor: Double)] {
    var model = PopulationModel.lab
    model.callsCVBetweenPractices = cv
    let frame = try Population.lab(seed: seed, model).frame
    let column = try #require(frame.extraColumns.firstIndex(of: "calls_factor"))
    return try frame.practices.map { ($0.gps, try #require(Double($0.extra[column]))) }
  }

  @Test(
    "every region has the same spread, and every size of practice nearly the whole of it",
    arguments: 1...5 as ClosedRange<UInt64>)
  func spread(seed: UInt64) throws {
    let factors = try Self.factors(cv: 0.38, seed: seed)
    func moments(_ values: [Double]) -> (mean: Double, cv: Double) {
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (squares / Double(values.count)).squareRoot() / mean)
    }
    let all = moments(factors.map(\.factor))
    // Of a hundred quantiles the last is far from the tail: cv .3771 by SciPy.
    #expect(abs(all.mean - 1) < 1e-12 && abs(all.cv - 0.377) < 0.002, "\(all)")
    for gps in [1, 2, 5] {
      let one = moments(factors.filter { $0.gps == gps }.map(\.factor))
      #expect(abs(one.mean - 1) < 0.06 && abs(one.cv - 0.38) < 0.08, "\(gps): \(one)")
    }
    #expect(try Self.factors(cv: 0.38, seed: seed + 1).map(\.factor) != factors.map(\.factor))
  }

  @Test("calls grow with a power of the list, and with the practice's own factor")
  func demand() {
    var model = PopulationModel.lab
    #expect(model.demand(listedPatients: 4000).callsPerDay.isClose(to: 100))
    #expect(model.demand(listedPatients: 4000, factor: 1.5).callsPerDay.isClose(to: 150))
    model.callsListExponent = 0.5
    #expect(model.demand(listedPatients: 4000).callsPerDay.isClose(to: 50))
    #expect(model.demand(listedPatients: 1000).callsPerDay.isClose(to: 25))
  }

  /// 0.6 · 2 · 4^0.5 · 2.25^0.5 = 3.6 answerers: four in practices that stand at 0.4 or above, three in the others.
  @Test("answerers by the list, by pencil")
  func answerers() {
    var model = PopulationModel.lab
    model.staffing[1].answerersPer1000Listed = 2
    model.staffingScale = 0.6
    model.staffingListExponent = 0.5
    model.staffingCallsExponent = 0.5
    var traits = PracticeTraits(
      system: .queue, lines: 1, hasAcuteLine: false, lunch: nil, lastAnswer: nil, whenOff: [])
    traits.callsFactor = 2.25
    func answerers(_ place: Double, listed: Int = 4000, stretch: Int = 1) -> Int {
      traits.staffingPlace = place
      return model.answerers(in: stretch, of: traits, gps: 2, listedPatients: listed)
    }
    #expect(answerers(0.39) == 3 && answerers(0.41) == 4)
    // Fewer than the size has are no fewer: 0.6 · 2 · 0.25^0.5 · 1.5 is 0.9, and the stretch without a rate has two.
    #expect(answerers(0, listed: 250) == 1 && answerers(0.5, stretch: 0) == 2)
    model.staffing[0].answerersPer1000Listed = 2
    #expect(model.lines(of: traits, gps: 2, listedPatients: 4000) == 7)
  }

  @Test("fractions of an answerer are dealt out: all practices together have as many as they should")
  func fractions() throws {
    var model = PopulationModel.lab
    model.municipalities = [MunicipalityCount(name: "Nord", practices: 100)]
    model.practiceSizes = [SizeCount(gps: 2, practices: 100)]
    model.listSize = ListSizeModel(mean: 1000, cv: 0, smallest: 900, largest: 1100)
    model.staffing = [
      StaffingPeriod(from: .hour(8), to: .hour(16), answeredBy: .staff, answerers: BySize(1))
    ]
    model.lunches = []
    model.lastAnswers = []
    model.staffing[0].answerersPer1000Listed = 1.13
    let population = try Population.lab(seed: 3, model)
    let answerers = population.region.practices.map(\.telephone.timetable.mostAnswerers)
    #expect(answerers.reduce(0, +) == 226 && Set(answerers) == [2, 3])
    // Read back, the frame gives the same population.
    #expect(try Population.lab(seed: 3, model, frame: population.frame) == population)
  }

  @Test("offers to ring back are dealt to queues by quota, and a frame may state them")
  func callbacks() throws {
    var model = PopulationModel.lab
    model.callbackShare = BySize(steps: [.init(gps: 1, value: 0), .init(gps: 2, value: 0.5)])
    let population = try Population.lab(seed: 4, model)
    let offers = zip(population.frame.practices, population.region.practices).filter {
      $1.telephone.callback != nil
    }
    #expect(offers.allSatisfy { $0.gps >= 2 && $1.telephone.system == .queue })
    // Queues: 70 % of 30 and 90 % of 20 practices, 21 and 18; half of those 39 is 20 of 39 by the larger remainder.
    #expect(offers.count == 20 || offers.count == 19)
    #expect(try Population.lab(seed: 4, model, frame: population.frame) == population)
  }
}

extension Double {
  fileprivate func isClose(to other: Double) -> Bool { abs(self - other) < 1e-9 * abs(other) }
}
