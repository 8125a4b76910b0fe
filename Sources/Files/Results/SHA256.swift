/// The SHA-256 digest of bytes that arrive piece by piece.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(Array("abc".utf8))
/// hash.hexDigest()  // ba7816bf…
/// ```
///
/// The toolchain has none outside Apple's platforms. It guards against damage and mix-ups of result files; nothing
/// secret passes through it.
///
/// - Source: FIPS 180-4, Secure Hash Standard, August 2015, section 6.2.
package struct SHA256: Sendable {
  private static let blockLength = 64

  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes of an unfinished block, fewer than 64.
  private var pending: [UInt8] = []
  /// All bytes so far.
  private var length: UInt64 = 0

  /// The digest of nothing yet.
  package init() {}

  /// The digest of some bytes as 64 lower-case hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }

  /// Adds bytes to what is digested.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package mutating func update(_ bytes: [UInt8]) {
    update(bytes.span)
  }

  /// Adds bytes to what is digested.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package mutating func update(_ bytes: Span<UInt8>) {
    length &+= UInt64(bytes.count)
    var next = 0
    if !pending.isEmpty {
      while next < bytes.count, pending.count < Self.blockLength {
        pending.append(bytes[next])
        next += 1
      }
      guard pending.count == Self.blockLength else { return }
      let block = pending
      pending = []
      Self.compress(block.span, at: 0, into: &state)
    }
    while bytes.count - next >= Self.blockLength {
      Self.compress(bytes, at: next, into: &state)
      next += Self.blockLength
    }
    while next < bytes.count {
      pending.append(bytes[next])
      next += 1
    }
  }

  /// The digest of the bytes so far as 64 lower-case hexadecimal digits; more bytes may follow.
  package func hexDigest() -> String {
    var finished = self
    finished.pad()
    var text = ""
    for index in finished.state.indices {
      let digits = String(finished.state[index], radix: 16)
      text += String(repeating: "0", count: 8 - digits.count) + digits
    }
    return text
  }

  /// A one bit, zeros, and the length in bits in the last 8 bytes of a block (section 5.1.1).
  private mutating func pad() {
    let bits = length &* 8
    var padding: [UInt8] = [0x80]
    let used = (pending.count + 1) % Self.blockLength
    let zeros = (2 * Self.blockLength - 8 - used) % Self.blockLength
    padding += [UInt8](repeating: 0, count: zeros)
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(padding)
  }

  /// Digests the 64 bytes that begin at an offset (section 6.2.2).
  private static func compress(
    _ bytes: Span<UInt8>, at offset: Int, into state: inout InlineArray<8, UInt32>
  ) {
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for t in 0..<16 {
      let first = offset + 4 * t
      schedule[t] =
        UInt32(bytes[first]) << 24 | UInt32(bytes[first + 1]) << 16 | UInt32(bytes[first + 2]) << 8
        | UInt32(bytes[first + 3])
    }
    for t in 16..<64 {
      let (w15, w2) = (schedule[t - 15], schedule[t - 2])
      let sigma0 = w15.rotated(7) ^ w15.rotated(18) ^ (w15 >> 3)
      let sigma1 = w2.rotated(17) ^ w2.rotated(19) ^ (w2 >> 10)
      schedule[t] = schedule[t - 16] &+ sigma0 &+ schedule[t - 7] &+ sigma1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let sum1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
      let first = h &+ sum1 &+ choice &+ constants[t] &+ schedule[t]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let sum0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (section 4.2.2).
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

extension UInt32 {
  /// The bits turned to the right.
  fileprivate func rotated(_ count: UInt32) -> UInt32 {
    self &>> count | self &<< (32 - count)
  }
}
