/// What a stream of random numbers is for: one part of its address.
///
/// Every module extends this type with constants of its own. A number is never given to two purposes and never
/// reused: 100…199 belong to SurveyDesign, 200…299 to TelephoneAccess, 300…399 to Studies.
///
/// ```swift
/// extension Purpose {
///   static let arrivals = Purpose(rawValue: 200)
/// }
/// ```
public struct Purpose: RawRepresentable, Equatable, Sendable {
  /// The number that enters the address.
  public let rawValue: UInt64

  /// Names the purpose with the given number.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }
}
