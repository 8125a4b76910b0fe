internal import SurveyDesign

/// A region worked out for the event loop: flat tables, whole milliseconds, nothing optional.
struct RegionTables: ~Copyable {
  let practices: Slab<PlannedPhone>
  let periods: Slab<PlannedPeriod>
  let segments: Slab<RateSegment>
  let fixedTimes: Slab<Instant>
  /// The answerers' time on duty, practice by practice.
  let duty: Slab<PlannedDuty>
  /// The practices of each group tied by forwarding, one group after the other, and where each group begins.
  let members: Slab<PracticePlace>
  let groupStart: Slab<Int32>
  /// Which group a practice belongs to.
  private let groupOf: Slab<Int32>
  let callers: CallerTables
  let slots: SlotTable
  let waitBins = WaitBinTable()
  let weekdayIndex: [Double]
  let busynessShape: Double?
  /// The groups of practices whose patients' calls are counted apart.
  let trafficGroups: Int
  /// Whether professionals ring some practice: their calls are then counted apart.
  let hasProfessionals: Bool
  /// The answerers of all practices together: the places in the table of calls in progress.
  let answererCount: Int

  /// Works a region out.
  ///
  /// - Precondition: no calls are forwarded in a circle.
  init(_ region: Region, slots: [Slot], fieldwork: FieldworkProtocol) {
    precondition(region.forwardingCircle == nil, "calls are forwarded in a circle")
    callers = CallerTables(region.patients, region.professionals, fieldwork)
    hasProfessionals = region.practices.contains { !$0.professionalDemand.isNone }
    self.slots = SlotTable(slots)
    weekdayIndex = region.weekdayIndex
    // A variation so small that its shape is no number is none.
    let shape = 1 / (region.busynessCV * region.busynessCV)
    busynessShape = shape.isFinite ? shape : nil

    var tables = PracticeTables()
    for practice in region.practices {
      tables.append(
        practice, urgentShare: region.patients.urgentShare, slots: self.slots)
    }
    let groups = fieldwork.followsReferrals ? region.partnerGroups : region.forwardingGroups
    var members: [PracticePlace] = []
    var groupStart: [Int32] = []
    var groupOf = [Int32](repeating: 0, count: tables.practices.count)
    for group in groups {
      groupStart.append(Int32(members.count))
      // Ties inside a group are settled in this order, which must not depend on where a practice stands.
      let keys = tables.practices
      for practice in group.sorted(by: { (keys[$0].streamKey, $0) < (keys[$1].streamKey, $1) }) {
        groupOf[practice] = Int32(groupStart.count - 1)
        members.append(PracticePlace(practice))
      }
    }
    groupStart.append(Int32(members.count))
    self.members = Slab(members)
    self.groupStart = Slab(groupStart)
    self.groupOf = Slab(groupOf)
    practices = Slab(tables.practices)
    periods = Slab(tables.periods)
    segments = Slab(tables.segments)
    fixedTimes = Slab(tables.fixedTimes)
    duty = Slab(tables.duty)
    answererCount = tables.answererCount
    trafficGroups = (region.practices.map(\.trafficGroup).max() ?? 0) + 1
  }

  /// Where the calls of patients of practices that only live along are counted, behind those of all groups.
  @inline(__always)
  var firstUncounted: Int32 { Int32(trafficGroups * (slots.count + 1)) }

  /// Where the calls of professionals are counted: so many places behind those of patients.
  @inline(__always)
  var firstOfProfessionals: Int { (trafficGroups &+ 1) &* (slots.count &+ 1) }

  /// How many groups there are.
  var groupCount: Int { groupStart.count - 1 }

  /// Which group a practice belongs to.
  @inline(__always)
  func group(of practice: PracticePlace) -> Int { Int(groupOf[practice.index]) }

  /// Where the members of a group stand.
  @inline(__always)
  func places(ofGroup group: Int) -> Range<Int> { Int(groupStart[group])..<Int(groupStart[group + 1]) }

  /// What a practice's timetable says at a time.
  ///
  /// O(periods).
  @inline(__always)
  func state(of practice: PracticePlace, at time: Instant) -> TelephoneState {
    var period = Int(practices[practice].firstPeriod)
    while periods[period].end <= time { period &+= 1 }
    return periods[period].state
  }
}
