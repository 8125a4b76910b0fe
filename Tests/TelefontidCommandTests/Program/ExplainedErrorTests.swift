import SurveyDesign
import Terminal
import Testing

@testable import TelefontidCommand
@testable import Terminal

@Suite("Errors of the domain have their status")
struct ExplainedErrorTests {
  @Test("What a design refuses is a fault of data")
  func designs() {
    let fault = DesignFault("'13-14' holds no slot")
    #expect(CommandError(fault as any Error) == CommandError(.data, [Fault("'13-14' holds no slot")]))
    #expect(CommandError(DesignFaults([fault, fault]) as any Error).faults.count == 2)
  }
}
