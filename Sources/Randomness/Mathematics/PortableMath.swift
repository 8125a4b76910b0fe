// Nothing here is called by name. The import links the C library's mathematics, to which an unoptimised build turns
// for `squareRoot` and `rounded`: both are exact by IEEE 754, so they are the same everywhere.
import Glibc

/// Elementary functions whose results are the same bits on every machine.
///
/// They use only IEEE 754 addition, subtraction, multiplication and integer operations, never a fused multiply-add
/// and never the C library: the C library chooses among implementations by processor, and they differ in last bits.
/// Every result is within 1 ulp of the exact value where the function's page does not say otherwise.
public enum PortableMath {
  /// 1.5 · 2⁵²: adding it rounds a small double to an integer, which then stands in the low bits of the sum.
  @usableFromInline static let roundingShift = 0x1.8p52
}
