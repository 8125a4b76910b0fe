/// A number that was simulated, and its Monte Carlo standard error; either may be absent.
///
/// Where a page or a picture shows the number, it shows the error with it: `97.2 % ± 0.8`. A literal has no error.
///
/// ```swift
/// ReportLanguage.english.percent(Measured(value: 0.972, error: 0.008))  // "97.2 % ± 0.8"
/// ```
package struct Measured: Hashable, Sendable {
  /// The number.
  package var value: Double?
  /// Its Monte Carlo standard error, in the number's unit.
  package var error: Double?

  /// A number with its error.
  package init(value: Double?, error: Double? = nil) {
    self.value = value
    self.error = error
  }

  /// Number and error in another unit.
  package func scaled(by factor: Double) -> Measured {
    Measured(value: value.map { $0 * factor }, error: error.map { $0 * factor })
  }
}

extension Measured: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A number without an error.
  package init(floatLiteral value: Double) { self.init(value: value) }
  /// A number without an error.
  package init(integerLiteral value: Int) { self.init(value: Double(value)) }
}

extension ReportLanguage {
  /// A share that was simulated, in percent.
  package func percent(_ measured: Measured, decimals: Int = 1) -> String {
    percent(measured.value, decimals: decimals)
      + plusMinus(measured.error.map { $0 * 100 }, decimals: decimals)
  }

  /// A difference of shares that was simulated, in percentage points.
  package func points(_ measured: Measured, decimals: Int = 1) -> String {
    signed(measured.scaled(by: 100), decimals: decimals)
  }

  /// A difference that was simulated, with its sign.
  package func signed(_ measured: Measured, decimals: Int) -> String {
    signed(measured.value, decimals: decimals) + plusMinus(measured.error, decimals: decimals)
  }

  /// A number that was simulated.
  package func number(_ measured: Measured, decimals: Int) -> String {
    number(measured.value, decimals: decimals) + plusMinus(measured.error, decimals: decimals)
  }

  /// ` ± 0.8`; an error that rounds to zero is said to be below the last decimal, one that is not known is left out.
  package func plusMinus(_ error: Double?, decimals: Int) -> String {
    guard let error, error.isFinite else { return "" }
    let text = number(error, decimals: decimals)
    guard text == number(0, decimals: decimals), error > 0 else { return "\u{A0}±\u{A0}\(text)" }
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
    return "\u{A0}±\u{A0}<\(number(unit, decimals: decimals))"
  }

  /// A share that was simulated, in a table: number and error in one cell, that are two in a file.
  package func cell(percent measured: Measured, decimals: Int = 1) -> FigureTable.Cell {
    .init(percent(measured, decimals: decimals), measured.value, measured.error)
  }

  /// A difference of shares that was simulated, in a table.
  package func cell(points measured: Measured, decimals: Int = 1) -> FigureTable.Cell {
    .init(points(measured, decimals: decimals), measured.value, measured.error)
  }

  /// A number that was simulated, in a table.
  package func cell(number measured: Measured, decimals: Int) -> FigureTable.Cell {
    .init(number(measured, decimals: decimals), measured.value, measured.error)
  }
}

extension Sequence<Measured> {
  /// The greatest error; `nil` where none is known.
  package var greatestError: Double? { compactMap(\.error).filter(\.isFinite).max() }
}
