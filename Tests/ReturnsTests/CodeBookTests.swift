import Returns
import Testing
import Units

struct CodeBookTests {
  private let book = CodeBook.standard

  private func isValid(_ code: Code, _ column: String, _ year: String) throws -> Bool {
    book.codes(of: column, in: try #require(CollectionYear(year))).contains(code)
  }

  @Test func `a code is valid in its years and no others`() throws {
    #expect(try isValid("H5", "PLACE", "2023/24") && !isValid("H5", "PLACE", "2024/25"))
    #expect(try isValid("P2", "PLACE", "2023/24") && !isValid("P2", "PLACE", "2024/25"))
    #expect(try !isValid("K3", "PLACE", "2023/24") && isValid("K3", "PLACE", "2024/25"))
    #expect(try isValid("Z1", "PLACE", "2024/25") && !isValid("Z1", "PLACE", "2025/26"))
    for code: Code in ["Z11", "Z12", "Z13", "Z14"] {
      #expect(try !isValid(code, "PLACE", "2024/25") && isValid(code, "PLACE", "2025/26"))
    }
    #expect(try isValid("1", "SEX", "2023/24") && !isValid("1", "SEX", "2024/25"))
    #expect(try !isValid("M", "SEX", "2023/24") && isValid("M", "SEX", "2024/25"))
    #expect(try !isValid("E43", "REC", "2018/19") && isValid("E45", "REC", "2018/19"))
    #expect(try isValid("F3", "ACTIV", "2020/21") && !isValid("F3", "ACTIV", "2021/22"))
  }

  @Test func `every code column of the return that has codes has them in every year, each with a label`() {
    let columns = [
      "SEX", "ETHNIC", "MOTHER", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "REC", "REASON_PLACE_CHANGE",
      "REVIEW_CODE", "MISSING", "PREV_PERM", "SDQ_REASON", "CONVICTED", "IN_TOUCH", "ACTIV", "ACCOM",
      "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR", "REASON_PLACED_CEASED",
    ]
    for start in 2018...2026 {
      for column in columns {
        #expect(!book.codes(of: column, in: CollectionYear(startYear: start)).isEmpty, "\(column) \(start)")
      }
    }
    #expect(book.entries.allSatisfy { !$0.label.isEmpty })
    #expect(book.label("U4", of: "PLACE")?.contains("long term") == true)
    #expect(book.label("U4", of: "LS") == nil)
  }

  @Test func `no code stands twice in a column in one year`() {
    for start in 2018...2026 {
      for column in Set(book.entries.map(\.column)) {
        let codes = book.codes(of: column, in: CollectionYear(startYear: start))
        #expect(Set(codes).count == codes.count, "\(column) \(start)")
      }
    }
  }
}
