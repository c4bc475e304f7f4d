internal import NormaArrays
internal import NormaLayers
internal import StableHLO

/// What a command is about: a layer of the catalogue, or a program in a file.
enum Subject {
  case layer(LayerFamily)
  case program(path: String)

  /// What a word on the command line names: a layer by its name, else a program by its file.
  init(_ word: String) throws(Failure) {
    if let family = LayerFamily.named(word) {
      self = .layer(family)
    } else if word == "-" || word.hasSuffix(".mlir") || TextFile.exists(word) {
      self = .program(path: word)
    } else {
      throw .usage(Self.unknown(word))
    }
  }

  private static func unknown(_ word: String) -> String {
    let names = LayerFamily.catalogue.map(\.name)
    let near = names.filter { EditDistance.between($0, word.lowercased()) <= max(2, word.count / 3) }
    let question = near.isEmpty ? "" : "\nDid you mean \(near.joined(separator: " or "))?"
    return """
      '\(word)' is neither a layer nor a program.
      Layers are \(names.joined(separator: ", ")); a program is a file that ends in .mlir, or - for standard input.\(question)
      """
  }
}

/// How far two words are apart.
enum EditDistance {
  /// The letters to insert, remove or replace to make one word of the other.
  static func between(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let edits = min(row[column] + 1, row[column + 1] + 1, diagonal + (letter == right[column] ? 0 : 1))
        (diagonal, row[column + 1]) = (row[column + 1], edits)
      }
    }
    return row[right.count]
  }
}
