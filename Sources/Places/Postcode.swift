public import Units

/// What a postcode tells by itself, without a directory: whether it can be one, and roughly where it is.
///
/// Form: British Standard BS 7666, by which a postcode is an area of one or two letters, a district that begins with a
/// digit, and a digit with two letters. Areas: Royal Mail, with those of Guernsey, Jersey and the Isle of Man.
public enum Postcode {
  /// Whether a postcode, without its space, has the form of one and lies in an area that there is.
  public static func isPossible(_ postcode: Code) -> Bool {
    guard let parts = Parts(postcode) else { return false }
    return areas.contains(parts.area)
  }

  /// Whether a postcode lies in an area no part of which is in England. One that can't be read may be in England.
  public static func isOutsideEngland(_ postcode: Code) -> Bool {
    Parts(postcode).map { areasOutsideEngland.contains($0.area) } ?? false
  }

  /// The area of a postcode that has the form of one.
  private struct Parts {
    let area: Code

    init?(_ postcode: Code) {
      guard (5...7).contains(postcode.count) else { return nil }
      let areaEnd = Parts.isCapital(postcode[1]) ? 2 : 1
      let unit = postcode.count - 3
      let isDistrict =
        (1...2).contains(unit - areaEnd) && Parts.isDigit(postcode[areaEnd])
        && (areaEnd..<unit).allSatisfy { Parts.isDigit(postcode[$0]) || Parts.isCapital(postcode[$0]) }
      let isUnit =
        Parts.isDigit(postcode[unit])
        && (unit + 1..<postcode.count).allSatisfy { Parts.isUnitLetter(postcode[$0]) }
      guard Parts.isCapital(postcode[0]), isDistrict, isUnit else { return nil }
      area = postcode.prefix(areaEnd)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
    private static func isUnitLetter(_ byte: UInt8) -> Bool {
      isCapital(byte) && !"CIKMOV".utf8.contains(byte)
    }
  }

  private static let areas = Set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G \
    GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW \
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC \
    WD WF WN WR WS WV YO ZE
    """.split(separator: " ").map { Code(String($0)) })

  /// Areas wholly in Scotland, Wales, Northern Ireland, the Isle of Man or the Channel Islands. Those that straddle the
  /// border, if only by a few houses (DG, LL), are not among them.
  private static let areasOutsideEngland = Set(
    "AB BT CF DD EH FK G GY HS IM IV JE KA KW KY ML PA PH SA ZE".split(separator: " ").map {
      Code(String($0))
    })
}
