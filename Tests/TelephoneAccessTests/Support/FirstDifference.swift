/// What two lists first disagree about, in words; `nil` if they agree.
func firstDifference<Element: Equatable>(_ left: [Element], _ right: [Element]) -> String? {
  for (place, (one, other)) in zip(left, right).enumerated() where one != other {
    return "at \(place): \(one) against \(other)"
  }
  return left.count == right.count ? nil : "\(left.count) against \(right.count) elements"
}
