import Care
import Testing
import Units

@Suite struct CategoryBookTests {
  let book: CategoryBook

  init() throws { book = try .standard() }

  private func found(_ place: Code, _ provider: Code, _ year: Int?) -> (id: String, CategoryBook.Match) {
    let (category, match) = book.category(
      place: place, provider: provider, in: year.map(CollectionYear.init(startYear:)))
    return (book[category].id, match)
  }

  @Test(arguments: [
    ("U1", "PR1", "kinship_foster"), ("U2", "PR4", "kinship_foster"), ("U3", "", "kinship_foster"),
    ("U4", "PR1", "in_house_foster"), ("U5", "PR1", "in_house_foster"), ("U6", "PR1", "in_house_foster"),
    ("U4", "PR4", "agency_foster"), ("U5", "PR3", "agency_foster"), ("U6", "PR2", "agency_foster"),
    ("U4", "", "agency_foster"), ("K2", "PR1", "in_house_home"), ("R1", "PR1", "in_house_home"),
    ("K2", "PR4", "external_home"), ("R1", "PR5", "external_home"), ("K1", "PR1", "secure"),
    ("K1", "PR2", "secure"), ("S1", "PR4", "residential_school"), ("P1", "PR0", "with_parents"),
    ("A3", "PR1", "adoption"), ("A4", "PR2", "adoption"), ("A5", "PR3", "adoption"), ("A6", "", "adoption"),
    ("P3", "PR4", "other"), ("R2", "PR3", "other"), ("R3", "PR1", "other"), ("R5", "PR3", "other"),
    ("T0", "PR1", "other"), ("T1", "PR1", "other"), ("T2", "PR1", "other"), ("T3", "PR1", "other"),
    ("T4", "PR1", "other"),
  ])
  func `a code of every year has its category by provider`(place: String, provider: String, id: String) {
    for year in [2015, 2022, 2023, 2024, 2025, nil] {
      #expect(found(Code(place), Code(provider), year) == (id, .listed))
    }
  }

  @Test(
    arguments: [
      ("H5", nil, 2023, "supported_accommodation"), ("P2", nil, 2023, "supported_accommodation"),
      ("K3", 2023, nil, "supported_accommodation"), ("Z1", nil, 2024, "other"), ("Z11", 2025, nil, "other"),
      ("Z12", 2025, nil, "other"), ("Z13", 2025, nil, "other"), ("Z14", 2025, nil, "other"),
    ] as [(String, Int?, Int?, String)])
  func `a code of some years keeps its category in the others`(
    place: String, from: Int?, to: Int?, id: String
  ) {
    for year in 2015...2030 {
      let isListed = (from ?? year) <= year && year <= (to ?? year)
      #expect(found(Code(place), "PR4", year) == (id, isListed ? .listed : .outOfYear), "\(place) \(year)")
    }
    #expect(found(Code(place), "PR4", nil) == (id, .listed))
  }

  @Test(arguments: ["", "U7", "X9", "u4", "U", "U40", "Z15", "*"])
  func `a code that no line lists is unknown`(place: String) {
    #expect(found(Code(place), "PR1", 2024) == ("unknown", .unknown))
    #expect(book.category(place: Code(place), provider: "PR1", in: nil).0 == book.unknown)
  }

  @Test func `the standard book has its categories in order, the unknown last`() {
    #expect(
      book.entries.map(\.id) == [
        "kinship_foster", "in_house_foster", "agency_foster", "in_house_home", "external_home", "secure",
        "residential_school", "supported_accommodation", "with_parents", "adoption", "other", "unknown",
      ])
    #expect(book.all.map(\.index) == Array(0..<12))
    #expect(book.all.sorted() == book.all)
    #expect(book.unknown.index == 11)
    for category in book.all { #expect(book.category(id: book[category].id) == category) }
    #expect(book.category(id: "none") == nil)
    #expect(Set(book.entries.map(\.label)).count == 12)
  }

  @Test(arguments: [
    ("U1", "fostering"), ("U4", "fostering"), ("U6", "fostering"), ("K2", "residential"),
    ("R1", "residential"),
    ("H5", "supported"), ("P2", "supported"), ("K3", "other"), ("K1", "other"), ("P1", "other"),
    ("", "other"),
    ("zzz", "other"),
  ])
  func `the sector's book has four kinds and leaves none unknown`(place: String, id: String) throws {
    let sector = try CategoryBook.sector()
    for provider: Code in ["PR1", "PR4", .empty] {
      for year in [2019, 2024, 2026] {
        let (category, match) = sector.category(
          place: Code(place), provider: provider, in: CollectionYear(startYear: year))
        #expect(sector[category].id == id)
        #expect(match == .listed)
      }
    }
    #expect(sector.entries.map(\.id) == ["fostering", "residential", "supported", "other", "unknown"])
  }
}

@Suite struct CategoryBookTextTests {
  private func book(_ lines: String...) throws(CategoryBookError) -> CategoryBook {
    let header = "category,label,place,provider,from_year,to_year"
    return try CategoryBook(csv: Array(([header] + lines).joined(separator: "\n").utf8))
  }

  private func id(_ book: CategoryBook, _ place: Code, _ provider: Code, _ year: Int) -> String {
    book[book.category(place: place, provider: provider, in: CollectionYear(startYear: year)).0].id
  }

  @Test func `the first line that fits wins`() throws {
    let first = try book("a,A,U4,PR1,,", "b,B,U4,*,,", "c,C,U4,PR4,,", "d,D,*,PR4,,")
    #expect(id(first, "U4", "PR1", 2024) == "a")
    #expect(id(first, "U4", "PR4", 2024) == "b")
    #expect(id(first, "K2", "PR4", 2024) == "d")
    #expect(id(first, "K2", "PR1", 2024) == "unknown")
  }

  @Test func `a star stands for any code and an empty provider for any provider`() throws {
    let wild = try book("a,A,*,PR1,,", "b,B,U4,,,")
    #expect(id(wild, "ZZZ", "PR1", 2024) == "a")
    #expect(id(wild, "U4", "PR3", 2024) == "b")
    #expect(id(wild, "U4", .empty, 2024) == "b")
  }

  @Test func `a line for the year is taken before an earlier one for other years`() throws {
    let years = try book("old,Old,H5,*,,2022/23", "new,New,H5,*,2023/24,2024-25", "last,Last,H5,*,2024/2025,")
    #expect(id(years, "H5", "PR1", 2022) == "old")
    #expect(id(years, "H5", "PR1", 2023) == "new")
    #expect(id(years, "H5", "PR1", 2024) == "new")
    #expect(id(years, "H5", "PR1", 2025) == "last")
    let gap = try book("old,Old,H5,*,,2020/21", "new,New,H5,*,2023/24,")
    let (category, match) = gap.category(
      place: "H5", provider: "PR1", in: CollectionYear(startYear: 2021))
    #expect(gap[category].id == "old" && match == .outOfYear)
  }

  @Test func `codes are read in either case and the first label of a category counts`() throws {
    let lower = try book("a,First words,u4,pr1,,", "b,B,k2,*,,", "a,Other words,u5,*,,")
    #expect(id(lower, "U4", "PR1", 2024) == "a")
    #expect(id(lower, "U5", "PR1", 2024) == "a")
    #expect(lower.entries.map(\.id) == ["a", "b", "unknown"])
    #expect(lower.entries.map(\.label) == ["First words", "B", "Unknown placement code"])
  }

  @Test func `the columns of years may be left out`() throws {
    let short = try CategoryBook(csv: Array("provider,place,label,category\nPR1,U4,Words,a\n".utf8))
    #expect(id(short, "U4", "PR1", 2024) == "a")
  }

  @Test(arguments: [
    ("category,label,place\na,A,U4", 1, "“provider” is missing"), ("", 1, "not text"),
    ("category,label,place,provider\n", 1, "no placement codes"),
    ("category,label,place,provider\na,A,U4,*\n,B,U5,*", 3, "must be filled in"),
    ("category,label,place,provider\na,A,U4,*\nb,,U5,*", 3, "must be filled in"),
    ("category,label,place,provider\n\n\na,A,U4,*\nb,B,,*", 5, "must be filled in"),
    ("category,label,place,provider,from_year\na,A,U4,*,2024", 2, "from_year is “2024”"),
    ("category,label,place,provider,to_year\na,A,U4,*,\nb,B,U5,*,2024/26", 3, "to_year is “2024/26”"),
  ])
  func `a line that can't be used is named with what is wrong`(text: String, line: Int, words: String) {
    let error = #expect(throws: CategoryBookError.self) { try CategoryBook(csv: Array(text.utf8)) }
    #expect(error?.line == line)
    #expect(error?.problem.contains(words) == true, "\(error?.problem ?? "")")
    #expect(error?.description.hasPrefix("line \(line): ") == true)
  }

  @Test func `more than 99 categories are refused`() throws {
    let lines = (1...100).map { "c\($0),C,U\($0),*" }
    let header = "category,label,place,provider"
    #expect(throws: CategoryBookError.self) {
      try CategoryBook(csv: Array(([header] + lines).joined(separator: "\n").utf8))
    }
    let most = try CategoryBook(csv: Array(([header] + lines.dropLast()).joined(separator: "\n").utf8))
    #expect(most.entries.count == 100)
  }
}
