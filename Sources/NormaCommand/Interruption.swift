internal import Dispatch
internal import NormaArrays
internal import NormaMeasurement

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Signals that end the command: the terminal is left clean, and so is the disk.
enum Interruption {
  /// From now on SIGINT, SIGTERM and SIGHUP first take away what is unfinished, then end the process
  /// as they would have done anyway.
  static func watch() {
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      // The handler holds the source, so that it lives as long as the process.
      source.setEventHandler { withExtendedLifetime(source) { leave(by: number) } }
      // The source only hears of signals that do not end the process at once.
      _ = signal(number, SIG_IGN)
      source.resume()
    }
  }

  /// True where the caller asked for the signal to be ignored, as `nohup` does.
  private static func isIgnored(_ number: CInt) -> Bool {
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    let previous = unsafe unsafeBitCast(signal(number, SIG_DFL), to: Int.self)
    if previous == ignored { _ = signal(number, SIG_IGN) }
    return previous == ignored
  }

  private static func leave(by number: CInt) {
    if isatty(STDERR_FILENO) == 1 { StandardError.write("\r\u{1B}[K") }
    BenchRunner.stopAll()
    TemporaryFiles.removeAll()
    _ = signal(number, SIG_DFL)
    // This thread belongs to the system's pool, where signals are blocked.
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    unsafe sigaddset(&mask, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    raise(number)
  }
}
