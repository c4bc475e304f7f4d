#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension BenchRunner.Settings {
  /// What keeps a bench short and within memory, in words.
  package static let rule =
    "What is slow has fewer turns: about \(Int(BenchTurns.budget)) s for each way, but at least "
    + "\(BenchTurns.fewestRounds), and one where a call takes longer than that. Where all peers at once would take more than half of the memory, each has its turns "
    + "alone beside Norma and the limit."
}

/// The memory of this machine.
enum SystemMemory {
  /// Its bytes.
  static let byteCount = max(1, sysconf(Int32(_SC_PHYS_PAGES))) * max(1, sysconf(Int32(_SC_PAGESIZE)))
}
