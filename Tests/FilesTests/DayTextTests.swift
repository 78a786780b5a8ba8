import Testing
import Units

@testable import Files

/// Dates as people and spreadsheets write them.
struct DayTextTests {
  private func read(_ text: String) -> DayText {
    Array(text.utf8).withUnsafeBufferPointer { DayText($0) }
  }

  private let day = CivilDay(year: 2024, month: 8, day: 23) ?? CivilDay(number: 0)

  @Test func `the return's own form is read as it is`() {
    #expect(read("23/08/2024") == .day(day))
    #expect(read("23/8/2024") == .day(day))
    #expect(read("29/02/2024") == .day(CivilDay(year: 2024, month: 2, day: 29) ?? day))
  }

  @Test func `ISO dates are read, with or without a midnight`() {
    #expect(read("2024-08-23") == .iso(day))
    #expect(read("2024-08-23T00:00:00") == .iso(day))
    #expect(read("2024-08-23 00:00") == .iso(day))
    #expect(read("2024-08-23T00:00:00Z") == .iso(day))
  }

  @Test(arguments: ["23-08-2024", "23.08.2024", "23 08 2024", "23/08/2024 00:00:00"])
  func `other forms that can mean only one day are read`(_ text: String) {
    #expect(read(text) == .otherForm(day))
  }

  @Test(arguments: ["23/08/24", "23-Aug-24", "23 August 2024", "45527", "23-aug-2024"])
  func `forms a spreadsheet leaves behind are read and reported`(_ text: String) {
    #expect(read(text) == .repaired(day))
  }

  @Test func `a two-digit year before 60 is of this century`() {
    #expect(read("01/01/59") == .repaired(CivilDay(year: 2059, month: 1, day: 1) ?? day))
    #expect(read("01/01/98") == .repaired(CivilDay(year: 1998, month: 1, day: 1) ?? day))
  }

  @Test(arguments: [
    "31/02/2024", "29/02/2023", "08/23/2024", "2024-13-01", "00/01/2024", "tomorrow", "23/08/2024 13:45",
    "1", "999999", "23/08", "23/08/202", "23/08/20245", "ZZ/ZZ/2009", "--", "23//2024", "1e4",
  ])
  func `what is no day is not guessed at`(_ text: String) {
    #expect(read(text) == .unreadable)
  }

  @Test func `nothing is nothing`() { #expect(read("") == .empty) }
}
