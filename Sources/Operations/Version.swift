/// The version of Homeward.
public enum Version {
  /// The present one, by semantic versioning.
  public static let current = "0.1.0"
}
