/// What a column of a fee ledger may hold. The raw values are the names in a mapping file.
public enum LedgerField: String, TableField {
  case child, kind, placement, provider, contract, place
  case placeProvider = "place_provider"
  case from, to
  case placementStart = "placement_start"
  case placementEnd = "placement_end"
  case plannedEnd = "planned_end"
  case fee, core, education, therapy, transport, health
  case schools = "education_share"
  case upliftDate = "uplift_date"
  case costCentre = "cost_centre"
  case subjective

  /// Headings by which finance systems and councils' own workbooks call it.
  public var headings: [String] {
    switch self {
    case .child:
      [
        "child", "childid", "childidentifier", "childref", "clientid", "clientref", "client", "personid",
        "person",
        "serviceuserid", "serviceuser", "mosaicid", "lcsid", "icsid", "swiftid", "ssn", "id",
      ]
    case .kind: ["service", "servicetype", "kind", "type", "elementtype", "paymenttype"]
    case .placement:
      [
        "placementid", "placementref", "placementreference", "packageid", "serviceid", "cpliid",
        "purchaseorder",
        "ponumber", "orderno", "placement",
      ]
    case .provider:
      ["providername", "provider", "supplier", "suppliername", "vendor", "vendorname", "payee", "agency"]
    case .contract:
      ["contractid", "contract", "contractref", "contractreference", "contractnumber", "framework"]
    case .place: ["place", "placementcode", "placecode", "placementtype", "ssda903code", "903code"]
    case .placeProvider: ["placeprovider", "providercode", "placementprovider"]
    case .from:
      [
        "effectivefrom", "ratefrom", "feefrom", "validfrom", "from", "datefrom", "startdate", "ratestart",
        "start",
        "feestartdate", "ratestartdate",
      ]
    case .to:
      [
        "effectiveto", "rateto", "feeto", "validto", "to", "dateto", "enddate", "rateend", "end",
        "feeenddate",
        "rateenddate",
      ]
    case .placementStart:
      ["placementstart", "placementstartdate", "placementfrom", "servicestart", "servicestartdate"]
    case .placementEnd:
      ["placementend", "placementenddate", "placementto", "serviceend", "serviceenddate", "leavingdate"]
    case .plannedEnd:
      ["plannedend", "plannedenddate", "expectedend", "expectedenddate", "forecastend", "estimatedend"]
    case .fee:
      [
        "weeklyfee", "weeklycost", "weeklyrate", "weeklycharge", "weeklyprice", "fee", "cost", "rate",
        "charge",
        "price", "totalfee", "totalcost", "grossfee", "grosscost", "gross", "total", "amount", "unitcost",
        "value",
      ]
    case .core:
      ["corefee", "core", "care", "carecost", "careelement", "accommodation", "basicfee", "fosteringfee"]
    case .education: ["education", "educationfee", "educationcost", "educationelement"]
    case .therapy: ["therapy", "therapyfee", "therapycost", "therapeutic"]
    case .transport: ["transport", "transportfee", "transportcost", "travel"]
    case .health:
      [
        "healthcontribution", "healthshare", "health", "ccg", "icb", "nhs", "healthfunding",
        "icbcontribution",
      ]
    case .schools:
      [
        "educationcontribution", "educationshare", "dsg", "dsgcontribution", "highneeds", "educationfunding",
        "send",
      ]
    case .upliftDate: ["upliftdate", "nextuplift", "reviewofprice", "upliftdue", "priceuplift"]
    case .costCentre: ["costcentre", "costcenter", "costcentrecode", "cc"]
    case .subjective: ["subjective", "subjectivecode", "account", "accountcode", "glcode", "expenditurecode"]
    }
  }

  /// Child, first night and fee.
  public var isNeeded: Bool { self == .child || self == .from || self == .fee }

  /// Columns of money.
  static let money: [LedgerField] = [.fee, .core, .education, .therapy, .transport, .health, .schools]
}

extension LedgerField {
  /// Whether a value that a merged cell holds for several rows holds for each: money doesn't.
  var isHeldByEach: Bool { !LedgerField.money.contains(self) }
}
