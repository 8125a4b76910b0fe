package import Drawing

/// A noun with its plural, in both languages.
package struct Noun: Equatable, Sendable {
  /// For one.
  package let one: Words
  /// For none and for several.
  package let many: Words

  /// A noun.
  package init(one: Words, many: Words) {
    self.one = one
    self.many = many
  }
}

/// What is counted.
extension Noun {
  package static let call = Noun(one: Words("call", "opkald"), many: Words("calls", "opkald"))
  package static let attempt = Noun(
    one: Words("attempt", "opkaldsforsøg"), many: Words("attempts", "opkaldsforsøg"))
  package static let practice = Noun(
    one: Words("practice", "praksis"), many: Words("practices", "praksisser"))
  package static let slot = Noun(one: Words("slot", "tidsrum"), many: Words("slots", "tidsrum"))
  package static let day = Noun(one: Words("day", "dag"), many: Words("days", "dage"))
  package static let surveyDay = Noun(
    one: Words("survey day", "undersøgelsesdag"), many: Words("survey days", "undersøgelsesdage"))
  package static let interviewer = Noun(
    one: Words("interviewer", "interviewer"), many: Words("interviewers", "interviewere"))
  package static let doctor = Noun(one: Words("GP", "læge"), many: Words("GPs", "læger"))
  package static let line = Noun(one: Words("line", "linje"), many: Words("lines", "linjer"))
  package static let row = Noun(one: Words("row", "række"), many: Words("rows", "rækker"))
  package static let byte = Noun(one: Words("byte", "byte"), many: Words("bytes", "byte"))
  package static let time = Noun(one: Words("time", "gang"), many: Words("times", "gange"))
  package static let simulatedSurvey = Noun(
    one: Words("simulated survey", "simuleret undersøgelse"),
    many: Words("simulated surveys", "simulerede undersøgelser"))
  package static let replication = Noun(
    one: Words("replication", "gentagelse"), many: Words("replications", "gentagelser"))
  package static let parameter = Noun(
    one: Words("parameter", "forudsætning"), many: Words("parameters", "forudsætninger"))
  package static let assumption = Noun(
    one: Words("assumption", "antagelse"), many: Words("assumptions", "antagelser"))
  package static let world = Noun(one: Words("world", "verden"), many: Words("worlds", "verdener"))
  package static let possibility = Noun(
    one: Words("possibility", "mulighed"), many: Words("possibilities", "muligheder"))
}
