internal import Logging

/// Prints warnings of the library as one line each: `warning: ...`.
struct WarningHandler: LogHandler {
  var logLevel = Logger.Level.warning
  var metadata = Logger.Metadata()

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    StandardError.write("\(Style.onError.yellow("\(event.level):")) \(event.message)\n")
  }
}
