import Testing

@testable import Reporting

struct CSVTextTests {
  @Test func `numbers below nought stay numbers, what could be a formula gets an apostrophe`() {
    #expect(CSVText.line(["-12", "-0.5", "-.5", "12"]) == "-12,-0.5,-.5,12\n")
    for formula in ["-", "-1+2", "-A1", "-1.2.3", "--1", "-.", "+1", "=1", "@x", "\tx"] {
      #expect(CSVText.line([formula]) == "'\(formula)\n", "\(formula)")
    }
  }

  @Test func `commas, quotes and line ends are quoted`() {
    #expect(CSVText.line(["a,b", "say \"x\"", "-1,5"]) == "\"a,b\",\"say \"\"x\"\"\",\"'-1,5\"\n")
  }
}
