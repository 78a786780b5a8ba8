import Care
import Returns
import Support
import Testing
import Units

/// Returns as they were known on an earlier day.
struct KnownReturnsTests {
  private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  /// Two years' returns; the second corrects a child's date of birth, when another came, and where a third was.
  private func files(laterBirth: String = "01/06/2010", laterStart: String = "05/05/2022") -> [String: String]
  {
    let steady = (10..<30).map { "\($0)" }
    let first =
      steady.map { EpisodeLine($0, "10/04/2022") } + [
        EpisodeLine("1", "01/06/2022"), EpisodeLine("2", "05/05/2022"),
        EpisodeLine("3", "07/07/2022", "20/03/2023", place: "K2", provider: "PR4", rec: "E4A"),
        EpisodeLine("4", "20/03/2023"),
      ]
    let second =
      steady.map { EpisodeLine($0, "10/04/2022") } + [
        EpisodeLine("1", "01/06/2022", "10/10/2023", rec: "E4A"), EpisodeLine("2", laterStart),
        EpisodeLine("4", "20/03/2023", "01/12/2023", place: "P1", rec: "X1"),
        EpisodeLine("4", "01/12/2023", rne: "P"), EpisodeLine("5", "20/03/2024"),
      ]
    let born = steady.map { (child: $0, birth: "01/01/2012") }
    return [
      "2022-23/e.csv": ReturnFixture.episodes(first),
      "2022-23/h.csv": ReturnFixture.header(
        born + ["1", "2", "3", "4"].map { (child: $0, birth: "01/06/2010") }),
      "2023-24/e.csv": ReturnFixture.episodes(second),
      "2023-24/h.csv": ReturnFixture.header(
        born + ["1", "2", "4", "5"].map { (child: $0, birth: laterBirth) }),
    ]
  }

  private func known(_ files: [String: String], at day: CivilDay) throws -> CareHistories {
    let folder = try TemporaryFolder(files)
    let set = try ReturnsReader.read(at: folder.path)
    return try HistoryBuilder.build(set.known(at: day), book: .standard(), asOf: day).histories
  }

  private func words(_ histories: CareHistories) -> [String] {
    histories.episodes.map { episode in
      let child = histories.children[Int(episode.child)]
      return
        "\(child.id.revealed) \(child.birth) \(episode.start) \(episode.end?.description ?? "") \(episode.place)"
    }.sorted()
  }

  @Test func `no later return changes what was known on 31 March`() throws {
    let origin = try day("2023-03-31")
    let only = files().filter { $0.key.hasPrefix("2022") }
    let alone = words(try known(only, at: origin))
    #expect(alone.count == 24)
    #expect(words(try known(files(), at: origin)) == alone)
    let corrected = files(laterBirth: "09/09/2009", laterStart: "08/05/2022")
    #expect(words(try known(corrected, at: origin)) == alone)
    // Cutting histories built from all returns would let the corrections in.
    let folder = try TemporaryFolder(corrected)
    let all = try HistoryBuilder.build(ReturnsReader.read(at: folder.path), book: .standard()).histories
    #expect(words(all.cut(at: origin)) != alone)
  }

  @Test func `inside a year its return is cut: later starts gone, later ends blank`() throws {
    let origin = try day("2023-09-30")
    let found = words(try known(files(), at: origin))
    #expect(found.contains("1 2010-06-01 2022-06-01  U6"))
    #expect(found.contains("4 2010-06-01 2023-03-20  P1"))
    #expect(!found.contains { $0.hasPrefix("5 ") } && !found.contains { $0.contains("2023-12-01") })
    #expect(found.contains("3 2010-06-01 2022-07-07 2023-03-20 K2"))
  }

  @Test func `what is after the day inside the year changes nothing`() throws {
    let origin = try day("2023-09-30")
    var other = files()
    other["2023-24/e.csv"] = other["2023-24/e.csv"]?
      .replacingOccurrences("10/10/2023", "11/03/2024").replacingOccurrences("01/12/2023", "02/02/2024")
    #expect(other["2023-24/e.csv"] != files()["2023-24/e.csv"])
    #expect(words(try known(other, at: origin)) == words(try known(files(), at: origin)))
  }

  @Test func `a day is reached by a whole return, or an extract that goes so far`() throws {
    let folder = try TemporaryFolder(files())
    let set = try ReturnsReader.read(at: folder.path)
    let reached = try ["2022-03-31", "2023-03-31", "2023-12-31", "2024-06-30"].map {
      set.reaches(try day($0))
    }
    #expect(reached == [false, true, true, false])
    #expect(set.lastDayKnown == (try day("2024-03-31")))
    #expect(set.known(at: try day("2022-03-31")).problems == [.noEpisodes])
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    components(separated: old).joined(separator: new)
  }

  private func components(separated separator: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
