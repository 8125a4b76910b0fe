internal import SurveyDesign
internal import Tables

/// The practices of a calls file by their numbers: those of a frame, or those of the file in the order in which they come.
///
/// Spreadsheets drop leading zeros, so numbers that differ in nothing else are one practice, unless the frame has both.
struct PracticeNames: Sendable {
  /// The numbers: the frame's, or the longest spelling of each in the file.
  private(set) var names: [String]

  private let hasFrame: Bool
  private var places: [String: Int] = [:]
  /// The practices without leading zeros, where they have some; `nil` where two of a frame would be the same.
  private var unpaddedPlaces: [String: Int?] = [:]
  private var respelled: (long: String, short: String)?

  init(_ frame: Frame?) {
    hasFrame = frame != nil
    names = frame?.practices.map(\.id) ?? []
    for (place, id) in names.enumerated() {
      let unpadded = Self.unpadded(id)
      if unpaddedPlace(of: unpadded) != nil {
        unpaddedPlaces[unpadded] = .some(nil)
      } else if unpadded != id {
        unpaddedPlaces[unpadded] = place
      }
      places[id] = place
    }
  }

  /// The place of a practice by its number without zeros; `.some(nil)` where it is that of two.
  private func unpaddedPlace(of unpadded: String) -> Int?? {
    unpaddedPlaces[unpadded] ?? places[unpadded].map { .some($0) }
  }

  /// The place of a practice in ``names``; `nil` if the frame does not have it.
  mutating func place(of id: String) -> Int? {
    if let known = places[id] { return known }
    let unpadded = Self.unpadded(id)
    let found = unpaddedPlace(of: unpadded)
    if hasFrame { return found ?? nil }
    if let found, let known = found {
      let (short, long) = id.utf8.count < names[known].utf8.count ? (id, names[known]) : (names[known], id)
      respelled = respelled ?? (long, short)
      names[known] = long
      places[id] = known
      return known
    }
    places[id] = names.count
    if unpadded != id { unpaddedPlaces[unpadded] = names.count }
    names.append(id)
    return names.count - 1
  }

  /// What should be said of the numbers of a file without a frame.
  var remark: RemarkText? {
    respelled.map {
      RemarkText(
        "numbers that differ in leading zeros only, such as '\(excerpt($0.short))' and '\(excerpt($0.long))', are one practice",
        "numre, der kun adskiller sig ved foranstillede nuller, f.eks. '\(excerpt($0.short))' og '\(excerpt($0.long))', er samme praksis"
      )
    }
  }

  /// A number of digits without its leading zeros; any other name as it is.
  static func unpadded(_ id: String) -> String {
    guard id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return id }
    let rest = id.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }
}
