internal import NormaArrays
internal import NormaMeasurement

/// Which peers take part.
enum BenchPeers {
  /// The peers that `--peers` asks for, and a note where there are none to ask for.
  static func chosen(by choice: String) throws(Failure) -> (peers: [Peer], note: String?) {
    guard choice != "none" else { return ([], nil) }
    let folder = Peer.standardFolder
    let isListed = TextFile.exists("\(folder)/\(Peer.listName)")
    if choice == "all" && !isListed {
      let hint = "run this in a clone after `make peers`, or let NORMA_PEERS name its folder Peers"
      return ([], "No peers: there is no \(folder)/\(Peer.listName) here; \(hint).")
    }
    let listed: [Peer]
    do { listed = try Peer.list(in: folder) } catch {
      throw Failure("\(folder)/\(Peer.listName): is no list of peers that can be read")
    }
    return (choice == "all" ? listed : try named(choice, among: listed), nil)
  }

  private static func named(_ choice: String, among listed: [Peer]) throws(Failure) -> [Peer] {
    let names = choice.split(separator: ",").map(String.init)
    for name in names where !listed.contains(where: { $0.name == name }) {
      let known = listed.map(\.name).joined(separator: ", ")
      throw .usage("--peers: there is no peer '\(name)'; there are \(known), all and none")
    }
    return listed.filter { names.contains($0.name) }
  }
}
