import Files
import Places

/// Makes the postcode directory of a published one.
public enum AddPostcodes {
  /// Reads a postcode directory's CSV and writes Homeward's file (nil: in the user's data folder). Gives the number of
  /// postcodes and the file's path.
  ///
  /// - Throws: `OperationError.files`.
  public static func run(csv: String, to path: String?) throws(OperationError) -> (count: Int, path: String) {
    let path = path ?? DirectoryFile.own
    do throws(FilesError) {
      return (try PostcodeDirectory.build(from: csv, to: path), path)
    } catch {
      throw .files(error)
    }
  }
}
