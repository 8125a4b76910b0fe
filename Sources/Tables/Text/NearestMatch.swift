/// The candidate that a mistyped word most likely meant, or nil if none is close: for "did you mean …?".
///
/// Closeness is the edit distance of the lower-cased words, where inserting, deleting or replacing a character or
/// swapping two neighbours costs 1; at most a third of the longer word's characters may differ (but at least 1).
/// Of equally close candidates the first wins. Words of more than 64 characters match nothing.
///
/// - Complexity: O(*c*·*w*²) for *c* candidates of *w* characters.
/// - Source: the optimal string alignment distance, Damerau (1964), CACM 7(3), 171–176.
package func nearestMatch(to word: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased())
  guard (1...64).contains(typed.count) else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    guard (1...64).contains(letters.count) else { continue }
    let distance = editDistance(typed, letters)
    guard distance <= max(1, max(typed.count, letters.count) / 3) else { continue }
    guard distance < max(typed.count, letters.count) else { continue }
    if let found = best, found.distance <= distance { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// The number of single edits (insert, delete, replace, swap neighbours) that turn one word into another.
///
/// - Complexity: O(*a*·*b*) for the lengths *a* and *b* of the words.
func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  guard !first.isEmpty else { return second.count }
  guard !second.isEmpty else { return first.count }
  var beforePrevious: [Int] = []
  var previous = Array(0...second.count)
  for row in 1...first.count {
    var current = [row]
    for column in 1...second.count {
      let same = first[row - 1] == second[column - 1]
      var cost = min(
        previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
      let isSwap =
        row > 1 && column > 1 && first[row - 1] == second[column - 2] && first[row - 2] == second[column - 1]
      if isSwap {
        cost = min(cost, beforePrevious[column - 2] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[second.count]
}
