import Studies
import SurveyDesign
import Terminal

extension KeyWithoutEffect.Reason {
  /// Why a key has no effect, as `check` says it.
  var sentence: String {
    switch self {
    case .stated(let column):
      said(
        "the frame states \(column) of every practice",
        "stikprøverammen angiver \(column) for alle praksisser")
    case .neverOff(let from, let to):
      said(
        "no telephone is off from \(from) to \(to)",
        "ingen telefon er uden personligt svar fra \(from) til \(to)")
    case .neverInState(let from, let to):
      said(
        "no telephone is in that state from \(from) to \(to)",
        "ingen telefon er i den tilstand fra \(from) til \(to)")
    case .frame: said("the practices are those of the frame", "praksisserne er stikprøverammens")
    case .onlyBusyTones: said("every practice has a busy tone", "alle praksisser har optaget i stedet for kø")
    case .onlyQueues: said("every practice has a queue", "alle praksisser har telefonkø")
    case .noStaffingByList:
      said(
        "no stretch of telephone.staffing gives answerers_per_1000_listed",
        "ingen del af telephone.staffing angiver answerers_per_1000_listed")
    case .noCallbacks: said("no practice offers to ring back", "ingen praksis tilbyder at ringe tilbage")
    case .noMessage:
      said(
        "every practice has a busy tone, where callers neither hear a message nor how many wait",
        "alle praksisser har optaget i stedet for kø, og der høres hverken en besked, eller hvor mange der venter"
      )
    case .onlyRingPatience:
      said(
        "every practice has a busy tone: it only rings, and ring_patience counts",
        "alle praksisser har optaget i stedet for kø: Det ringer kun, og ring_patience tæller")
    case .onlyNoAnswer:
      said(
        "every practice has a busy tone: whoever hangs up redials after no answer",
        "alle praksisser har optaget i stedet for kø: Den, der lægger på, ringer igen som efter intet svar")
    case .noCallsToSpread:
      said(
        "calls_per_day_per_1000_listed is 0: there are no calls to spread",
        "calls_per_day_per_1000_listed er 0: Der er ingen opkald at fordele")
    case .callsWithoutLists:
      said(
        "calls_per_day_per_1000_listed is 0: calls do not depend on lists",
        "calls_per_day_per_1000_listed er 0: Opkald afhænger ikke af patienttal")
    case .noBurst:
      said(
        "no calls wait for the telephone to open",
        "ingen opkald venter på, at telefonen åbner")
    case .onlyFixedCalls:
      said(
        "there are no calls but those at fixed times",
        "der er kun opkald på faste tidspunkter")
    case .noDoctor: said("no telephone is answered by a doctor", "ingen telefon besvares af en læge")
    case .noStaff: said("no telephone is answered by staff", "ingen telefon besvares af personale")
    case .noAcuteLine: said("no practice has an acute line", "ingen praksis har akutlinje")
    case .noUrgentCalls:
      said(
        "no call is urgent: an acute line that no message names is never rung",
        "intet opkald er akut: En akutlinje, som ingen besked nævner, ringes aldrig op")
    case .noRedials: said("no patient redials", "ingen patient ringer igen")
    case .noRedialsAllowed: said("most_redials is 0", "most_redials er 0")
    case .noShare:
      said(
        "its share is 0: no patient redials then",
        "andelen er 0: Ingen patient ringer da igen")
    case .noAccessForProfessionals:
      said(
        "no practice has a number for professionals or answers them first",
        "ingen praksis har et nummer til fagfolk eller tager dem først")
    case .noCallbacksForProfessionals:
      said(
        "professionals are not offered to be rung back",
        "fagfolk bliver ikke tilbudt at blive ringet op")
    case .noOwnNumber:
      said(
        "no practice has a number of their own for professionals",
        "ingen praksis har et særligt nummer for fagfolk")
    case .oneAttempt: said("a call is tried once only", "et opkald forsøges kun én gang")
    case .noInvalidPractices:
      said(
        "practices.invalid_share is 0: no reserve is ever needed",
        "practices.invalid_share er 0: Der bliver aldrig brug for en reserve")
    case .onlyRingLimit:
      said(
        "every practice has a busy tone: it only rings, and ring_limit_seconds counts",
        "alle praksisser har optaget i stedet for kø: Det ringer kun, og ring_limit_seconds tæller")
    case .noReferrals:
      said(
        "no telephone ever names a substitute",
        "ingen telefon nævner nogensinde en stedfortræder")
    }
  }
}
