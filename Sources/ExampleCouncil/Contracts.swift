/// Contracts of the example council with some of its providers: each kind there is, at prices near those of the ledger.
enum Contracts {
  private static let columns =
    "contract,provider,kind,from,to,places,after_nights,weekly_pounds,spot_weekly_pounds,uplift_on,uplift_percent"

  private static let lines = [
    "FOS-103,Curlew Fostering,whole volume,01/04/2025,31/03/2028,,0,1125.00,1150.00,01/04,2.5",
    "FOS-103,Curlew Fostering,whole volume,01/04/2025,31/03/2028,,3600,1095.00,,,",
    "FOS-103,Curlew Fostering,whole volume,01/04/2025,31/03/2028,,4400,1060.00,,,",
    "FOS-107,Gannet Fostering,slab,01/04/2025,31/03/2028,,0,1120.00,1150.00,01/04,2.5",
    "FOS-107,Gannet Fostering,slab,01/04/2025,31/03/2028,,2400,1050.00,,,",
    "FOS-110,Kestrel Fostering,framework,01/04/2024,31/03/2027,,,,1190.00,,",
    "HOM-B1,Avocet Homes,block,01/10/2024,30/09/2027,2,,5350.00,6900.00,anniversary,3",
    "HOM-B2,Bittern Homes,block,01/04/2025,31/03/2027,2,,6150.00,7200.00,anniversary,3",
    "SUP-V4,Dunlin Supported Living,slab,01/04/2025,31/03/2027,,0,1420.00,1550.00,01/04,2",
    "SUP-V4,Dunlin Supported Living,slab,01/04/2025,31/03/2027,,365,1290.00,,,",
  ]

  static var file: ExampleFile {
    ExampleFile(path: "contracts.csv", contents: ([columns] + lines).joined(separator: "\n") + "\n")
  }
}
