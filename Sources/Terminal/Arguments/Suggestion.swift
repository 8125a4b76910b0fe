internal import Tables

/// "Did you mean": the nearest of several names.
package enum Suggestion {
  /// The one name that begins with what was typed, if that is three letters or more, or else the nearest match.
  package static func nearest(to text: String, among candidates: [String]) -> String? {
    let typed = text.lowercased()
    if typed.count >= 3, let longer = candidates.first(where: { $0.lowercased().hasPrefix(typed) }) {
      return longer
    }
    return nearestMatch(to: text, among: candidates)
  }
}
