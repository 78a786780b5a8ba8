import Units

/// What a postcode tells by itself, without a directory: whether it can be one, and roughly where it is.
///
/// Form: British Standard BS 7666, by which a postcode is an area of one or two letters, a district that begins with a
/// digit, and a digit with two letters. Areas: Royal Mail, with those of Guernsey, Jersey and the Isle of Man.
enum Postcode {
  /// Whether a postcode, without its space, has the form of one and lies in an area that there is.
  static func isPossible(_ postcode: Code) -> Bool {
    guard let parts = Parts(postcode) else { return false }
    return areas.contains(parts.area)
  }

  /// Whether a postcode lies in an area no part of which is in England. One that can't be read may be in England.
  static func isOutsideEngland(_ postcode: Code) -> Bool {
    Parts(postcode).map { areasOutsideEngland.contains($0.area) } ?? false
  }

  /// The area of a postcode that has the form of one.
  private struct Parts {
    let area: Substring

    init?(_ postcode: Code) {
      guard (5...7).contains(postcode.count) else { return nil }
      let text = postcode.description
      area = text.prefix(while: \.isLetter)
      let district = text.dropFirst(area.count).dropLast(3)
      let unit = text.suffix(3)
      let isDistrict =
        (1...2).contains(district.count) && district.first.map(Parts.isDigit) == true
        && district.allSatisfy { Parts.isDigit($0) || Parts.isCapital($0) }
      let isUnit =
        unit.first.map(Parts.isDigit) == true
        && unit.dropFirst().allSatisfy { Parts.isCapital($0) && !"CIKMOV".contains($0) }
      guard (1...2).contains(area.count), area.allSatisfy(Parts.isCapital), isDistrict, isUnit else {
        return nil
      }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    private static func isCapital(_ character: Character) -> Bool { ("A"..."Z").contains(character) }
  }

  private static let areas = Set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G \
    GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW \
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC \
    WD WF WN WR WS WV YO ZE
    """.split(separator: " "))

  /// Areas wholly in Scotland, Wales, Northern Ireland, the Isle of Man or the Channel Islands. Those that straddle the
  /// border, if only by a few houses (DG, LL), are not among them.
  private static let areasOutsideEngland = Set(
    "AB BT CF DD EH FK G GY HS IM IV JE KA KW KY ML PA PH SA ZE".split(separator: " "))
}
