import Care
import Foundation
import Support
import Testing
import Units
import WholePath

/// The corpus that fuzzing keeps, and damage to it, taken the whole way that `homeward check` takes a folder.
struct CorpusTests {
  static let corpus: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for form in ["csv", "xml"] {
      let folder = Project.folder + "/Tests/Corpus/" + form
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        files[form + "/" + name] = FileManager.default.contents(atPath: folder + "/" + name).map(Array.init)
      }
    }
    return files
  }()

  @Test func `no law is broken by any file of the corpus`() throws {
    let book = try CategoryBook.standard()
    #expect(Self.corpus.count > 20)
    for (name, bytes) in Self.corpus {
      let folder = FolderText(bytes)
      let path = WholePath(folder, book: book)
      #expect(path.broken(folder) == [], "\(name)")
    }
  }

  @Test func `the same files say the same, in any order`() throws {
    let book = try CategoryBook.standard()
    for (name, bytes) in Self.corpus.sorted(by: { $0.key < $1.key }).prefix(300) {
      var folder = FolderText(bytes)
      let said = WholePath(folder, book: book).said
      folder.files.reverse()
      #expect(WholePath(folder, book: book).said == said, "\(name)")
    }
  }

  /// Of files made by the fuzzer names may be all that tells the years of two returns apart.
  @Test func `names that put the files in another order change no finding`() throws {
    let book = try CategoryBook.standard()
    for (name, bytes) in Self.corpus where name.count < 40 {
      let folder = FolderText(bytes)
      let findings = WholePath(folder, book: book).findings
      #expect(WholePath(folder.turned, book: book).findings == findings, "\(name)")
    }
  }

  @Test(arguments: 1...4)
  func `no law is broken by damage to them`(_ seed: UInt64) throws {
    let book = try CategoryBook.standard()
    let files = Self.corpus.sorted { $0.key < $1.key }.map(\.value)
    var damage = Damage(seed: Seed(seed))
    for _ in 0..<500 {
      let bytes = damage.done(to: files)
      let folder = FolderText(bytes)
      let path = WholePath(folder, book: book)
      let broken = path.broken(folder)
      #expect(broken == [], "seed \(seed): \(Data(bytes).base64EncodedString())")
    }
  }
}
