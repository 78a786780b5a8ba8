import Operations
import Published
import Support
import Testing

/// An area is found by its name as people write it.
struct AreaSearchTests {
  /// A repository that knows only areas.
  private struct Areas: ReferenceRepository {
    let all: [Area]
    func sources() throws(StoreError) -> [ReferenceSource] { [] }
    func add(
      _ folder: PublishedFolder, moment: String, progress: (Int, Int) -> Void
    ) throws(StoreError) -> ReferenceAddition { ReferenceAddition(added: [], unchanged: []) }
    func areas() throws(StoreError) -> [Area] { all }
    func figures(
      measures: [String], areas: [String], years: ClosedRange<Int>?
    ) throws(StoreError) -> [ReferenceFigure] { [] }
    func neighbours(of number: String) throws(StoreError) -> [String] { [] }
  }

  private static let names = [
    ("390", "Gateshead"), ("840", "County Durham"), ("810", "Kingston upon Hull, City of"),
    ("314", "Kingston upon Thames"), ("201", "City of London"), ("202", "Camden"), ("342", "St. Helens"),
    ("895", "Cheshire East"), ("896", "Cheshire West and Chester"), ("816", "York"),
    ("815", "North Yorkshire"),
    ("839", "Bournemouth, Christchurch and Poole"), ("831", "Derby"), ("830", "Derbyshire"),
    ("391", "Newcastle upon Tyne"), ("318", "Richmond upon Thames"),
  ]

  private let areas = Areas(
    all: names.map { Area(code: "E060000" + $0.0.suffix(2), number: $0.0, name: $0.1, level: .authority) } + [
      Area(code: "E12000007", number: nil, name: "London", level: .region),
      Area(code: "E92000001", number: nil, name: "England", level: .country),
    ])

  private func name(_ text: String) throws -> String? {
    if case .found(let area) = try areas.area(named: text) { area.name } else { nil }
  }

  @Test(arguments: [
    ("gateshead", "Gateshead"), ("Gateshead Council", "Gateshead"), ("390", "Gateshead"),
    ("Durham", "County Durham"), ("Durham County Council", "County Durham"),
    ("Hull", "Kingston upon Hull, City of"),
    ("Hull City Council", "Kingston upon Hull, City of"), ("London Borough of Camden", "Camden"),
    ("St Helens", "St. Helens"), ("Royal Borough of Kingston upon Thames", "Kingston upon Thames"),
    ("York", "York"),
    ("City of York Council", "York"), ("Bournemouth", "Bournemouth, Christchurch and Poole"),
    ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"), ("Derby", "Derby"),
    ("Derbyshire County Council", "Derbyshire"), ("City of London", "City of London"), ("London", "London"),
    ("england", "England"), ("E12000007", "London"), ("newcastle", "Newcastle upon Tyne"),
  ])
  func `a council is found as people write it`(_ text: String, _ expected: String) throws {
    #expect(try name(text) == expected)
  }

  @Test(arguments: [
    ("Cheshire", ["Cheshire East", "Cheshire West and Chester"]), ("Gatshead", ["Gateshead"]),
    ("Thames", ["Kingston upon Thames", "Richmond upon Thames"]), ("Atlantis upon Sea", []), ("", []),
  ])
  func `what is not one council gives those that may be meant`(_ text: String, _ expected: [String]) throws {
    #expect(
      try areas.area(named: text)
        == .notFound(
          suggestions: expected.compactMap { name in
            areas.all.first { $0.name == name }
          }))
  }
}
