public import Places
public import Units

/// What became of one file.
public struct ReturnFile: Sendable {
  /// What the file turned out to be.
  public enum Status: Sendable, Equatable {
    /// Read as a table of the return.
    case table(TableName)
    /// A table of the return whose bytes are those of another file: not read a second time.
    case copy(of: Int, TableName)
    /// A list of postcodes with their places, and how many: it says where homes and placements are.
    case postcodes(Int)
    /// Can't be used; the reason as a sentence.
    case unusable(String)
  }

  /// The path shown to the person.
  public let name: String
  /// What it turned out to be.
  public internal(set) var status: Status
  /// A number that tells the file's content from another's; nil where it could not be read.
  public internal(set) var fingerprint: UInt64?
  /// Rows below the header, blank lines apart.
  public internal(set) var rowsRead = 0
  /// The collection year inferred; nil where nothing tells it.
  public internal(set) var year: CollectionYear?
  /// The latest event in a file of episodes; of a table told by its children, that of the file it goes with.
  public internal(set) var asOf: CivilDay?
  /// For episodes: whether the file is taken for a whole return, so that an episode missing from it has ended.
  public internal(set) var isComplete = false

  /// The table the file holds, if it holds one.
  public var table: TableName? {
    switch status {
    case .table(let name), .copy(_, let name): name
    case .postcodes, .unusable: nil
    }
  }
}

/// Something about the files together that makes a forecast from them wrong.
public enum ReturnProblem: Sendable, Equatable {
  /// No file holds episodes.
  case noEpisodes
  /// Files of episodes hold their header and no row that can be used.
  case noEpisodeRows
  /// No file holds header rows, so no age is known.
  case noHeaders
  /// Two files of the same collection year hold different children.
  case twoCouncils(String, String, CollectionYear)
  /// Of the children in care at the end of a return, next to none are in the next year's.
  case unrelatedYears(String, String)
  /// Two header files know the same identifiers as different children; the year is the second's.
  case clashingIdentifiers(String, String, CollectionYear)
}

extension ReturnProblem: CustomStringConvertible {
  /// What is wrong and what to do, in a sentence or two.
  public var description: String {
    switch self {
    case .noEpisodes:
      "No episodes were found: no file has the columns CHILD, DECOM, DEC, RNE, LS and PLACE. Give the folder that holds the returns' CSV files; \(Means.report("check", page: "What the rules find")) says why each file was not used."
    case .noEpisodeRows:
      "The files of episodes hold no row that can be used; \(Means.report("check", page: "What the rules find")) says why. Export the episodes again."
    case .noHeaders:
      "No header file was found, so no child's age is known. Add the header file (columns CHILD, SEX, DOB, ETHNIC) of each year."
    case .twoCouncils(let a, let b, let year):
      "\(a) and \(b) are both episodes of \(year) and share next to no children: they look like two councils' returns. Put each council's files in a folder of its own\(Means.said("; or, if they are two parts of one return, say --combine", inBrowser: ""))."
    case .unrelatedYears(let a, let b):
      "Next to none of the children in care at the end of \(a) are in the next year's \(b): they look like two councils' returns, or identifiers that were changed. Put each council's files in a folder of its own\(Means.said("; or, if they do belong together, say --combine", inBrowser: ""))."
    case .clashingIdentifiers(let a, let b, let year):
      "\(a) and \(b) (\(year)) give the same identifiers different dates of birth: they look like two councils' returns. Put each council's files in a folder of its own."
    }
  }
}

/// Everything read from a folder of returns.
public struct ReturnSet: Sendable {
  /// Every file met, in order of name.
  public internal(set) var files: [ReturnFile] = []
  /// The tables read, in order of file.
  public internal(set) var tables: [ReturnTable] = []
  /// Rows that histories can't use but the return's rules judge: set aside for a date, or of a file that lacks a
  /// column it is told by.
  public internal(set) var unusedTables: [ReturnTable] = []
  /// Lists of postcodes found beside the tables, in order of file.
  public internal(set) var postcodes: [PostcodeDirectory] = []
  /// Every child met in any table.
  public internal(set) var children: [ChildID] = []
  /// Rows that could not be used.
  public internal(set) var setAside: [SetAside] = []
  /// What was read otherwise than written, or is worth knowing.
  public internal(set) var notes: [ReadingNote] = []
  /// What stands in the way of a forecast.
  public internal(set) var problems: [ReturnProblem] = []

  /// Whether files of one year were said to be parts of one return.
  public internal(set) var isCombined = false

  /// How many of `setAside` are rows that reading left out of the tables; the rest are rows of tables that joining
  /// left out.
  var setAsideByReading = 0
  /// Rows of the tables that joining did not set aside, counted by themselves: `rowsRead` less `rowsSetAside`.
  public var rowsUsed: Int {
    let joined = Set(setAside[setAsideByReading...].map { UInt64($0.file) << 40 | UInt64($0.line) })
    return tables.reduce(0) { $0 + $1.rows } - joined.count
  }

  /// Rows read in all files that hold a table: always `rowsUsed` + `rowsSetAside`.
  public var rowsRead: Int { files.reduce(0) { $0 + $1.rowsRead } }
  /// Rows set aside.
  public var rowsSetAside: Int { setAside.reduce(0) { $0 + $1.rows } }

  /// The collection years of which episodes were read, in order.
  public var years: [CollectionYear] {
    Array(Set(episodeFiles.compactMap { files[$0].year })).sorted()
  }

  /// The collection years between the first and the last of which there are no episodes.
  public var missingYears: [CollectionYear] {
    let years = years
    guard let first = years.first, let last = years.last else { return [] }
    return (first.startYear...last.startYear).map(CollectionYear.init(startYear:)).filter {
      !years.contains($0)
    }
  }

  /// The latest event in any file of episodes.
  public var latestEvent: CivilDay? { episodeFiles.compactMap { files[$0].asOf }.max() }

  var episodeFiles: [Int] { tables.filter { $0.shape.name == .episodes }.map(\.file) }
}
