import Papers
import Testing
import Units

/// Figures as papers write them.
struct FigureTests {
  @Test(arguments: [
    ("£26 000", 26_000), ("£400K", 400_000), ("£2.4m", 2_400_000), ("£6 million", 6_000_000),
    ("£0.601m", 601_000),
    ("£4,086,246", 4_086_246),
  ]) func `amounts are read as written`(text: String, pounds: Int) {
    #expect(FigureText.parse(text) == .money(Money(pence: pounds * 100)))
  }

  @Test func `an odd space is a space`() {
    #expect(FigureText.parse("Apr\u{A0}18", about: 2018) == FigureText.parse("April 2018"))
  }

  @Test(arguments: ["00,000", "1,00,000", "1O,000", "£", "12,34", "04130", "NI62", "4,", "5.1.2"])
  func `what is no figure is not made one`(text: String) {
    #expect(FigureText.parse(text) == nil)
  }
}
