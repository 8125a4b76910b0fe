package import SurveyDesign

/// What the practices of a region look like: how many, how large, with which telephones, called how often.
///
/// A frame read from a file brings what it knows of each practice; what it leaves open is dealt out by quota: as many practices
/// have each trait as the shares say, in every region that a seed can draw.
package struct PopulationModel: Equatable, Sendable {
  /// Practices per municipality, for a frame that is drawn.
  package var municipalities: [MunicipalityCount] = []
  /// Practices by number of GPs, for a frame that is drawn; the counts add up to those of ``municipalities``.
  package var practiceSizes: [SizeCount] = []
  /// Listed patients per GP.
  package var listSize = ListSizeModel(mean: 1509, cv: 0.18, smallest: 900, largest: 2300)
  /// Practices per quality cluster, neighbours in the same municipality; `nil` for no clusters.
  package var clusterSize: Int?
  /// The share of practices that are none any more, or whose number is wrong.
  package var invalidShare = 0.0

  /// When the telephone day begins.
  package var opens = TimeOfDay(milliseconds: 28_800_000)
  /// When it ends.
  package var closes = TimeOfDay(milliseconds: 57_600_000)
  /// Who answers when, in order and without overlap; the time between is off.
  package var staffing: [StaffingPeriod] = []
  /// What answerers per 1,000 listed patients are multiplied by, 0 or more.
  package var staffingScale = 1.0
  /// The power of the list that they grow with: 1 for as many per patient in every practice.
  package var staffingListExponent = 1.0
  /// The power of a practice's own calls per listed patient that they grow with: 0 for as many whatever the calls.
  package var staffingCallsExponent = 0.0
  /// Lunch closings and the share of practices that keep each; shares add up to at most 1.
  package var lunches: [WindowShare] = []
  /// When the last personal answer is given, and the share of practices for each; shares add up to 1, or none at all.
  package var lastAnswers: [TimeShare] = []
  /// The share of practices with a queue system.
  package var queueShare = BySize(0.0)
  /// The lines of a practice with a queue system.
  package var queueLines = LineRule(atLeast: 2, beyondAnswerers: 3)
  /// The lines of a practice with a busy tone.
  package var busyToneLines = LineRule(atLeast: 2, beyondAnswerers: 0)
  /// The share of practices with an acute line.
  package var acuteLineShare = 0.0
  /// The share of patients' calls that end in the telephone's menu, before an answerer or the queue, 0…1.
  package var menuShare = BySize(0.0)
  /// The share of practices with a queue that offer to ring back, 0…1.
  package var callbackShare = BySize(0.0)
  /// How many wait already when they offer it, 0 or more.
  package var callbackFromWaiting = 1
  /// The share of patients who accept, 0…1.
  package var callbackAcceptedShare = BySize(0.5)
  /// What the telephone does when it is off, by time of day, with shares that add up to 1.
  package var whenOff: [OffShares] = []

  /// Fresh calls per 1,000 listed patients on an average day.
  package var callsPer1000Listed = 0.0
  /// The power of the list, in thousands, that calls grow with: 1 for as many per patient in every practice.
  package var callsListExponent = 1.0
  /// How calls per listed patient vary between practices (gamma): standard deviation divided by mean.
  package var callsCVBetweenPractices = 0.0
  /// How those calls spread over the day; shares add up to 1.
  package var callShares: [WindowShare] = []
  /// The share of the first window's calls that wait for the telephone to open, 0…1.
  package var burstShare = 0.0
  /// Their mean delay after opening, in seconds.
  package var burstMeanDelay = 120.0
  /// Calls per hour in every practice, whatever its size, in addition.
  package var callsPerHour: [RatePeriod] = []
  /// Calls at fixed times in every practice, in addition.
  package var fixedCalls: [TimeOfDay] = []
  /// The professionals who ring practices too; `nil` for none.
  package var professionals: Professionals?

  /// Creates a model of no practices; set what is there.
  package init() {}
}

/// A municipality and its number of practices.
package struct MunicipalityCount: Equatable, Sendable {
  /// The name.
  package var name: String
  /// The number of practices, 1 or more.
  package var practices: Int

  /// Creates a count.
  package init(name: String, practices: Int) {
    self.name = name
    self.practices = practices
  }
}

/// A number of GPs and how many practices have it.
package struct SizeCount: Equatable, Sendable {
  /// GPs in the practice, 1 or more.
  package var gps: Int
  /// Practices of that size.
  package var practices: Int

  /// Creates a count.
  package init(gps: Int, practices: Int) {
    self.gps = gps
    self.practices = practices
  }
}

/// Listed patients per GP: normal, cut off at both ends.
package struct ListSizeModel: Equatable, Sendable {
  /// Mean before cutting.
  package var mean: Double
  /// Coefficient of variation before cutting.
  package var cv: Double
  /// The smallest list.
  package var smallest: Double
  /// The largest list.
  package var largest: Double

  /// Creates a model.
  package init(mean: Double, cv: Double, smallest: Double, largest: Double) {
    self.mean = mean
    self.cv = cv
    self.smallest = smallest
    self.largest = largest
  }
}

/// A value that depends on the number of GPs in steps.
package struct BySize<Value: Hashable & Sendable>: Equatable, Sendable {
  /// The value for practices with at least so many GPs, in ascending order; the first holds for smaller ones too.
  package var steps: [Step]

  /// One step.
  package struct Step: Hashable, Sendable {
    /// From this number of GPs on.
    package var gps: Int
    /// The value.
    package var value: Value

    /// Creates a step.
    package init(gps: Int, value: Value) {
      self.gps = gps
      self.value = value
    }
  }

  /// The same value for every size.
  package init(_ value: Value) { steps = [Step(gps: 1, value: value)] }

  /// A value per step; at least one step, in ascending order of size.
  package init(steps: [Step]) {
    precondition(!steps.isEmpty, "a value by size has at least one step")
    self.steps = steps
  }

  /// The value for a number of GPs.
  package func value(gps: Int) -> Value { (steps.last { $0.gps <= gps } ?? steps[0]).value }
}

/// A stretch of the day in which the telephone is staffed.
package struct StaffingPeriod: Equatable, Sendable {
  /// When it begins.
  package var from: TimeOfDay
  /// When it ends.
  package var to: TimeOfDay
  /// Who answers.
  package var answeredBy: Answerer
  /// How many, by size of practice.
  package var answerers: BySize<Int>
  /// How many for every 1,000 listed patients, where that is more; `nil` where the list plays no part.
  package var answerersPer1000Listed: Double?

  /// Creates a period.
  package init(from: TimeOfDay, to: TimeOfDay, answeredBy: Answerer, answerers: BySize<Int>) {
    self.from = from
    self.to = to
    self.answeredBy = answeredBy
    self.answerers = answerers
  }
}

/// A stretch of the day and a share: of practices, or of calls.
package struct WindowShare: Equatable, Sendable {
  /// When it begins.
  package var from: TimeOfDay
  /// When it ends.
  package var to: TimeOfDay
  /// The share, 0…1.
  package var share: Double

  /// Creates a share.
  package init(from: TimeOfDay, to: TimeOfDay, share: Double) {
    self.from = from
    self.to = to
    self.share = share
  }
}

/// A time of day and a share of practices.
package struct TimeShare: Equatable, Sendable {
  /// When.
  package var at: TimeOfDay
  /// The share, 0…1.
  package var share: Double

  /// Creates a share.
  package init(at: TimeOfDay, share: Double) {
    self.at = at
    self.share = share
  }
}

/// How many lines a practice has: so many more than its most answerers, but at least a number.
package struct LineRule: Equatable, Sendable {
  /// The fewest lines, 1 or more.
  package var atLeast: Int
  /// Lines beyond the number of answerers; `nil` for no limit.
  package var beyondAnswerers: Int?

  /// Creates a rule.
  package init(atLeast: Int, beyondAnswerers: Int?) {
    self.atLeast = atLeast
    self.beyondAnswerers = beyondAnswerers
  }

  /// The lines of a practice with so many answerers at most; `Int.max` for no limit.
  package func lines(answerers: Int) -> Int {
    guard let beyondAnswerers else { return .max }
    return max(atLeast, answerers + beyondAnswerers)
  }
}

/// What practices' telephones do when they are off, in a stretch of the day.
package struct OffShares: Equatable, Sendable {
  /// When the stretch begins.
  package var from: TimeOfDay
  /// When it ends.
  package var to: TimeOfDay
  /// The states and the share of practices in each; the order plays no part.
  package var shares: [StateShare]

  /// A state and its share.
  package struct StateShare: Equatable, Sendable {
    /// The state.
    package var state: OffState
    /// The share of practices, 0…1.
    package var share: Double

    /// Creates a share.
    package init(state: OffState, share: Double) {
      self.state = state
      self.share = share
    }
  }

  /// Creates shares.
  package init(from: TimeOfDay, to: TimeOfDay, shares: [StateShare]) {
    self.from = from
    self.to = to
    self.shares = shares
  }

  /// The share of practices in a state; 0 for one that is not named.
  func share(of state: OffState) -> Double {
    shares.reduce(0) { $0 + ($1.state == state ? $1.share : 0) }
  }
}
