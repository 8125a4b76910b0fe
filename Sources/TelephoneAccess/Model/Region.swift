internal import SurveyDesign

/// The telephones of a finite set of practices and the patients who ring them: what a simulation runs on.
public struct Region: Hashable, Sendable {
  /// The practices, in the order of the frame.
  public var practices: [RegionPractice]
  /// How patients behave.
  public var patients: PatientModel
  /// Demand by weekday from Monday, 1 for an average day; days beyond the list have index 1.
  public var weekdayIndex: [Double]
  /// Coefficient of variation of a practice's demand from day to day, 0 or more.
  public var busynessCV: Double

  /// Creates a region.
  public init(
    practices: [RegionPractice], patients: PatientModel, weekdayIndex: [Double] = [], busynessCV: Double = 0
  ) {
    self.practices = practices
    self.patients = patients
    self.weekdayIndex = weekdayIndex
    self.busynessCV = busynessCV
  }
}

/// One practice as its callers meet it.
public struct RegionPractice: Hashable, Sendable {
  /// The practice's part of every random stream's address, made from its number.
  public var streamKey: UInt64
  /// Its telephone.
  public var telephone: Telephone
  /// Its patients' calls.
  public var demand: PatientDemand

  /// Creates a practice.
  public init(streamKey: UInt64, telephone: Telephone, demand: PatientDemand) {
    self.streamKey = streamKey
    self.telephone = telephone
    self.demand = demand
  }
}

extension Region {
  /// The practices that calls are forwarded round in a circle, if there is one; such a region cannot be simulated.
  ///
  /// - Complexity: O(*p*) for *p* practices.
  public var forwardingCircle: [Int]? { forwardingCircles.first }

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

  /// The practices tied by forwarding, each group in order; a practice whose calls nobody else can answer is a group of one.
  ///
  /// A call that is forwarded to a telephone while that is off meets a message: for that nobody need know what happened there
  /// before, and nothing changes there. So only those are tied who may meet answerers.
  ///
  /// - Complexity: O(*p* log *p*) for *p* practices.
  var forwardingGroups: [[Int]] { groups { answeringPartners(of: $0) } }

  /// The practices tied by forwarding or by referral, each group in order.
  ///
  /// - Complexity: O(*p* log *p*) for *p* practices.
  var partnerGroups: [[Int]] { groups { practices[$0].telephone.partner.map { [$0] } ?? [] } }

  private func groups(tiedTo: (Int) -> [Int]) -> [[Int]] {
    var parent = Array(practices.indices)
    func root(_ practice: Int) -> Int {
      var root = practice
      while parent[root] != root { root = parent[root] }
      return root
    }
    for practice in practices.indices {
      for partner in tiedTo(practice) {
        let (a, b) = (root(practice), root(partner))
        parent[max(a, b)] = min(a, b)
      }
    }
    var members = [[Int]](repeating: [], count: practices.count)
    for practice in practices.indices { members[root(practice)].append(practice) }
    return members.filter { !$0.isEmpty }
  }

  /// The practices where somebody may answer calls that a practice forwards, through others too.
  private func answeringPartners(of practice: Int) -> [Int] {
    var partners: [Int] = []
    func follow(_ practice: Int, from: TimeOfDay, to: TimeOfDay) {
      for period in practices[practice].telephone.timetable.periods {
        let (from, to) = (max(from, period.from), min(to, period.to))
        guard from < to else { continue }
        switch period.state {
        case .staffed: partners.append(practice)
        case .off(.forwarding):
          if let partner = practices[practice].telephone.partner { follow(partner, from: from, to: to) }
        case .off: break
        }
      }
    }
    for period in practices[practice].telephone.timetable.periods where period.state == .off(.forwarding) {
      follow(practice, from: period.from, to: period.to)
    }
    return partners
  }

  private func forwardingPartner(of practice: Int) -> Int? {
    let telephone = practices[practice].telephone
    return telephone.timetable.forwards ? telephone.partner : nil
  }
}
