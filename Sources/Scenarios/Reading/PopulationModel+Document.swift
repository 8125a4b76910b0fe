internal import SurveyDesign
internal import TelephoneAccess

extension PopulationModel {
  /// The model that a completed document describes.
  init?(_ document: DocumentNode) {
    self.init()
    guard let practices = document["practices"], let telephone = document["telephone"],
      let patients = document["patients"], setPractices(practices), setTelephone(telephone),
      setLines(telephone)
    else { return nil }
    setDemand(patients)
  }

  private mutating func setPractices(_ node: DocumentNode) -> Bool {
    guard let listSize = ListSizeModel(node["listed_patients_per_gp"]) else { return false }
    municipalities = (node["municipalities"]?.members ?? []).compactMap { member in
      member.value.integer.map { MunicipalityCount(name: member.key, practices: $0) }
    }
    practiceSizes = (node["gps"]?.members ?? []).compactMap { member in
      guard let gps = Int(member.key), let practices = member.value.integer, practices > 0 else { return nil }
      return SizeCount(gps: gps, practices: practices)
    }
    self.listSize = listSize
    clusterSize = node["practices_per_cluster"]?.integer
    return true
  }

  private mutating func setTelephone(_ node: DocumentNode) -> Bool {
    guard let opens = node["opens"]?.time, let closes = node["closes"]?.time, let staffing = node["staffing"]
    else {
      return false
    }
    self.opens = opens
    self.closes = closes
    self.staffing = staffing.elements.compactMap { element in
      guard let window = element.window,
        let by = element["answered_by"]?.text.flatMap(Answerer.init(rawValue:)),
        let answerers = BySize(element["answerers"], \.integer)
      else { return nil }
      return StaffingPeriod(from: window.from, to: window.to, answeredBy: by, answerers: answerers)
    }.sorted { $0.from < $1.from }
    lunches = (node["lunch"]?.elements ?? []).compactMap { element in
      guard let window = element.window, let share = element["share"]?.number else { return nil }
      return WindowShare(from: window.from, to: window.to, share: share)
    }
    lastAnswers = (node["last_answer"]?.timeShares ?? []).map { TimeShare(at: $0.at, share: $0.share) }
    whenOff = (node["when_off"]?.elements ?? []).compactMap { element in
      guard let window = element.window, let shares = element["shares"] else { return nil }
      return OffShares(from: window.from, to: window.to, shares: shares.stateShares)
    }.sorted { $0.from < $1.from }
    return true
  }

  private mutating func setLines(_ node: DocumentNode) -> Bool {
    guard let queueShare = BySize(node["queue_share"], \.number),
      let queueLines = LineRule(node["queue_lines"]),
      let busyToneLines = LineRule(node["busy_tone_lines"]), let acute = node["acute_line_share"]?.number
    else { return false }
    self.queueShare = queueShare
    self.queueLines = queueLines
    self.busyToneLines = busyToneLines
    acuteLineShare = acute
    return true
  }

  private mutating func setDemand(_ node: DocumentNode) {
    callsPer1000Listed = node["calls_per_day_per_1000_listed"]?.number ?? 0
    callShares = (node["call_shares"]?.windowNumbers ?? []).map { window, share in
      WindowShare(from: window.from, to: window.to, share: share)
    }
    burstShare = node["opening_burst"]?["share"]?.number ?? burstShare
    burstMeanDelay = node["opening_burst"]?["mean_seconds"]?.number ?? burstMeanDelay
    callsPerHour = (node["calls_per_hour"]?.windowNumbers ?? []).map { window, rate in
      RatePeriod(from: window.from, to: window.to, callsPerHour: rate)
    }
    fixedCalls = node["fixed_calls"]?.fixedTimes ?? []
  }
}

extension DocumentNode {
  /// A map of shares by off state, in the order of the states.
  fileprivate var stateShares: [OffShares.StateShare] {
    members.compactMap { member in
      guard let state = OffState(rawValue: member.key), let share = member.value.number else { return nil }
      return OffShares.StateShare(state: state, share: share)
    }
  }
}
