public import Plans

/// How sure it is that something in a paper is what it was taken for.
public enum PaperConfidence: String, Sendable, Comparable {
  /// A person must decide.
  case ask
  /// The words say so, in a way that could mean something else.
  case likely
  /// The paper says so plainly.
  case sure

  private var rank: Int { self == .ask ? 0 : self == .likely ? 1 : 2 }
  /// Less sure comes first.
  public static func < (a: PaperConfidence, b: PaperConfidence) -> Bool { a.rank < b.rank }
}

/// What an item of a proposed plan rests on.
public struct PaperFinding: Sendable {
  /// A figure or words of the paper, and the item's key that they stand behind.
  public struct Evidence: Sendable {
    /// The key, such as `years 2011/12`.
    public let key: String
    /// The characters in the paper.
    public let quote: Quote
    /// The figure that they are; nil for words.
    public var figure: Figure?
  }

  /// The item's id.
  public let id: String
  /// The plan's list that it stands in, such as `savings`.
  public let section: String
  /// What it rests on.
  public var evidence: [Evidence]
  /// How sure it is.
  public var confidence: PaperConfidence
  /// What a person is to settle.
  public var asks: [String] = []
}

/// A plan as a paper proposes it, with the quote beside every figure.
public struct PaperReading: Sendable {
  /// The proposed plan.
  public let plan: Plan
  /// What each item rests on, in the order found.
  public let findings: [PaperFinding]
  /// Every figure of the paper.
  public let figures: [Figure]
  /// What has digits and can't be read.
  public let unreadable: [Quote]
  /// The headings of tables and columns of which nothing was made.
  public let untaken: [Quote]

  /// What stands behind an item.
  public func finding(_ id: String) -> PaperFinding? { findings.first { $0.id == id } }

  /// Reads a paper.
  public static func of(_ paper: Paper) -> PaperReading {
    var draft = PlanDraft(paper)
    let (tables, loose) = TableFinder.tables(of: paper)
    draft.head()
    draft.year = PlanDraft.usualYear(of: tables, paper, draft)
    for table in tables { draft.read(table) }
    let inTables = Set(
      tables.flatMap { table in
        [table.line] + table.rows.flatMap { $0.cells.flatMap { $0.spots.map(\.line) } }
      })
    let passages = Passage.all(in: paper, without: inTables)
    for passage in passages { draft.readTargets(passage) }
    for passage in passages { draft.readSavings(passage) }
    for passage in passages { draft.readRisk(passage) }
    for row in loose { draft.read(loose: row) }
    return PaperReading(
      plan: draft.plan, findings: draft.findings, figures: paper.figures, unreadable: paper.unreadable,
      untaken: draft.untaken)
  }
}
