/// "Did you mean": the nearest of several names.
enum Suggestion {
  /// The candidate with the fewest edits to the text, if they are few enough to be a slip of the finger.
  ///
  /// The first of equals wins. A name that the text begins, or that begins the text, counts as near when at least
  /// three letters are shared.
  static func nearest(to text: String, among candidates: [String]) -> String? {
    let typed = Array(text.lowercased().prefix(longestCompared))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased())
      var distance = editDistance(typed, letters)
      let sharesBeginning = typed.count >= 3 && letters.count >= 3 && letters.starts(with: typed)
      if sharesBeginning { distance = min(distance, 1) }
      guard distance <= max(1, min(typed.count, letters.count) / 3) else { continue }
      if let best, best.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.name
  }

  /// No name is longer; a longer text is cut so that the comparison stays cheap.
  private static let longestCompared = 64

  /// Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours.
  ///
  /// - Complexity: O(m × n) for texts of m and n letters.
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var cost = min(substitution, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          cost = min(cost, beforeLast[j - 2] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
