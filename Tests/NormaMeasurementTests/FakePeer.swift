import Foundation

/// A folder with a peer of a few lines of shell, which knows the softmax of rows of one number: 1.
///
/// A class because it is a folder, removed when nobody holds it.
final class FakePeer {
  /// How it behaves.
  enum Manner: String, CaseIterable {
    case right, wrong, silent, crash, hang, garbage, refuse, nonsense
  }

  let folder = FileManager.default.temporaryDirectory.appending(path: "norma-peer-\(UUID().uuidString)/")

  /// Peers of these manners, each called by its own.
  init(_ manners: [Manner]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.script.write(to: folder.appending(path: "fake.sh"), atomically: true, encoding: .utf8)
    let entries = manners.map {
      #"{"name": "\#($0.rawValue)", "title": "Fake \#($0.rawValue)", "command": ["sh", "./fake.sh", "\#($0.rawValue)"]}"#
    }
    try "[\(entries.joined(separator: ","))]".write(
      to: folder.appending(path: "peers.json"), atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let script = #"""
    manner=$1
    [ -n "$FAKE_PEER_PID" ] && echo $$ > "$FAKE_PEER_PID"
    while read -r line; do
      case "$line" in
        *'"do":"hello"'*) echo '{"version": "Fake 1.0"}' ;;
        *'"do":"prepare"'*)
          case $manner in
            crash) echo "something broke" >&2; exit 3 ;;
            refuse) echo '{"error": "has no such layer"}' ;;
            *) echo '{"ways": ["call"]}' ;;
          esac ;;
        *'"do":"run"'*)
          case $manner in hang) sleep 60 ;; garbage) echo "hello there"; continue ;; nonsense) echo '{"seconds": [-1]}'; continue ;; esac
          calls=${line#*\"calls\":}; calls=${calls%%,*}; list=0.001
          while [ "$calls" -gt 1 ]; do list="$list,0.001"; calls=$((calls - 1)); done
          echo "{\"seconds\": [$list]}" ;;
        *'"do":"write"'*)
          file=$(printf %s "$line" | sed 's/.*"files":\["\([^"]*\)".*/\1/')
          case $manner in
            right) printf '\000\000\200\077\000\000\200\077\000\000\200\077\000\000\200\077' > "$file" ;;
            wrong) printf '\000\000\200\077\000\000\000\100\000\000\200\077\000\000\200\077' > "$file" ;;
          esac
          echo '{"done": true}' ;;
        *'"do":"release"'*) echo '{"done": true}' ;;
      esac
    done
    """#
}
