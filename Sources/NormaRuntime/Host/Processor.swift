#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The processor that kernels are compiled for.
package struct Processor: Hashable, Sendable {
  /// The maker's name for the model, for example `AMD EPYC`.
  package var model: String
  /// The instruction set: `x86_64`, `arm64` or another name of the system's.
  package var architecture: String
  /// The extensions the system reports, for example `avx512f`, sorted.
  package var features: [String]
  /// The processors that this process may use.
  package var cores: Int
  /// Bytes of the last cache before memory; 32 MiB where the system does not say.
  package var lastCacheByteCount = 32 << 20

  /// The processor of this machine.
  package static let current: Processor = {
    var processor = Processor(
      report: systemReport(), architecture: systemArchitecture(), cores: usableCores())
    if let byteCount = systemCacheByteCount() { processor.lastCacheByteCount = byteCount }
    return processor
  }()

  /// The processor described by the first block of `/proc/cpuinfo`, or by text of that form.
  package init(report: String, architecture: String, cores: Int) {
    var fields: [Substring: String] = [:]
    for line in report.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      fields[Substring(name)] = String(line[line.index(after: colon)...].drop(while: \.isWhitespace))
    }
    let numbers = ["cpu family", "model", "stepping", "CPU implementer", "CPU part", "CPU variant"]
    let identity = numbers.compactMap { name in fields[Substring(name)].map { "\(name) \($0)" } }
    let name = fields["model name"] ?? architecture
    self.model = ([name] + identity).joined(separator: ", ")
    self.architecture = architecture
    self.features =
      (fields["flags"] ?? fields["Features"] ?? "").split(separator: " ").map(String.init).sorted()
    self.cores = cores
  }

  /// The bytes of the widest vector register that compiled kernels use.
  package var vectorByteCount: Int {
    if features.contains("avx512f") { return 64 }
    return features.contains("avx") ? 32 : 16
  }

  /// The extensions that matter to kernels, for people to read.
  package var notableFeatures: [String] {
    let notable: Set = [
      "avx", "avx2", "fma", "f16c", "avx512f", "avx512bw", "avx512vl", "avx512_bf16", "avx512_fp16",
      "asimd", "asimdhp", "bf16", "sve", "sve2",
    ]
    return features.filter(notable.contains)
  }
}

// MARK: - Asking the system

#if canImport(Darwin)
  private func systemReport() -> String {
    var bytes = [CChar](repeating: 0, count: 256)
    var size = bytes.count
    let failed = unsafe sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0) != 0
    let name = bytes.prefix(failed ? 0 : max(size - 1, 0)).map { UInt8(bitPattern: $0) }
    return "model name: " + String(decoding: name, as: UTF8.self)
  }

  private func usableCores() -> Int { max(1, sysconf(_SC_NPROCESSORS_ONLN)) }

  private func systemCacheByteCount() -> Int? {
    var (count, size) = (Int64(0), MemoryLayout<Int64>.size)
    guard unsafe sysctlbyname("hw.l2cachesize", &count, &size, nil, 0) == 0, count > 0 else { return nil }
    return Int(count)
  }
#else
  /// The first processor's block; all blocks are alike, and on large machines the file is slow to make.
  private func systemReport() -> String {
    let lines = start(of: "/proc/cpuinfo").split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The processors of the affinity mask, which containers and `taskset` narrow.
  private func usableCores() -> Int {
    let lines = start(of: "/proc/self/status").split(separator: "\n")
    let mask = lines.first { $0.hasPrefix("Cpus_allowed:") }?.split(separator: "\t").last ?? ""
    let allowed = mask.compactMap(\.hexDigitValue).reduce(0) { $0 + $1.nonzeroBitCount }
    return allowed > 0 ? allowed : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// The size of the third-level cache, which the system writes as `32768K`.
  private func systemCacheByteCount() -> Int? {
    let digits = start(of: "/sys/devices/system/cpu/cpu0/cache/index3/size").prefix(while: \.isNumber)
    return Int(digits).map { $0 << 10 }
  }

  /// What a file of the system's begins with.
  func start(of path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
#endif

private func systemArchitecture() -> String {
  #if arch(x86_64)
    "x86_64"
  #elseif arch(arm64)
    "arm64"
  #else
    "other"
  #endif
}
