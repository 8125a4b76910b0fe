internal import Randomness
public import SurveyDesign

/// The finite population of a study: its frame with every trait written out, and the region that is simulated.
///
/// Drawn once for a seed and the same in every replication. The frame that is written out, read back and completed again
/// gives the same population.
public struct Population: Equatable, Sendable {
  /// The practices in canonical order, with a column for each ``TraitColumn``.
  public let frame: Frame
  /// The same practices as their callers meet them.
  public let region: Region

  /// Draws a population, or completes one that was read.
  ///
  /// - Parameters:
  ///   - model: What is known of practices in general.
  ///   - known: The frame that was read; `nil` to draw one.
  ///   - seed: The seed of the study.
  ///   - region: Makes the region of its practices: the rest of what callers meet.
  /// - Throws: `DesignFaults` with everything in the frame that cannot be, forwarding in a circle included.
  /// - Complexity: O(*p* log *p*) for *p* practices.
  public init(
    model: PopulationModel, frame known: Frame?, seed: UInt64, region: ([RegionPractice]) -> Region
  ) throws {
    let base = try known ?? model.drawFrame(seed: seed)
    var faults: [DesignFault] = []
    var practices: [CompletePractice] = []
    for practice in base.practices {
      practices.append(CompletePractice(practice, of: base, model: model, seed: seed, faults: &faults))
    }
    let partners = Self.partners(of: practices, in: base, closes: model.closes, faults: &faults)
    let members = zip(practices, partners).map { practice, partner in
      RegionPractice(
        streamKey: practice.streamKey,
        telephone: Telephone(
          system: practice.traits.system, lines: practice.traits.lines,
          hasAcuteLine: practice.traits.hasAcuteLine, timetable: practice.timetable, partner: partner),
        demand: model.demand(listedPatients: practice.listed))
    }
    for circle in Region(practices: members, patients: PatientModel()).forwardingCircles {
      let names = (circle + circle.prefix(1)).map { base.practices[$0].id }.joined(separator: " → ")
      faults.append(DesignFault("calls are forwarded in a circle: \(names)"))
    }
    guard faults.isEmpty else { throw DesignFaults(faults) }

    frame = try Self.frame(of: practices, partners: partners, base: base)
    self.region = region(members)
  }

  /// The partner of each practice: the one that the frame names, or the next on a ring of the municipality's practices.
  ///
  /// The ring is ordered by stream keys, so that another practice in the frame changes at most the partner of the one
  /// before it. Practices that stay on until closing and forward to nobody are preferred; nobody forwards to a practice that
  /// forwards, so that no circle arises.
  private static func partners(
    of practices: [CompletePractice], in base: Frame, closes: TimeOfDay, faults: inout [DesignFault]
  ) -> [Int?] {
    func isOpen(_ place: Int) -> Bool { practices[place].traits.lastAnswer.map { $0 >= closes } ?? true }
    let quiet = practices.indices.filter { !practices[$0].timetable.forwards }
      .sorted { (practices[$0].streamKey, $0) < (practices[$1].streamKey, $1) }
    let rings = Dictionary(grouping: quiet) { practices[$0].practice.municipality }
    let openRings = rings.mapValues { $0.filter(isOpen) }

    var partners: [Int?] = []
    for place in practices.indices {
      let practice = practices[place]
      if let named = practice.partner {
        var partner = named.isEmpty ? nil : base.index(of: named)
        if partner == nil, !named.isEmpty {
          faults.append(
            DesignFault("practice \"\(practice.practice.id)\": its partner \"\(named)\" is not in the frame"))
        } else if partner == place {
          faults.append(DesignFault("practice \"\(practice.practice.id)\" is its own partner"))
          partner = nil
        }
        partners.append(partner)
      } else {
        let town = practice.practice.municipality
        let candidates = [openRings[town] ?? [], rings[town] ?? [], quiet]
        partners.append(
          candidates.lazy.compactMap { next(after: place, on: $0, keys: { practices[$0].streamKey }) }.first)
      }
    }
    return partners
  }

  /// The first practice behind a place on a ring ordered by key, never the place itself.
  ///
  /// O(log *r*) for a ring of *r*.
  private static func next(after place: Int, on ring: [Int], keys: (Int) -> UInt64) -> Int? {
    var (low, high) = (0, ring.count)
    while low < high {
      let middle = (low + high) / 2
      if keys(ring[middle]) <= keys(place) { low = middle + 1 } else { high = middle }
    }
    return (0..<min(2, ring.count)).lazy.map { ring[(low + $0) % ring.count] }.first { $0 != place }
  }

  /// The frame with every trait written out, behind the columns that it came with.
  private static func frame(of practices: [CompletePractice], partners: [Int?], base: Frame) throws -> Frame {
    let traits = TraitColumn.allCases.map(\.rawValue)
    let others = base.extraColumns.indices.filter { !traits.contains(base.extraColumns[$0]) }
    let complete = zip(practices, partners).map { complete, partner in
      var practice = complete.practice
      practice.listedPatients = complete.listed
      practice.extra =
        others.map { practice.extra[$0] }
        + TraitColumn.allCases.map { column in
          switch column {
          case .cluster: complete.cluster
          case .partner: partner.map { base.practices[$0].id } ?? ""
          case .system, .lines, .acuteLine, .lunch, .lastAnswer, .whenOff: complete.traits.text(of: column)
          }
        }
      return practice
    }
    return try Frame(complete, extraColumns: others.map { base.extraColumns[$0] } + traits)
  }
}

/// A practice of the frame with what the frame left open drawn from the model.
private struct CompletePractice {
  let practice: FramePractice
  let streamKey: UInt64
  let listed: Int
  let cluster: String
  /// The partner that the frame names, empty for nobody; `nil` if the frame says nothing.
  let partner: String?
  let traits: PracticeTraits
  let timetable: Timetable

  init(
    _ practice: FramePractice, of frame: Frame, model: PopulationModel, seed: UInt64,
    faults: inout [DesignFault]
  ) {
    self.practice = practice
    streamKey = RandomStream.key(of: practice.id)
    var (traits, listed) = model.drawTraits(seed: seed, streamKey: streamKey, gps: practice.gps)
    self.listed = frame.absentColumns.contains(.listedPatients) ? listed : practice.listedPatients
    func text(_ column: TraitColumn) -> String? {
      frame.extraColumns.firstIndex(of: column.rawValue).map { practice.extra[$0] }
    }
    cluster = text(.cluster) ?? ""
    partner = text(.partner)
    for column in TraitColumn.allCases {
      guard let text = text(column), !text.isEmpty else { continue }
      guard let allowed = traits.set(column, to: text) else {
        // Lines that the frame does not state are those of the system that it does; it comes first.
        if column == .system { traits.lines = model.lines(of: traits.system, gps: practice.gps) }
        continue
      }
      faults.append(
        DesignFault("practice \"\(practice.id)\": \(column.rawValue) \"\(text)\": write \(allowed)"))
    }
    self.traits = traits
    timetable = model.timetable(for: traits, gps: practice.gps)
  }
}
