internal import Drawing

/// A noun with its plural, in both languages.
struct Noun: Hashable, Sendable {
  let one: Words
  let many: Words

  init(one: Words, many: Words) {
    self.one = one
    self.many = many
  }
}

extension Noun {
  static let call = Noun(one: Words("call", "opkald"), many: Words("calls", "opkald"))
  static let attempt = Noun(one: Words("attempt", "opkaldsforsøg"), many: Words("attempts", "opkaldsforsøg"))
  static let practice = Noun(one: Words("practice", "praksis"), many: Words("practices", "praksisser"))
  static let slot = Noun(one: Words("slot", "tidsrum"), many: Words("slots", "tidsrum"))
  static let day = Noun(one: Words("day", "dag"), many: Words("days", "dage"))
  static let surveyDay = Noun(
    one: Words("survey day", "undersøgelsesdag"), many: Words("survey days", "undersøgelsesdage"))
  static let interviewer = Noun(
    one: Words("interviewer", "interviewer"), many: Words("interviewers", "interviewere"))
  static let doctor = Noun(one: Words("GP", "læge"), many: Words("GPs", "læger"))
  static let line = Noun(one: Words("line", "linje"), many: Words("lines", "linjer"))
  static let row = Noun(one: Words("row", "række"), many: Words("rows", "rækker"))
  static let byte = Noun(one: Words("byte", "byte"), many: Words("bytes", "byte"))
  static let time = Noun(one: Words("time", "gang"), many: Words("times", "gange"))
  static let simulatedSurvey = Noun(
    one: Words("simulated survey", "simuleret undersøgelse"),
    many: Words("simulated surveys", "simulerede undersøgelser"))
  static let replication = Noun(
    one: Words("replication", "gentagelse"), many: Words("replications", "gentagelser"))
  static let parameter = Noun(
    one: Words("parameter", "forudsætning"), many: Words("parameters", "forudsætninger"))
  static let assumption = Noun(
    one: Words("assumption", "antagelse"), many: Words("assumptions", "antagelser"))
  static let world = Noun(one: Words("world", "verden"), many: Words("worlds", "verdener"))
  static let possibility = Noun(
    one: Words("possibility", "mulighed"), many: Words("possibilities", "muligheder"))
}
