import Foundation
import Secrets
import Testing

/// Secrets against the published vectors, and the laws they keep.
struct SecretsTests {
  @Test func `one-time codes are those of RFC 6238's table`() {
    let secret = Data("12345678901234567890".utf8)
    for (seconds, code) in [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
      (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ] as [(Int64, String)] {
      #expect(OneTimeCode.code(secret, step: OneTimeCode.step(at: seconds)) == code)
    }
    #expect(OneTimeCode.base32(Data("foobar".utf8)) == "MZXW6YTBOI")
  }

  @Test func `a code is taken once, and half a minute early or late`() {
    let secret = OneTimeCode.secret()
    let now: Int64 = 1_700_000_000
    let code = OneTimeCode.code(secret, step: OneTimeCode.step(at: now))
    let step = OneTimeCode.accepted(code, secret, at: now + 29, last: 0)
    #expect(step == OneTimeCode.step(at: now))
    #expect(OneTimeCode.accepted(code, secret, at: now + 29, last: step ?? 0) == nil)
    #expect(OneTimeCode.accepted(code, secret, at: now + 90, last: 0) == nil)
    #expect(OneTimeCode.accepted("", secret, at: now, last: 0) == nil)
  }

  @Test func `a password is known again, composed otherwise too, and no other is`() throws {
    let digest = try PasswordDigest(of: "café au lait at noon", isQuick: true)
    #expect(digest.matches("cafe\u{301} au lait at noon"))
    #expect(!digest.matches("cafe au lait at noon") && !digest.matches(""))
    #expect(!PasswordDigest(kept: "").matches(""))
    #expect(
      try PasswordDigest(of: "the same", isQuick: true) != PasswordDigest(of: "the same", isQuick: true))
    #expect(!digest.text.contains("lait"))
  }

  @Test func `what is sealed opens only at its place, with its key, unchanged`() throws {
    let key = CouncilKey(Data(repeating: 1, count: 32))
    let sealed = try key.sealed(Data("Alex Example".utf8), at: "document/1")
    #expect(try key.opened(sealed, at: "document/1") == Data("Alex Example".utf8))
    #expect(throws: SecretsError.notOurs) { try key.opened(sealed, at: "document/2") }
    #expect(throws: SecretsError.notOurs) {
      try CouncilKey(Data(repeating: 2, count: 32)).opened(sealed, at: "document/1")
    }
    var changed = sealed
    changed[changed.startIndex + 14] ^= 1
    let other = changed
    #expect(throws: SecretsError.notOurs) { try key.opened(other, at: "document/1") }
    #expect(sealed.range(of: Data("Alex".utf8)) == nil)
  }

  @Test func `digests are SHA-256, tokens differ, comparison compares`() {
    #expect(Token.digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Set((0..<100).map { _ in Token.make() }).count == 100)
    #expect(Token.areEqual("abc", "abc") && !Token.areEqual("abc", "abd") && !Token.areEqual("abc", "ab"))
  }
}
