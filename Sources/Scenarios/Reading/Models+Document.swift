internal import SurveyDesign
internal import TelephoneAccess

// Completed parts of a document as the values they describe; `nil` where something faulty was left out.

extension DurationDistribution {
  init?(_ node: DocumentNode?) {
    guard let node else { return nil }
    func seconds(_ key: String) -> Double? { node[key]?.number }
    switch node["distribution"]?.text {
    case "constant":
      guard let value = seconds("seconds") else { return nil }
      self = .constant(seconds: value)
    case "exponential":
      guard let mean = seconds("mean_seconds") else { return nil }
      self = .exponential(mean: mean)
    case "lognormal":
      guard let mean = seconds("mean_seconds"), let sd = seconds("sd_seconds") else { return nil }
      self = .lognormal(mean: mean, sd: sd)
    case "gamma":
      guard let mean = seconds("mean_seconds"), let sd = seconds("sd_seconds") else { return nil }
      self = .gamma(mean: mean, sd: sd)
    case "weibull":
      guard let scale = seconds("scale_seconds"), let shape = node["shape"]?.number else { return nil }
      self = .weibull(scale: scale, shape: shape)
    case "uniform":
      guard let from = seconds("from_seconds"), let to = seconds("to_seconds") else { return nil }
      self = .uniform(from: from, to: to)
    case "empirical":
      guard let values = node["values_seconds"] else { return nil }
      self = .empirical(values.elements.compactMap(\.number))
    case "never": self = .never
    case _: return nil
    }
  }
}

extension RedialRule {
  init?(_ node: DocumentNode?) {
    guard let share = node?["share"]?.number, let delay = DurationDistribution(node?["delay"]) else {
      return nil
    }
    self.init(share: share, delay: delay)
  }
}

extension LineRule {
  init?(_ node: DocumentNode?) {
    guard let node, let atLeast = node["at_least"]?.integer, let beyond = node["beyond_answerers"] else {
      return nil
    }
    self.init(atLeast: atLeast, beyondAnswerers: beyond.integer)
  }
}

extension BySize {
  /// One value, or steps by number of GPs.
  init?(_ node: DocumentNode?, _ value: (DocumentNode) -> Value?) {
    guard let node else { return nil }
    if let single = value(node) {
      self.init(single)
      return
    }
    let steps = node.members.compactMap { member -> Step? in
      guard let gps = Int(member.key), let value = value(member.value) else { return nil }
      return Step(gps: gps, value: value)
    }
    guard !steps.isEmpty else { return nil }
    self.init(steps: steps)
  }
}

extension ListSizeModel {
  init?(_ node: DocumentNode?) {
    guard let mean = node?["mean"]?.number, let cv = node?["cv"]?.number,
      let smallest = node?["smallest"]?.number, let largest = node?["largest"]?.number
    else { return nil }
    self.init(mean: mean, cv: cv, smallest: smallest, largest: largest)
  }
}

extension DocumentNode {
  /// A map of shares by time of day.
  var timeShares: [(at: TimeOfDay, share: Double)] {
    members.compactMap { member in
      guard let time = try? TimeOfDay(parsing: member.key), let share = member.value.number else {
        return nil
      }
      return (time, share)
    }
  }

  /// A map of numbers by stretch of the day.
  var windowNumbers: [(window: Slot, number: Double)] {
    members.compactMap { member in
      guard let window = try? Slot(parsing: member.key), let number = member.value.number else { return nil }
      return (window, number)
    }
  }

  /// Fixed times, listed or counted off; `nil` when some would come after the end of the second night.
  var fixedTimes: [TimeOfDay]? {
    guard isObject else { return elements.compactMap(\.time) }
    guard let from = self["from"]?.time, let step = self["every_seconds"]?.integer,
      let count = self["count"]?.integer
    else { return nil }
    var times: [TimeOfDay] = []
    for index in 0..<count {
      guard let time = TimeOfDay(exactly: from.milliseconds + index * step * TimeOfDay.millisecondsPerSecond)
      else {
        return nil
      }
      times.append(time)
    }
    return times
  }
}
