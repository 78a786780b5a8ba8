import Files
import Foundation

/// The text of a paper's file: DOCX, PDF, Markdown or plain text.
enum PaperText {
  /// The longest text read, in characters: some 1,500 pages.
  static let limit = 4_000_000

  /// The text of the file at a path.
  ///
  /// - Throws: `OperationError.files` where there is no file, `.paper` where it can't be read as a paper.
  static func of(_ path: String) throws(OperationError) -> String {
    let bytes = try LoadReturns.bytes(of: path)
    let text: String
    if bytes.starts(with: Array("%PDF".utf8)) {
      text = try pdf(path)
    } else if WordFile.isWord(path) {
      do throws(FilesError) { text = try WordFile.text(of: path) } catch { throw .files(error) }
    } else {
      text = try plain(bytes, path)
    }
    guard text.count <= limit else {
      throw .paper(path: path, "it is too long. Give the part that holds the plan.")
    }
    guard text.contains(where: \.isLetter) else {
      throw .paper(
        path: path, "there is no text in it. Where its pages are pictures, have them read by OCR first.")
    }
    return text
  }

  private static func plain(_ bytes: [UInt8], _ path: String) throws(OperationError) -> String {
    let decoded = bytes.withUnsafeBufferPointer { buffer -> String? in
      try? TextDecoding.withText(buffer) { text, _ in String(decoding: text, as: UTF8.self) }
    }
    guard let decoded else {
      throw .paper(path: path, "it is no text. Save it as .docx, .pdf, .md or .txt.")
    }
    return decoded
  }

  /// The text that the program pdftotext takes out of a PDF, columns kept.
  private static func pdf(_ path: String) throws(OperationError) -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let places = folders.map { "\($0)/pdftotext" }
    guard let program = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw .paper(
        path: path,
        "a PDF is read with the program pdftotext, which is not installed. Install poppler-utils, or save the paper as .docx or text."
      )
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-layout", "-enc", "UTF-8", "-nopgbrk", URL(fileURLWithPath: path).path, "-"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw .paper(path: path, "pdftotext could not be started. Save the paper as .docx or text.")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw .paper(path: path, "pdftotext can't open it. Is it locked or damaged? Save it as .docx or text.")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
