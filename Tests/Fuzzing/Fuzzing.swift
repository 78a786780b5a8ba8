import Care
import Foundation
import WholePath

/// Fuzzes the whole path of a folder of returns. Options: those of LLVM's libFuzzer, which `tools/fuzz.sh` gives.
@main
enum Fuzzing {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = drive(&count, &arguments, takeTheWholePath)
  }
}

/// Categories of placements, read once.
private let book: CategoryBook? = try? .standard()

/// What the fuzzer calls with bytes of its making. A law that does not hold ends the program, as a trap does.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeTheWholePath(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let book else { return -1 }
  let folder = FolderText(UnsafeBufferPointer(start: start, count: count))
  let path = WholePath(folder, book: book)
  let broken = path.broken(folder)
  guard broken.isEmpty else {
    FileHandle.standardError.write(Data("broken: \(broken.joined(separator: "; "))\n".utf8))
    abort()
  }
  return 0
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's own loop: a Swift program has a `main` already, so libFuzzer's is not used.
@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
