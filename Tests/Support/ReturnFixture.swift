/// Lines of returns written in a test: the usual values stand unless a test says otherwise.
public struct EpisodeLine: Sendable {
  /// The child's identifier.
  public var child: String
  /// DECOM and DEC as they stand in the file.
  public var decom: String, dec: String
  /// Codes as they stand in the file.
  public var rne: String, ls: String, place: String, provider: String, rec: String

  /// An episode.
  public init(
    _ child: String, _ decom: String, _ dec: String = "", rne: String = "S", ls: String = "C2",
    place: String = "U6", provider: String = "PR1", rec: String? = nil
  ) {
    self.child = child
    self.decom = decom
    self.dec = dec
    self.rne = rne
    self.ls = ls
    self.place = place
    self.provider = provider
    self.rec = rec ?? (dec.isEmpty ? "" : "X1")
  }
}

/// Files of returns as text.
public enum ReturnFixture {
  /// A file of episodes.
  public static func episodes(_ lines: [EpisodeLine]) -> String {
    var text =
      "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    for line in lines {
      text +=
        "\(line.child),\(line.decom),\(line.rne),\(line.ls),N1,\(line.place),\(line.provider),\(line.dec),\(line.rec),,QW1 1AA,QW2 2BB,9900001\n"
    }
    return text
  }

  /// A header file of children and their dates of birth.
  public static func header(_ children: [(child: String, birth: String)]) -> String {
    children.reduce("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n") { $0 + "\($1.child),1,\($1.birth),WBRI,,,\n" }
  }
}
