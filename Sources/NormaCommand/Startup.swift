internal import Logging

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What must be so before anything else happens.
enum Startup {
  /// Gives the three standard descriptors a place to lead to where the caller has closed them: the
  /// next file that is opened would take their number, and what is printed would be written into it.
  static func openMissingDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  /// Has warnings of the library look like the command's errors.
  static func reportWarnings() { LoggingSystem.bootstrap { _ in WarningHandler() } }

  /// Has a write beyond the user's limit on file sizes fail, as on a full disk, instead of ending the process.
  static func outliveFileSizeLimits() { _ = signal(SIGXFSZ, SIG_IGN) }
}
