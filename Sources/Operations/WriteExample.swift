public import ExampleCouncil
import Files
import Foundation

/// Writes the example council: six years of returns of a fictional authority, and its price list.
public enum WriteExample {
  /// Writes the files into a new or empty folder, with faults planted in the latest return if so wished; the number
  /// written.
  ///
  /// - Throws: `OperationError` where the folder is in use or can't be written.
  public static func run(
    to folder: String, council: ExampleCouncil = ExampleCouncil(), withFaults: Bool = false
  ) throws(OperationError) -> Int {
    if let there = try? FileManager.default.contentsOfDirectory(atPath: folder), !there.isEmpty {
      throw .folderInUse(folder)
    }
    let files = withFaults ? council.filesWithFaults().files : council.files()
    do throws(FilesError) {
      for file in files { try OutputFile.write(file.contents, to: folder + "/" + file.path) }
    } catch {
      throw .files(error)
    }
    return files.count
  }
}
