import SurveyDesign
import Testing

@testable import TelephoneAccess

@Suite("Traits are dealt by quota, not by lot")
struct QuotaTests {
  /// Region Midtjylland's shares, last answers and off states, on 420 practices.
  private static let midtjylland: PopulationModel = {
    var model = PopulationModel.lab
    model.municipalities = [MunicipalityCount(name: "Nord", practices: 420)]
    model.practiceSizes = [(1, 190), (2, 118), (3, 63), (4, 29), (5, 20)].map {
      SizeCount(gps: $0.0, practices: $0.1)
    }
    model.whenOff = [
      OffShares(from: .hour(8), to: .hour(15), shares: states(0.74, 0.12, 0.08, 0.03, 0.03)),
      OffShares(from: .hour(15), to: .hour(16), shares: states(0.714, 0.12, 0.08, 0.043, 0.043)),
    ]
    return model
  }()

  private static func states(_ shares: Double...) -> [OffShares.StateShare] {
    zip([OffState.referralMessage, .forwarding, .acuteLine, .messageWithoutReferral, .ringsOut], shares)
      .map { .init(state: $0, share: $1) }
  }

  private static func traits(_ model: PopulationModel, seed: UInt64) throws -> [PracticeTraits] {
    let population = try Population.lab(seed: seed, model)
    return try population.frame.practices.map { practice in
      var traits = PracticeTraits(
        system: .queue, lines: 1, hasAcuteLine: false, lunch: nil, lastAnswer: nil,
        whenOff: .init(repeating: .referralMessage, count: model.whenOff.count))
      for column in TraitColumn.all(in: model) {
        let place = try #require(population.frame.extraColumns.firstIndex(of: column.rawValue))
        #expect(
          traits.set(column, to: practice.extra[place]) == nil || column == .cluster || column == .partner)
      }
      return traits
    }
  }

  /// Largest remainders by hand; 0.0688 · 420 = 28.9.
  @Test("whole numbers for shares, by pencil")
  func counts() {
    #expect(Quota.counts([0.0688], of: 420) == [29])
    // 310.8, 50.4, 33.6, 12.6, 12.6: 417 whole ones, and three more for .8, .6 and the first of the two other .6.
    #expect(Quota.counts([0.74, 0.12, 0.08, 0.03, 0.03], of: 420) == [311, 50, 34, 13, 12])
    #expect(Quota.counts([1, 0], of: 7) == [7, 0])
    #expect(Quota.counts([0.5, 0.5], of: 1) == [1, 0])
    #expect(Quota.counts([0.1, 0.2], of: 0) == [0, 0])
    #expect(Quota.counts([0.29, 0.71], of: 100) == [29, 71])
    #expect(Quota.counts([1.0 / 3, 1.0 / 3, 1.0 / 3], of: 100) == [34, 33, 33])
  }

  @Test(
    "in every region as many practices have a trait as its share says",
    arguments: 1...40 as ClosedRange<UInt64>)
  func everyRegion(seed: UInt64) throws {
    let traits = try Self.traits(Self.midtjylland, seed: seed)
    for (hour, count) in [(12, 63), (13, 105), (14, 84), (15, 84), (16, 84)] {
      #expect(traits.count { $0.lastAnswer == .hour(hour) } == count)
    }
    for (state, counts) in [
      (OffState.referralMessage, [311, 300]), (.forwarding, [50, 50]), (.acuteLine, [34, 34]),
      (.messageWithoutReferral, [13, 18]), (.ringsOut, [12, 18]),
    ] {
      for stretch in 0...1 { #expect(traits.count { $0.whenOff[stretch] == state } == counts[stretch]) }
    }
    #expect(traits.count { $0.lunch != nil } == 252)
    #expect(traits.count(where: \.hasAcuteLine) == 210)
    // 0.45 · 190 = 85.5, 0.7 · 181 = 126.7, 0.9 · 49 = 44.1.
    #expect(traits.count { $0.system == .queue } == 86 + 127 + 44)
    // What belongs to a practice stays with it: 18 − 13 and 18 − 12 change state from one stretch to the next.
    #expect(traits.count { $0.whenOff[0] != $0.whenOff[1] } == 11)
    #expect(traits.allSatisfy { $0.hasAcuteLine || !$0.givesAcuteLine })
  }

  @Test("jointly too, within last answer, state and size, a practice or so apart")
  func jointly() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      let population = try Population.lab(seed: seed, Self.midtjylland)
      let traits = try Self.traits(Self.midtjylland, seed: seed)
      let all = zip(population.frame.practices.map(\.gps), traits)
      for hour in 12...16 {
        let late = all.filter { $0.1.lastAnswer == .hour(hour) }
        for (state, share) in [
          (OffState.referralMessage, 300.0), (.forwarding, 50), (.messageWithoutReferral, 18),
        ] {
          let count = Double(late.count { $0.1.whenOff[1] == state })
          #expect(abs(count - share / 420 * Double(late.count)) < 2, "\(seed) \(hour) \(state) \(count)")
        }
        for (gps, practices) in [(1, 190.0), (2, 118), (3, 63), (4, 29), (5, 20)] {
          let ofSize = late.filter { $0.0 == gps }
          #expect(abs(Double(ofSize.count) - practices * Double(late.count) / 420) < 2)
          let expected = 300 / 420 * Double(ofSize.count)
          #expect(abs(Double(ofSize.count { $0.1.whenOff[1] == .referralMessage }) - expected) < 3)
        }
      }
    }
  }

  /// Every practice is as likely as any other to have a trait: over regions that differ, the shares hold for each.
  @Test("which practices they are is chance")
  func chance() throws {
    var found = [Int](repeating: 0, count: 100)
    var lateShort = found
    for seed in 1...200 as ClosedRange<UInt64> {
      for (place, traits) in try Self.traits(.lab, seed: seed).enumerated() {
        found[place] += traits.whenOff[0] == .forwarding ? 1 : 0
        lateShort[place] += traits.lastAnswer == .hour(12) ? 1 : 0
      }
    }
    // Binomial: 0.2 and 0.15 of 200. Four and a half standard errors; 200 looks, a chance of 0.0014 that a correct program fails.
    for place in 0..<100 {
      #expect(abs(Double(found[place]) - 40) < 4.5 * 5.66, "\(place) \(found[place])")
      #expect(abs(Double(lateShort[place]) - 30) < 4.5 * 5.05, "\(place) \(lateShort[place])")
    }
  }

  @Test("a share that is moved moves so many practices and no more")
  func moved() throws {
    func changes(_ change: (inout PopulationModel) -> Void, _ trait: (PracticeTraits) -> AnyHashable) throws
      -> [Int]
    {
      var model = Self.midtjylland
      change(&model)
      return try (1...10 as ClosedRange<UInt64>).map { seed in
        zip(try Self.traits(Self.midtjylland, seed: seed), try Self.traits(model, seed: seed))
          .count { trait($0) != trait($1) }
      }
    }
    // 18 + 18 practices of 15 to 16, of which 13 + 12 are so all day, name a substitute.
    #expect(
      try changes({ $0.whenOff[1].shares = Self.states(0.8, 0.12, 0.08, 0, 0) }, { $0.whenOff[1] })
        .allSatisfy { $0 == 36 })
    // 0.166 · 420 = 69.7 give their acute line: 70 − 34.
    #expect(
      try changes({ $0.whenOff[1].shares = Self.states(0.714, 0.12, 0.166, 0, 0) }, { $0.whenOff[1] })
        .allSatisfy { $0 == 36 })
    // 21 practices that answered until 12 do so until 16; no other practice changes.
    #expect(
      try changes(
        {
          $0.lastAnswers[0].share = 0.1; $0.lastAnswers[4].share = 0.25
        }, \.lastAnswer
      )
      .allSatisfy { $0 == 21 })
    #expect(try changes({ $0.lunches[0].share = 0.5 }, { $0.lunch?.label ?? "" }).allSatisfy { $0 == 42 })
    #expect(try changes({ $0.acuteLineShare = 0.7 }, \.hasAcuteLine).allSatisfy { $0 == 84 })
    #expect(try changes({ $0.acuteLineShare = 0.7 }, { $0 }).allSatisfy { $0 == 84 })
    #expect(
      try changes({ $0.queueShare = BySize(1) }, { [$0.lunch, $0.lastAnswer] as [AnyHashable] }).allSatisfy {
        $0 == 0
      })
  }

  @Test("practices that forward are dealt their partners in turn")
  func partners() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let practices = try Population.lab(seed: seed, Self.midtjylland).region.practices
      var load = [Int](repeating: 0, count: practices.count)
      for practice in practices where practice.telephone.timetable.forwards {
        let partner = try #require(practice.telephone.partner)
        #expect(!practices[partner].telephone.timetable.forwards)
        load[partner] += 1
      }
      // About 40 forward, and more than 70 others stay on until closing.
      #expect(load.max() == 1)
    }
  }

  @Test(
    "a frame that says no to an acute line and gives its number is refused; else such a state is not dealt")
  func contradiction() throws {
    let known = try Frame(
      [
        FramePractice(id: "A", extra: ["no", "acute-line"]),
        FramePractice(id: "B", extra: ["", "acute-line"]),
      ],
      extraColumns: ["acute_line", "when_off"])
    let error = try #require(throws: DesignFaults.self) { try Population.lab(seed: 1, frame: known) }
    #expect(
      error.faults.map(\.message) == [
        "practice \"A\": acute_line \"no\": write yes where when_off has acute-line"
      ])

    let without = try Frame(
      (0..<50).map { FramePractice(id: "\($0)", gps: 1, extra: [$0 < 30 ? "no" : ""]) },
      extraColumns: ["acute_line"])
    let traits = try Population.lab(seed: 1, Self.midtjylland, frame: without).frame.practices.map(\.extra)
    #expect(traits.allSatisfy { $0[3] == "yes" || !$0[6].contains("acute-line") }, "\(traits)")
    #expect(traits.count { $0[6].contains("acute-line") } == 4)
  }
}
