import Glibc

// The C library's elementary functions, each accurate to about one unit in the last place and free of shared state.
// `lgamma` is not among them: it writes a global sign and loses digits near its zeros (see GammaFunction).

func exp(_ x: Double) -> Double { Glibc.exp(x) }

/// e^x − 1 without loss of digits near x = 0.
func expm1(_ x: Double) -> Double { Glibc.expm1(x) }

func log(_ x: Double) -> Double { Glibc.log(x) }

/// log(1 + x) without loss of digits near x = 0.
func log1p(_ x: Double) -> Double { Glibc.log1p(x) }

func pow(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }

func sin(_ x: Double) -> Double { Glibc.sin(x) }

func asin(_ x: Double) -> Double { Glibc.asin(x) }

/// The complementary error function 1 − erf(x), accurate in relative terms far into the upper tail.
func erfc(_ x: Double) -> Double { Glibc.erfc(x) }
