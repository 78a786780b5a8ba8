import Foundation
public import Testing

/// The reference data some tests compare with: not part of the project. Found in the folder that
/// `HOMEWARD_REFERENCE` names, else in a folder `shared` beside the checkout. Where it is missing those tests are not
/// run, and counted; with `HOMEWARD_REFERENCE_REQUIRED=1` they fail instead.
public enum Reference {
  /// The folder, nil where there is none.
  public static let folder: String? = {
    let named = ProcessInfo.processInfo.environment["HOMEWARD_REFERENCE"]
    let beside = Project.folder + "/../shared"
    let path = named ?? beside
    return FileManager.default.fileExists(atPath: path + "/vectors") ? path : nil
  }()

  static var isRequired: Bool {
    ProcessInfo.processInfo.environment["HOMEWARD_REFERENCE_REQUIRED"] == "1"
  }

  /// The path of something in the folder.
  ///
  /// - Throws: `ReferenceMissing` where there is no such folder or thing.
  public static func path(_ name: String) throws -> String {
    guard let folder, FileManager.default.fileExists(atPath: folder + "/" + name) else {
      throw ReferenceMissing(name: name)
    }
    return folder + "/" + name
  }
}

/// Reference data that a test needs and that is not there.
public struct ReferenceMissing: Error {
  let name: String
}

/// Where the project itself stands.
public enum Project {
  /// The checkout's folder.
  public static let folder: String = {
    var path = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { path.deleteLastPathComponent() }
    return path.path
  }()
}

extension Trait where Self == ConditionTrait {
  /// The test is run only where the reference data is, or is required.
  public static var needsReference: Self {
    .enabled(if: Reference.folder != nil || Reference.isRequired, "needs reference data")
  }
}
