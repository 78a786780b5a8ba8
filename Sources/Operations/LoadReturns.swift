import Care
import Files
import Foundation
import Places
import Returns
public import Units

/// Which returns to read, and how.
public struct LoadOptions: Sendable {
  /// The folder, zip archive or file.
  public var path: String
  /// The as-of date; nil for the latest event in the returns.
  public var asOf: CivilDay?
  /// A file of categories of the council's own; nil for the method's.
  public var categories: String?
  /// Whether files that look like two councils' are parts of one return.
  public var combine = false
  /// Whether every file of episodes is whole, extracts too.
  public var complete = false

  /// The returns at a path.
  public init(path: String) { self.path = path }

  /// The folder's or archive's own name, which stands for the council's where none is given.
  var folderName: String {
    let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    return name.hasSuffix(".zip") ? String(name.dropLast(4)) : name
  }
}

/// Reads a folder of returns and joins them into care histories.
enum LoadReturns {
  /// The postcode directory, if one is installed.
  static func directory() throws(OperationError) -> PostcodeDirectory? {
    do throws(FilesError) { return try DirectoryFile.open() } catch { throw .files(error) }
  }

  static func run(
    _ options: LoadOptions, book: CategoryBook, progress: (Int, Int) -> Void
  ) throws(OperationError) -> BuiltHistories {
    try joined(try read(options, progress: progress), book: book, asOf: options.asOf)
  }

  /// The histories that returns make, up to a day; nil for the latest event in them.
  static func joined(
    _ returns: ReturnSet, book: CategoryBook, asOf: CivilDay?
  ) throws(OperationError) -> BuiltHistories {
    do throws(HistoryError) {
      return try HistoryBuilder.build(returns, book: book, asOf: asOf)
    } catch {
      throw .returns(error)
    }
  }

  static func read(_ options: LoadOptions, progress: (Int, Int) -> Void) throws(OperationError) -> ReturnSet {
    do throws(FilesError) {
      return try ReturnsReader.read(
        at: options.path, combine: options.combine, complete: options.complete, progress: progress)
    } catch {
      throw .files(error)
    }
  }

  /// The council's own categories where it names a file, else those of the method.
  static func book(_ path: String?, method: ForecastMethod) throws(OperationError) -> CategoryBook {
    let own = try path.map { path throws(OperationError) in try bytes(of: path) }
    do throws(CategoryBookError) {
      if let own { return try CategoryBook(csv: own) }
      return try method == .stockFlow ? .sector() : .standard()
    } catch {
      throw .categories(path: path ?? "built in", error)
    }
  }

  /// A small settings file.
  static func bytes(of path: String) throws(OperationError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .files(.notFound(path: path))
    }
    guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
      throw .files(
        .unreadable(path: path, reason: isFolder.boolValue ? "it is a folder" : "permission denied"))
    }
    guard data.count < 10_000_000 else {
      throw .files(.tooLarge(path: path, bytes: data.count, limit: 10_000_000))
    }
    return [UInt8](data)
  }
}
