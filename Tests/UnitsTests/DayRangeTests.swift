import Testing
import Units

@Suite struct DayRangeTests {
  static func day(_ number: Int) -> CivilDay { CivilDay(number: Int32(number)) }

  @Test func `a range that ends before it starts is refused`() {
    #expect(DayRange(from: Self.day(5), upTo: Self.day(4)) == nil)
    #expect(DayRange(from: Self.day(5), upTo: Self.day(5))?.nights == 0)
    #expect(DayRange(from: Self.day(5), upTo: Self.day(8))?.nights == 3)
  }

  @Test func `a range holds its first day and not its end`() throws {
    let range = try #require(DayRange(from: Self.day(5), upTo: Self.day(8)))
    #expect((0..<12).filter { range.contains(Self.day($0)) } == [5, 6, 7])
  }

  @Test func `nights of a stay are those counted one by one`() throws {
    for start in 0...6 {
      for end in start...8 {
        let range = try #require(DayRange(from: Self.day(start), upTo: Self.day(end)))
        for from in -2...10 {
          for to in [nil] + (-2...10).map(Optional.some) {
            let counted = (-5..<15).count { night in
              range.contains(Self.day(night)) && from <= night && (to.map { night < $0 } ?? true)
            }
            let nights = range.nights(ofStayFrom: Self.day(from), to: to.map(Self.day))
            #expect(nights == counted, "\(start)..<\(end)")
          }
        }
      }
    }
  }
}
