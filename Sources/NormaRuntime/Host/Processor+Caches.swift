#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Processor {
  /// One of the caches between a core and memory.
  package struct Cache: Hashable, Sendable {
    /// 1 for the nearest.
    package let level: Int
    /// The bytes that it holds.
    package let byteCount: Int
    /// The processors that share it.
    package let sharedBy: Int

    /// A cache of so many bytes.
    package init(level: Int, byteCount: Int, sharedBy: Int) {
      (self.level, self.byteCount, self.sharedBy) = (level, byteCount, sharedBy)
    }

    /// The bytes that so many threads have of it, each on a processor of its own.
    package func byteCount(threads: Int) -> Int { (threads + sharedBy - 1) / max(1, sharedBy) * byteCount }
  }

  /// The caches for data of this machine's first processor, the nearest first; those that the system tells of.
  package static let caches: [Cache] = systemCaches().sorted { $0.level < $1.level }
}

#if canImport(Darwin)
  private func systemCaches() -> [Processor.Cache] {
    [("hw.perflevel0.l1dcachesize", 1, nil), ("hw.perflevel0.l2cachesize", 2, "hw.perflevel0.cpusperl2")]
      .compactMap { name, level, sharing in
        number(name).map { .init(level: level, byteCount: $0, sharedBy: sharing.flatMap(number) ?? 1) }
      }
  }

  private func number(_ name: String) -> Int? {
    var (count, size) = (Int64(0), MemoryLayout<Int64>.size)
    guard unsafe sysctlbyname(name, &count, &size, nil, 0) == 0, count > 0 else { return nil }
    return Int(count)
  }
#else
  /// Linux has a folder for each cache of a processor, with a line in each file.
  private func systemCaches() -> [Processor.Cache] {
    (0..<8).compactMap { index in
      func word(_ name: String) -> String {
        let text = start(of: "/sys/devices/system/cpu/cpu0/cache/index\(index)/\(name)")
        return String(text.prefix { !$0.isNewline })
      }
      guard word("type") != "Instruction", let level = Int(word("level")),
        let size = Int(word("size").prefix(while: \.isNumber))
      else { return nil }
      return .init(level: level, byteCount: size << 10, sharedBy: max(1, count(of: word("shared_cpu_list"))))
    }
  }

  /// How many numbers a list like `0-3,8` names.
  private func count(of list: String) -> Int {
    list.split(separator: ",").reduce(0) { total, part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      return total + (ends.count == 2 ? ends[1] - ends[0] + 1 : ends.count)
    }
  }
#endif
