internal import TelephoneAccess

extension PatientModel {
  /// The model that the `patients` of a completed document describe.
  init?(_ node: DocumentNode?) {
    self.init()
    guard let node, setDurations(node), setRedials(node) else { return nil }
    guard let urgent = node["urgent_share"]?.number, let balking = node["balking_share"]?.number,
      let target = node["answer_target_seconds"]?.integer
    else { return nil }
    urgentShare = urgent
    balkingShare = balking
    balksAtCallsInSystem = node["balks_at_calls_in_system"]?.integer
    displacement = (node["displaced_share"]?.timeShares ?? []).map {
      DisplacementShare(from: $0.at, share: $0.share)
    }
    answerTarget = target * 1000
  }

  private mutating func setDurations(_ node: DocumentNode) -> Bool {
    guard let doctor = DurationDistribution(node["talk_with_doctor"]),
      let staff = DurationDistribution(node["talk_with_staff"]),
      let acute = DurationDistribution(node["acute_line_answer"]),
      let patience = DurationDistribution(node["patience"]),
      let ringing = DurationDistribution(node["ring_patience"])
    else { return false }
    talkWithDoctor = doctor
    talkWithStaff = staff
    acuteLineAnswer = acute
    self.patience = patience
    ringPatience = ringing
    return true
  }

  private mutating func setRedials(_ node: DocumentNode) -> Bool {
    guard let busy = RedialRule(node["redial_after_busy"]),
      let abandonment = RedialRule(node["redial_after_abandonment"]),
      let noAnswer = RedialRule(node["redial_after_no_answer"]), let most = node["most_redials"]?.integer
    else { return false }
    redialAfterBusy = busy
    redialAfterAbandonment = abandonment
    redialAfterNoAnswer = noAnswer
    mostRedials = most
    return true
  }
}
