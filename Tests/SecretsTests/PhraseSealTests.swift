import Foundation
import Testing

@testable import Secrets

/// What a pass phrase seals comes back whole, or not at all.
struct PhraseSealTests {
  private let phrase = "three words apart"

  private func sealed(_ bytes: Data) throws -> Data {
    var out = Data()
    var rest = bytes
    try PhraseSeal.seal(phrase, isQuick: true) { most in
      // Parts of odd sizes, as files give them.
      let part = Data(rest.prefix(min(most, 700_001)))
      rest = Data(rest.dropFirst(part.count))
      return part.isEmpty ? nil : part
    } write: {
      out.append($0)
    }
    return out
  }

  private func opened(_ sealed: Data, _ phrase: String) throws -> Data {
    var out = Data()
    var rest: Data? = sealed
    try PhraseSeal.open(phrase) { _ in
      defer { rest = nil }
      return rest
    } write: {
      out.append($0)
    }
    return out
  }

  @Test(arguments: [0, 1, 100, 1 << 20, (1 << 20) + 1, 2 << 20, 2_500_000])
  func `bytes of any number come back`(_ count: Int) throws {
    let bytes = Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    let file = try sealed(bytes)
    #expect(try opened(file, phrase) == bytes)
    #expect(try file != sealed(bytes))
  }

  @Test func `a wrong phrase, a cut file, a changed byte and moved chunks are told`() throws {
    let bytes = Data((0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 / 7) })
    let file = try sealed(bytes)
    #expect(throws: SecretsError.wrongPhrase) { try opened(file, "three words aport") }
    #expect(throws: SecretsError.notABackup) { try opened(Data("SQLite format 3".utf8), phrase) }
    #expect(throws: SecretsError.notABackup) { try opened(file.prefix(30), phrase) }
    let head = 37, chunk = (1 << 20) + 16
    // At the end of a chunk, within one, by one byte, and with one more.
    for cut in [head, head + chunk, head + 2 * chunk, file.count - 1, head + 10] {
      #expect(throws: SecretsError.self) { try opened(file.prefix(cut), phrase) }
    }
    #expect(throws: SecretsError.self) { try opened(file + Data([0]), phrase) }
    for place in [20, 25, head, head + 5_000, head + chunk + 9, file.count - 1] {
      var changed = file
      changed[place] ^= 1
      #expect(throws: SecretsError.self, "byte \(place)") { try opened(changed, phrase) }
    }
    let first = file[head..<(head + chunk)], second = file[(head + chunk)..<(head + 2 * chunk)]
    let swapped = file.prefix(head) + second + first + file.suffix(from: head + 2 * chunk)
    #expect(throws: SecretsError.self) { try opened(swapped, phrase) }
    #expect(throws: SecretsError.self) {
      try opened(file.prefix(head) + file.suffix(from: head + chunk), phrase)
    }
  }

  @Test func `what a file claims to cost is not spent`() throws {
    var file = try sealed(Data("x".utf8))
    file[18] = 40
    let dear = file
    #expect(throws: SecretsError.damaged) { try opened(dear, phrase) }
  }
}
