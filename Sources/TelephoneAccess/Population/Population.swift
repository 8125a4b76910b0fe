internal import Randomness
package import SurveyDesign

/// The finite population of a study: its frame with every trait written out, and the region that is simulated.
///
/// Drawn once for a seed and the same in every replication. Another seed gives another region with the same shares: each
/// trait is dealt by quota. The frame that is written out, read back and completed again gives the same population.
package struct Population: Equatable, Sendable {
  /// The practices in canonical order, with a column for each ``TraitColumn``.
  package let frame: Frame
  /// The same practices as their callers meet them.
  package private(set) var region: Region

  /// Lets patients' calls be counted for each practice besides.
  package mutating func countCallsOfEachPractice() {
    for practice in region.practices.indices { region.practices[practice].trafficGroup = practice }
  }

  /// Draws a population, or completes one that was read.
  ///
  /// - Parameters:
  ///   - model: What is known of practices in general.
  ///   - frame: The frame that was read; `nil` to draw one.
  ///   - seed: Which of the regions that the model can draw.
  ///   - region: Makes the region of its practices: the rest of what callers meet.
  /// - Throws: `DesignFaults` with everything in the frame that cannot be, forwarding in a circle included.
  /// - Complexity: O(*p* · (*k* + log *p*)) for *p* practices in *k* classes of size, last answer and states.
  package init(
    model: PopulationModel, frame: Frame?, seed: UInt64, region: ([RegionPractice]) -> Region
  ) throws {
    let base = try frame ?? model.drawFrame(seed: seed)
    var faults: [DesignFault] = []
    var known: [StatedPractice] = []
    for practice in base.practices {
      known.append(StatedPractice(practice, of: base, model: model, seed: seed, faults: &faults))
    }
    let dealer = TraitDealer(known.map(\.dealt), model: model, seed: seed)
    let practices = zip(known, dealer.practices).map { CompletePractice($0, $1, model: model) }
    let partners = Self.partners(of: practices, in: base, closes: model.closes, faults: &faults)
    let invalid = model.invalidPractices(practices.map { ($0.streamKey, $0.practice.gps) }, seed: seed)
    let members = zip(practices, partners).enumerated().map { place, both in
      let (practice, partner) = both
      var member = RegionPractice(
        streamKey: practice.streamKey,
        telephone: Telephone(
          system: practice.traits.system, lines: practice.traits.lines,
          hasAcuteLine: practice.traits.hasAcuteLine, timetable: practice.timetable, partner: partner,
          menuShare: model.menuShare.value(gps: practice.practice.gps),
          callback: practice.traits.offersCallback
            ? model.callbackOffer(gps: practice.practice.gps) : nil,
          professionals: practice.traits.professionals),
        demand: model.demand(listedPatients: practice.listed, factor: practice.traits.callsFactor))
      member.professionalDemand = model.professionalDemand(listedPatients: practice.listed)
      member.hasWrongNumber = invalid.contains(place)
      return member
    }
    for circle in Region(practices: members, patients: PatientModel()).forwardingCircles {
      let names = (circle + circle.prefix(1)).map { base.practices[$0].id }.joined(separator: " → ")
      faults.append(DesignFault("calls are forwarded in a circle: \(names)"))
    }
    guard faults.isEmpty else { throw DesignFaults(faults) }

    self.frame = try Self.frame(
      of: practices, partners: partners, base: base, columns: TraitColumn.all(in: model))
    self.region = region(members)
  }

  /// The partner of each practice: the one that the frame names, or one that it is dealt.
  private static func partners(
    of practices: [CompletePractice], in base: Frame, closes: TimeOfDay, faults: inout [DesignFault]
  ) -> [Int?] {
    var partners = [Int?](repeating: nil, count: practices.count)
    var open: [Int] = []
    for (place, practice) in practices.enumerated() {
      guard let named = practice.partner else {
        open.append(place)
        continue
      }
      partners[place] = named.isEmpty ? nil : base.index(of: named)
      if partners[place] == nil, !named.isEmpty {
        faults.append(
          DesignFault("practice \"\(practice.practice.id)\": its partner \"\(named)\" is not in the frame"))
      } else if partners[place] == place {
        faults.append(DesignFault("practice \"\(practice.practice.id)\" is its own partner"))
        partners[place] = nil
      }
    }
    var rings = PartnerRings(
      practices.map {
        .init(
          streamKey: $0.streamKey, municipality: $0.practice.municipality, forwards: $0.timetable.forwards,
          isOpen: $0.traits.lastAnswer.map { $0 >= closes } ?? true)
      })
    for (practice, partner) in rings.partners(of: open) { partners[practice] = partner }
    return partners
  }

  /// The frame with every trait written out, behind the columns that it came with.
  private static func frame(
    of practices: [CompletePractice], partners: [Int?], base: Frame, columns: [TraitColumn]
  ) throws -> Frame {
    let traits = columns.map(\.rawValue)
    let others = base.extraColumns.indices.filter { !traits.contains(base.extraColumns[$0]) }
    let complete = zip(practices, partners).map { complete, partner in
      var practice = complete.practice
      practice.listedPatients = complete.listed
      practice.extra =
        others.map { practice.extra[$0] }
        + columns.map { column in
          switch column {
          case .cluster: complete.cluster
          case .partner: partner.map { base.practices[$0].id } ?? ""
          case .system, .lines, .acuteLine, .lunch, .lastAnswer, .whenOff, .callsFactor,
            .callback, .professionalNumber, .professionalPriority:
            complete.traits.text(of: column)
          }
        }
      return practice
    }
    return try Frame(complete, extraColumns: others.map { base.extraColumns[$0] } + traits)
  }
}

/// A practice of the frame with the traits that the frame states.
private struct StatedPractice {
  let practice: FramePractice
  let listed: Int
  let cluster: String
  /// The partner that the frame names, empty for none; `nil` if the frame says nothing.
  let partner: String?
  /// What traits are dealt to.
  let dealt: DealtPractice

  init(
    _ practice: FramePractice, of frame: Frame, model: PopulationModel, seed: UInt64,
    faults: inout [DesignFault]
  ) {
    self.practice = practice
    let streamKey = RandomStream.key(of: practice.id)
    let (words, drawn) = TraitDealer.draw(model, seed: seed, streamKey: streamKey, gps: practice.gps)
    let listed = frame.absentColumns.contains(.listedPatients) ? drawn : practice.listedPatients
    self.listed = listed
    func text(_ column: TraitColumn) -> String? {
      frame.extraColumns.firstIndex(of: column.rawValue).map { practice.extra[$0] }
    }
    cluster = text(.cluster) ?? ""
    partner = text(.partner)
    var traits = PracticeTraits(
      system: .queue, lines: 1, hasAcuteLine: false, lunch: nil, lastAnswer: nil,
      whenOff: .init(repeating: .referralMessage, count: model.whenOff.count))
    var stated: Set<TraitColumn> = []
    for column in TraitColumn.allCases {
      guard let text = text(column), !text.isEmpty else { continue }
      stated.insert(column)
      guard let allowed = traits.set(column, to: text) else { continue }
      faults.append(
        DesignFault("practice \"\(practice.id)\": \(column.rawValue) \"\(text)\": write \(allowed)"))
    }
    if stated.isSuperset(of: [.acuteLine, .whenOff]), traits.givesAcuteLine, !traits.hasAcuteLine {
      faults.append(
        DesignFault(
          "practice \"\(practice.id)\": acute_line \"no\": write yes where when_off has acute-line"))
    }
    dealt = DealtPractice(
      streamKey: streamKey, gps: practice.gps, listed: listed, words: words, traits: traits, stated: stated)
  }
}

/// A practice of the frame with what the frame left open dealt to it.
private struct CompletePractice {
  let practice: FramePractice
  let streamKey: UInt64
  let listed: Int
  let cluster: String
  /// The partner that the frame names, empty for none; `nil` if the frame says nothing.
  let partner: String?
  let traits: PracticeTraits
  let timetable: Timetable

  init(_ known: StatedPractice, _ dealt: DealtPractice, model: PopulationModel) {
    practice = known.practice
    streamKey = dealt.streamKey
    listed = known.listed
    cluster = known.cluster
    partner = known.partner
    traits = dealt.traits
    timetable = model.timetable(for: dealt.traits, gps: known.practice.gps, listedPatients: known.listed)
  }
}
