public import Care
public import Costing
public import Files
public import Returns

/// Why an operation could not be done. Each says what, where and what to do.
public enum OperationError: Error {
  /// A folder or file can't be opened or written.
  case files(FilesError)
  /// The returns can't be joined into histories.
  case returns(HistoryError)
  /// A file of categories can't be used.
  case categories(path: String, CategoryBookError)
  /// A finance table can't be read.
  case table(GridError)
  /// A mapping of a table's columns can't be used.
  case mapping(path: String, LedgerMappingError)
  /// A price list can't be used.
  case prices(path: String, PriceListError)
  /// A table of finance's can't be used: what it should be, and why not.
  case finance(path: String, what: String, String)
  /// A scenario's file can't be used; all that is wrong with it.
  case scenario(path: String, [ScenarioProblem])
  /// A business case's file can't be used; all that is wrong with it.
  case businessCase(path: String, [ScenarioProblem])
  /// A plan's file can't be used; all that is wrong with it.
  case plan(path: String, [ScenarioProblem])
  /// A paper can't be read; why, and what to do.
  case paper(path: String, String)
  /// A file of simulated futures can't be used; why, as the rest of a sentence.
  case futures(path: String, String)
  /// A setting that does not fit the data or the others.
  case setting(String)
  /// The person stopped it.
  case cancelled
  /// A folder that should be empty is not.
  case folderInUse(String)
  /// The council's store can't be used.
  case store(StoreError)
  /// An export of the audit can't be trusted; why.
  case export(path: String, String)
  /// No file holds a table of a return; the files' reasons.
  case noTables(path: String, [String])
}

extension OperationError: CustomStringConvertible {
  /// What is wrong and what to do, in a sentence or two.
  public var description: String {
    switch self {
    case .files(let error): error.description
    case .returns(let error): error.description
    case .categories(let path, let error): "The category file \(path) can't be used: \(error.description)."
    case .table(let error): error.description
    case .mapping(let path, let error): "The mapping \(path) can't be used: \(error.description)"
    case .prices(let path, let error): "The price list \(path) can't be used: \(error.description)."
    case .finance(let path, let what, let problem): "The \(what) \(path) can't be used: \(problem)"
    case .scenario(let path, let problems):
      (["The scenario \(path) can't be used."] + problems.map(\.description)).joined(separator: "\n  ")
    case .businessCase(let path, let problems):
      (["The case \(path) can't be used."] + problems.map(\.description)).joined(separator: "\n  ")
    case .plan(let path, let problems):
      (["The plan \(path) can't be used."] + problems.map(\.description)).joined(separator: "\n  ")
    case .paper(let path, let problem): "\(path) can't be read as a paper: \(problem)"
    case .futures(let path, let problem): "The futures in \(path) can't be used: \(problem)."
    case .setting(let words): words
    case .cancelled: "Stopped: nothing was written."
    case .folderInUse(let path): "The folder \(path) is not empty. Name a new or an empty folder."
    case .store(let error): error.description
    case .export(let path, let problem): "The export \(path) can't be trusted: \(problem)"
    case .noTables(let path, let reasons):
      reasons.isEmpty
        ? "There is no file in \(path)."
        : "Nothing in \(path) is a table of a return. \(reasons.prefix(3).joined(separator: ". "))."
    }
  }
}

extension OperationError {
  /// Does something with the store, and on a failure throws it as an operation's.
  public static func storing<R>(_ body: () throws(StoreError) -> R) throws(OperationError) -> R {
    do throws(StoreError) { return try body() } catch { throw .store(error) }
  }
}
