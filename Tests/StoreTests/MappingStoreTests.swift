import Operations
import Store
import Support
import Testing

struct MappingStoreTests {
  @Test func `a mapping is kept, found again and replaced`() throws {
    let folder = try TemporaryFolder()
    let store = try StoreFile(at: folder.path + "/council.sqlite")
    #expect(try store.mappings.mapping(of: "fees") == nil)
    try store.mappings.keep("columns: {}\n", of: "fees", moment: "2026-06-01T09:30:00Z")
    try store.mappings.keep("per: month\n", of: "fees", moment: "2026-06-02T09:30:00Z")
    #expect(try store.mappings.mapping(of: "fees") == "per: month\n")
    #expect(try store.mappings.mapping(of: "accounts") == nil)
  }
}
