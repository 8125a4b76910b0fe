internal import Randomness
internal import SurveyDesign

extension Exchange {
  static var mostForeseen: Int { 4 }
}
