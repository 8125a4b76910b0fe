import Tables
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  /// Writes one row of every kind of field.
  private func sample(_ format: TableFormat) -> String {
    var writer = CSVWriter(format: format)
    var bytes: [UInt8] = []
    writer.header(["name", "gps", "rate", "wait", "reached", "note"], to: &bytes)
    writer.field("Skive; nord, \"A\"", to: &bytes)
    writer.field(-12, to: &bytes)
    writer.field(0.0962, to: &bytes)
    writer.field(12.345, decimals: 1, to: &bytes)
    writer.field(true, to: &bytes)
    writer.emptyField(to: &bytes)
    writer.endRow(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("The standard format is RFC 4180 with LF and decimal points")
  func standard() {
    #expect(
      sample(.standard) == #"""
        name,gps,rate,wait,reached,note
        "Skive; nord, ""A""",-12,0.0962,12.3,true,

        """#)
  }

  @Test("The format for Danish Excel has a signature, semicolons and decimal commas")
  func danish() {
    #expect(
      sample(.excelDanish) == #"""
        \#u{FEFF}name;gps;rate;wait;reached;note
        "Skive; nord, ""A""";-12;0,0962;12,3;true;

        """#)
  }
}
