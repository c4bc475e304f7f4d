internal import NormaArrays
internal import NormaRuntime

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A program that runs layers with another library, as the list of a folder names it.
package struct Peer: Decodable, Hashable, Sendable {
  /// What it is called on the command line.
  package let name: String
  /// What it is called in tables.
  package let title: String
  /// The program and its arguments; one with a slash stands relative to the folder of the list.
  package let command: [String]

  /// The file that lists the peers of a folder.
  package static let listName = "peers.json"

  /// The folder that `NORMA_PEERS` names, or `Peers` where the command is run.
  package static var standardFolder: String { HostSettings.current.peersFolder ?? "Peers" }

  /// The peers that a folder lists.
  ///
  /// - Throws: `ArrayError` where the list cannot be read, an error of the decoder where it is none.
  package static func list(in folder: String) throws -> [Peer] {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/\(listName)"))
    return try JSONDecoder().decode([Peer].self, from: data).map { $0.placed(in: folder) }
  }

  private func placed(in folder: String) -> Peer {
    let words = command.map { $0.contains("/") && !$0.hasPrefix("/") ? "\(folder)/\($0)" : $0 }
    return Peer(name: name, title: title, command: words)
  }

  private init(name: String, title: String, command: [String]) {
    (self.name, self.title, self.command) = (name, title, command)
  }

  /// The full path of its program; nil where it is not installed.
  var program: String? {
    command.first.flatMap { HostCompiler.executable($0, in: HostSettings.current.searchPath) }
  }
}
