/// The telephones of a finite set of practices and the patients who ring them: what a simulation runs on.
///
/// ```swift
/// let practice = RegionPractice(streamKey: 1, telephone: telephone, demand: demand)
/// let region = Region(practices: [practice], patients: PatientModel())
/// var simulation = Simulation(region: region, slots: slots, fieldwork: FieldworkProtocol())
/// ```
package struct Region: Equatable, Sendable {
  /// The practices, in the order of the frame.
  package var practices: [RegionPractice]
  /// How patients behave.
  package var patients: PatientModel
  /// How professionals behave; how many call stands with each practice.
  package var professionals = Professionals()
  /// Demand by weekday from Monday, 1 for an average day; days beyond the list have index 1.
  package var weekdayIndex: [Double]
  /// Coefficient of variation of a practice's demand from day to day, 0 or more.
  package var busynessCV: Double

  /// Creates a region.
  package init(
    practices: [RegionPractice], patients: PatientModel, weekdayIndex: [Double] = [], busynessCV: Double = 0
  ) {
    self.practices = practices
    self.patients = patients
    self.weekdayIndex = weekdayIndex
    self.busynessCV = busynessCV
  }
}

/// One practice as its callers meet it.
package struct RegionPractice: Equatable, Sendable {
  /// The practice's part of every random stream's address, made from its number.
  package var streamKey: UInt64
  /// Its telephone.
  package var telephone: Telephone
  /// Its patients' calls.
  package var demand: PatientDemand
  /// The professionals' calls; weekday and busyness do not change them.
  package var professionalDemand = PatientDemand()
  /// The number, from 0, of the group of practices with which its patients' calls are counted.
  package var trafficGroup = 0
  /// Whether the number that interviewers have is not the practice's: none reaches it, and patients ring another number.
  package var hasWrongNumber = false

  /// Creates a practice.
  package init(streamKey: UInt64, telephone: Telephone, demand: PatientDemand) {
    self.streamKey = streamKey
    self.telephone = telephone
    self.demand = demand
  }
}

extension Region {
  /// The practices that calls are forwarded round in a circle, if there is one; such a region cannot be simulated.
  ///
  /// - Complexity: O(*p*) for *p* practices.
  package var forwardingCircle: [Int]? { forwardingCircles.first }

  /// Every circle that calls are forwarded round, each from its first practice on.
  ///
  /// - Complexity: O(*p*) for *p* practices.
  var forwardingCircles: [[Int]] {
    var circles: [[Int]] = []
    /// The walk on which each practice was first met.
    var walks = [Int?](repeating: nil, count: practices.count)
    for start in practices.indices where walks[start] == nil {
      var path = [start]
      walks[start] = start
      while let last = path.last, let next = forwardingPartner(of: last) {
        if walks[next] == start, let first = path.firstIndex(of: next) {
          circles.append(Array(path[first...]))
        }
        if walks[next] != nil { break }
        walks[next] = start
        path.append(next)
      }
    }
    return circles
  }

  /// The practices tied by forwarding, each group in order; a practice whose calls no other can answer is a group of one.
  ///
  /// A call that is forwarded to a telephone while that is off meets a message: what happened there before does not matter, and
  /// nothing changes there.
  ///
  /// - Complexity: O(*p* log *p*) for *p* practices.
  var forwardingGroups: [[Int]] { groups { connectingPartner(of: $0) } }

  /// The practices tied by forwarding or by referral, each group in order.
  ///
  /// - Complexity: O(*p* log *p*) for *p* practices.
  var partnerGroups: [[Int]] { groups { practices[$0].telephone.partner } }

  private func groups(tiedTo: (Int) -> Int?) -> [[Int]] {
    var parent = Array(practices.indices)
    func root(_ practice: Int) -> Int {
      var root = practice
      while parent[root] != root { root = parent[root] }
      return root
    }
    for practice in practices.indices {
      guard let partner = tiedTo(practice) else { continue }
      let (a, b) = (root(practice), root(partner))
      parent[max(a, b)] = min(a, b)
    }
    var members = [[Int]](repeating: [], count: practices.count)
    for practice in practices.indices { members[root(practice)].append(practice) }
    return members.filter { !$0.isEmpty }
  }

  /// The partner to whom a practice forwards calls at a time when the partner answers them or forwards them on.
  private func connectingPartner(of practice: Int) -> Int? {
    let telephone = practices[practice].telephone
    guard let partner = telephone.partner else { return nil }
    let connecting = practices[partner].telephone.timetable.periods.filter {
      switch $0.state {
      case .staffed, .off(.forwarding): true
      case .off: false
      }
    }
    let connects = telephone.timetable.periods.contains { period in
      period.state == .off(.forwarding)
        && connecting.contains { $0.from < period.to && period.from < $0.to }
    }
    return connects ? partner : nil
  }

  private func forwardingPartner(of practice: Int) -> Int? {
    let telephone = practices[practice].telephone
    return telephone.timetable.forwards ? telephone.partner : nil
  }
}
