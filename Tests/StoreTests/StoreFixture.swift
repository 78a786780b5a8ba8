import Foundation
import Operations
import Secrets
import Store

extension StoreFile {
  /// The store with a key of the tests'.
  var council: CouncilFile { CouncilFile(self, key: CouncilKey(Data(repeating: 7, count: 32))) }
}
