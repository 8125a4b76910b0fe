/// The bytes that mean something in a table file.
enum Byte {
  static let nul: UInt8 = 0x00
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let point: UInt8 = 0x2E
  static let zero: UInt8 = 0x30
  static let one: UInt8 = 0x31
  static let nine: UInt8 = 0x39
  static let semicolon: UInt8 = 0x3B
  static let capitalA: UInt8 = 0x41
  static let capitalE: UInt8 = 0x45
  static let capitalN: UInt8 = 0x4E
  static let backslash: UInt8 = 0x5C
  static let smallE: UInt8 = 0x65

  /// The signature that some programs put before UTF-8 text.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
