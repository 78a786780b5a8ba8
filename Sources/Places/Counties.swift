import Files

/// Which county council a district belongs to: children's services are the county's. The data file `counties.csv`,
/// with columns `district,county`, holds the pairs that ever differed since 2021 (Office for National Statistics, Lower
/// Tier Local Authority to Upper Tier Local Authority, April 2021, Open Government Licence); any other authority is its own.
public enum Counties {
  private static let counties: [String: String] = {
    let rows = (try? SmallTable.read(PackageResources.counties_csv, columns: ["district", "county"])) ?? []
    return Dictionary(
      rows.compactMap { row in row["district"].flatMap { district in row["county"].map { (district, $0) } } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// The authority responsible for children in a district or unitary authority.
  public static func responsible(for authority: String) -> String { counties[authority] ?? authority }
}
