import Files
import Foundation

/// The text of a paper's file: DOCX, PDF, Markdown or plain text.
enum PaperText {
  /// The text of the file at a path, at most so many characters of it.
  ///
  /// - Throws: `OperationError.files` where there is no file, `.paper` where it can't be read as a paper.
  static func of(_ path: String, most: Int) throws(OperationError) -> String {
    let bytes = try bytes(of: path)
    let text: String
    if bytes.starts(with: Array("%PDF".utf8)) {
      text = try pdf(path, most: most)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .paper(
        path: path,
        "it is locked with a password, or an old .doc. Open it in Word and save it as .docx, unlocked.")
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      text = try word(path)
    } else {
      text = try plain(bytes, path)
    }
    guard text.count <= most else {
      throw .paper(path: path, "it is too long. Give the part that holds the plan.")
    }
    guard text.contains(where: \.isLetter) else {
      throw .paper(
        path: path, "there is no text in it. Where its pages are pictures, have them read by OCR first.")
    }
    return broken(text)
  }

  /// The longest line, in characters.
  private static let longestLine = 4_000

  /// A text with its overlong lines broken at a space: a paragraph is never so long, and what works through a line takes
  /// the longer for each.
  private static func broken(_ text: String) -> String {
    guard text.utf8.count > longestLine else { return text }
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return lines.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard line.utf8.count > longestLine else { return String(line) }
      var parts: [Substring] = []
      var rest = line.drop { $0 == " " }
      while rest.count > longestLine {
        let end = rest.index(rest.startIndex, offsetBy: longestLine)
        let cut = rest[..<end].lastIndex(of: " ") ?? end
        parts.append(rest[..<cut])
        // Without its space, so that every turn takes something off.
        rest = rest[cut...].drop { $0 == " " }
      }
      return (parts + [rest]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The largest file, in bytes: a PDF with pictures is large.
  private static let largest = 100_000_000

  private static func bytes(of path: String) throws(OperationError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .files(.notFound(path: path))
    }
    if isFolder.boolValue { throw .paper(path: path, "it is a folder. Give one paper.") }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= largest else {
      throw .paper(
        path: path, "it has \(size / 1_000_000) MB, and 100 MB are read. Give the pages that hold the plan.")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .files(.unreadable(path: path, reason: "permission denied"))
    }
    guard !data.isEmpty else {
      throw .paper(path: path, "it is empty. Save the paper again, or give another copy.")
    }
    return [UInt8](data)
  }

  private static func word(_ path: String) throws(OperationError) -> String {
    guard WordFile.isWord(path) else {
      throw .paper(
        path: path,
        "it is no Word document, or one that was cut short. Copy it again, or open it in Word and save it as .docx."
      )
    }
    do throws(FilesError) {
      return try WordFile.text(of: path)
    } catch {
      if case .archiveTooLarge = error {
        throw .paper(path: path, "its text is too long. Give the part that holds the plan.")
      }
      throw .paper(path: path, "its document is damaged. Open it in Word and save it as .docx again.")
    }
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

  /// The longest that a PDF is worked on, in seconds.
  private static let seconds = 60

  /// The text that the program pdftotext takes out of a PDF, columns kept.
  private static func pdf(_ path: String, most: Int) throws(OperationError) -> String {
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
    let ending = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds), execute: ending)
    var data = Data()
    while data.count <= 4 * most {
      let part = output.fileHandleForReading.availableData
      if part.isEmpty { break }
      data += part
    }
    if data.count > 4 * most { process.terminate() }
    process.waitUntilExit()
    ending.cancel()
    if data.count > 4 * most {
      throw .paper(path: path, "its text is too long. Give the part that holds the plan.")
    }
    if process.terminationReason == .uncaughtSignal {
      throw .paper(
        path: path, "pdftotext took longer than \(seconds) seconds. Save it as .docx or text.")
    }
    guard process.terminationStatus == 0 else {
      throw .paper(path: path, "pdftotext can't open it. Is it locked or damaged? Save it as .docx or text.")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
