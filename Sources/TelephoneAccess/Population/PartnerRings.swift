internal import SurveyDesign

/// Who is whose partner: the practice that calls are forwarded, and patients referred, to.
///
/// Practices that do not forward themselves stand on rings ordered by stream key, one ring for each municipality and one of
/// all. A practice's partner is the next behind it on the first ring with another practice: the municipality's practices that
/// stay on until closing, all such practices, the municipality's, all. Those that forward calls are dealt their partners in
/// turn, so that on a ring none has two of them more than another; a practice that only refers takes none away.
struct PartnerRings {
  private var rings: [Ring: Members] = [:]
  private let practices: [Member]

  /// What a practice is to a ring.
  struct Member {
    var streamKey: UInt64
    var municipality: String
    var forwards: Bool
    /// Whether it answers in person until closing.
    var isOpen: Bool
  }

  private struct Ring: Hashable {
    var municipality: String?
    var isOpen: Bool
  }

  /// The practices of a ring in order, and those that have not had their turn in this round.
  private struct Members {
    var all: [Int] = []
    var left: [Int] = []
  }

  init(_ practices: [Member]) {
    self.practices = practices
    let quiet = practices.indices.filter { !practices[$0].forwards }
      .sorted { (practices[$0].streamKey, $0) < (practices[$1].streamKey, $1) }
    for place in quiet {
      for municipality in [practices[place].municipality, nil] {
        rings[Ring(municipality: municipality, isOpen: false), default: Members()].all.append(place)
        guard practices[place].isOpen else { continue }
        rings[Ring(municipality: municipality, isOpen: true), default: Members()].all.append(place)
      }
    }
  }

  /// The partners of some practices that have none yet; `nil` where no practice can be one.
  ///
  /// - Complexity: O(*p* log *p*) for *p* practices, and O(*f* · *r*) for *f* that forward on rings of *r*.
  mutating func partners(of places: [Int]) -> [(practice: Int, partner: Int?)] {
    places.sorted { (practices[$0].streamKey, $0) < (practices[$1].streamKey, $1) }
      .map { ($0, partner(of: $0)) }
  }

  private mutating func partner(of place: Int) -> Int? {
    let town = practices[place].municipality
    for ring in [
      Ring(municipality: town, isOpen: true), Ring(municipality: nil, isOpen: true),
      Ring(municipality: town, isOpen: false), Ring(municipality: nil, isOpen: false),
    ] {
      guard var members = rings[ring], let behind = next(behind: place, on: members.all) else { continue }
      guard practices[place].forwards else { return members.all[behind] }
      if members.left.isEmpty { members.left = members.all }
      // One that forwards stands on no ring, so that whoever has not had a turn may be its partner.
      guard let turn = next(behind: place, on: members.left) else { continue }
      let partner = members.left.remove(at: turn)
      rings[ring] = members
      return partner
    }
    return nil
  }

  /// Where the first practice behind a place stands on a ring, never the place itself.
  private func next(behind place: Int, on ring: [Int]) -> Int? {
    var (low, high) = (0, ring.count)
    while low < high {
      let middle = (low + high) / 2
      if practices[ring[middle]].streamKey <= practices[place].streamKey {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return (0..<min(2, ring.count)).lazy.map { (low + $0) % ring.count }.first { ring[$0] != place }
  }
}
