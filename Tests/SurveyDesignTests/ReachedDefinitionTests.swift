import SurveyDesign
import Testing

@Suite("Definition of reached")
struct ReachedDefinitionTests {
  // The collective agreement's rule, written out: a person, a forwarded call answered, an acute line answered,
  // a message that names a substitute, and a refusal.
  @Test("the agreement counts a person, forwarding, an acute line, a referral and a refusal")
  func agreement() {
    let reached = Disposition.allCases.filter {
      ReachedDefinition.agreement.isReached(disposition: $0, waitSeconds: nil) == true
    }
    #expect(
      reached == [
        .answeredByDoctor, .answeredByStaff, .forwardedAnswered, .acuteLineAnswered, .referralMessage,
        .refused,
      ])
  }

  @Test("a person is the doctor or the staff, willing or not")
  func person() {
    #expect(ReachedDefinition.person.dispositions == [.answeredByDoctor, .answeredByStaff, .refused])
  }

  @Test(
    "what is no valid call is neither reached nor unreached",
    arguments: [.wrongNumber, .notAttempted] as [Disposition])
  func invalid(disposition: Disposition) throws {
    let definitions = try [.agreement, .person, .person(withinSeconds: 120)] as [ReachedDefinition]
    for definition in definitions {
      #expect(definition.isReached(disposition: disposition, waitSeconds: 0) == nil)
    }
  }

  @Test("a wait equal to the limit counts, a longer one does not, an unknown one cannot be judged")
  func limit() throws {
    let definition = try ReachedDefinition(parsing: "person-within=120")
    #expect(definition.isReached(disposition: .answeredByStaff, waitSeconds: 120) == true)
    #expect(definition.isReached(disposition: .answeredByStaff, waitSeconds: 120.001) == false)
    #expect(definition.isReached(disposition: .answeredByStaff, waitSeconds: nil) == nil)
    #expect(definition.isReached(disposition: .busy, waitSeconds: nil) == false)
    #expect(definition.isReached(disposition: .busy, waitSeconds: 1) == false)
  }

  @Test(
    "is printed as it is read",
    arguments: [
      "agreement", "person", "person-within=120", "person-within=0.5",
      "agreement-within=180", "anybody=answered-by-staff,callback-promised",
      "quick=answered-by-doctor,within=30",
    ])
  func roundTrip(text: String) throws {
    let definition = try ReachedDefinition(parsing: text)
    #expect(definition.description == text)
    #expect(try ReachedDefinition(parsing: " \(definition) ") == definition)
  }

  @Test("any definition may have a longest wait, written either way")
  func within() throws {
    let agreement = try ReachedDefinition(parsing: "agreement, within=180")
    #expect(agreement.name == "agreement-within=180" && agreement.waitLimitSeconds == 180)
    #expect(agreement.dispositions == ReachedDefinition.agreement.dispositions)
    #expect(try ReachedDefinition(parsing: "person,within=120") == .person(withinSeconds: 120))
    // A message plays at once, whether a wait is written down for it or not.
    #expect(agreement.isReached(disposition: .referralMessage, waitSeconds: nil) == true)
    #expect(agreement.isReached(disposition: .referralMessage, waitSeconds: 181) == false)
    #expect(agreement.isReached(disposition: .forwardedAnswered, waitSeconds: nil) == nil)
    let own = try ReachedDefinition(parsing: "mine=busy").within(seconds: 0.5)
    #expect(own.description == "mine-within-0-5=busy,within=0.5")
    #expect(try ReachedDefinition(parsing: own.description) == own)
    #expect(throws: DesignFault.self) { try agreement.within(seconds: 60) }
  }

  @Test("a definition of one's own sorts and merges its list")
  func own() throws {
    let definition = try ReachedDefinition(parsing: "mine=refused, busy ,refused,within=10")
    #expect(definition.name == "mine")
    #expect(definition.dispositions == [.busy, .refused])
    #expect(definition.waitLimitSeconds == 10)
  }

  @Test(
    "is refused when it makes no sense",
    arguments: [
      "", "reached", "agreement=busy", "person=busy", "person-within=", "person-within=-1",
      "person-within=nan",
      "person-within=1e9", "person-within=0x10", "mine=", "mine=within=10", "Mine=busy", "=busy",
      "mine=answered",
      "agreement-within=", "person,within=-1", "person,within=1,within=2", "person,busy",
      "agreement-within=x",
      "mine=wrong-number", "mine=busy,", "mine=busy,within=1,within=2", "person-within=1.2.3",
    ])
  func refusing(text: String) {
    #expect(throws: (any Error).self) { try ReachedDefinition(parsing: text) }
  }

  @Test("every fault of a definition is told at once")
  func collected() {
    let faults = #expect(throws: DesignFaults.self) {
      try ReachedDefinition(
        name: "Mine!", dispositions: [.wrongNumber, .notAttempted], waitLimitSeconds: -.infinity)
    }
    #expect(faults?.faults.count == 4)
  }
}
