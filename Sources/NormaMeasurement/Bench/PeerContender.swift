internal import NormaArrays
internal import NormaRuntime
internal import StableHLO

/// A peer: an implementation in a process of its own.
final class PeerContender: Contender {
  var title: String { peer.title }
  let isLimit = false
  /// What it said it is: `PyTorch 2.15.0`.
  private(set) var version = ""
  private let peer: Peer
  private let threads: Int
  private let flush: CacheFlush
  private let patience: Duration
  private let folder: BenchFolder
  private var conversation: Conversation?
  private var bench: BenchCase?

  init(_ peer: Peer, threads: Int, flush: CacheFlush, patience: Duration, folder: BenchFolder) {
    (self.peer, self.threads, self.flush) = (peer, threads, flush)
    (self.patience, self.folder) = (patience, folder)
  }

  /// Starts it.
  func start() throws(ContenderError) {
    // A script's interpreter is run by the path it is named by: that of a virtual environment is a link.
    guard let first = peer.command.first, let found = peer.program else {
      throw ContenderError("is not installed: `make peers` installs it", isFinal: true)
    }
    do throws(HostError) {
      conversation = try Conversation(
        first.contains("/") ? first : found, Array(peer.command.dropFirst()),
        variables: Self.variables(threads: threads), errors: folder.file("\(peer.name).log"))
    } catch {
      throw ContenderError("could not be started: \(error)", isFinal: true)
    }
    do throws(ContenderError) {
      version = try ask(.hello(threads: threads)).version ?? peer.title
    } catch {
      conversation = nil
      throw ContenderError(error.message, isFinal: true)
    }
  }

  /// What the libraries read the number of their threads from.
  private static func variables(threads: Int) -> [String: String] {
    let names = ["OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMEXPR_NUM_THREADS"]
    let counts = names.map { ($0, "\(threads)") }
    return Dictionary(uniqueKeysWithValues: counts).merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
  }

  // MARK: - A case

  func prepare(_ bench: BenchCase, _ arguments: [NDArray]) throws(ContenderError) -> [Way] {
    if conversation == nil { try start() }
    self.bench = bench
    let inputs = zip(bench.argumentTypes, bench.argumentTypes.indices).map { type, index in
      PeerCase.Array(
        path: folder.file("in-\(index)"), dtype: type.scalar.rawValue, shape: type.shape.dimensions)
    }
    let outputs = bench.resultTypes.map {
      PeerCase.Array(path: "", dtype: $0.scalar.rawValue, shape: $0.shape.dimensions)
    }
    let answer = try ask(
      .prepare(
        PeerCase(
          layer: bench.layer, direction: bench.direction.rawValue, dtype: bench.input.scalar.rawValue,
          shape: bench.input.shape.dimensions, epsilon: bench.epsilon, inputs: inputs, outputs: outputs)))
    guard let ways = answer.ways, !ways.isEmpty else { throw ContenderError("names no way to be run in") }
    return ways
  }

  func seconds(_ way: Way, calls: Int, from cache: CacheState) throws(ContenderError) -> [Double] {
    let flush = cache == .cold ? flush.byteCount : 0
    guard let seconds = try ask(.run(way: way, calls: calls, flush: flush)).seconds, seconds.count == calls,
      seconds.allSatisfy({ $0 > 0 && $0.isFinite })
    else { throw ContenderError("told no time for each of \(calls) calls") }
    return seconds
  }

  func results(_ way: Way) throws(ContenderError) -> [NDArray] {
    guard let bench else { throw ContenderError("there is no case to run") }
    let files = bench.resultTypes.indices.map { folder.file("\(peer.name)-out-\($0)") }
    // What the peer does not write is read as the poison of the array it is read into.
    for file in files { try folder.write(NDArray(zeros: .i8, shape: [0]), to: file) }
    _ = try ask(.write(way: way, files: files))
    var results: [NDArray] = []
    for (file, type) in zip(files, bench.resultTypes) {
      results.append(try folder.read(file, as: type.scalar, shape: type.shape))
    }
    return results
  }

  func release() {
    bench = nil
    if conversation != nil { _ = try? ask(.release) }
  }

  // MARK: - Talking

  private func ask(_ request: PeerRequest) throws(ContenderError) -> PeerAnswer {
    guard let conversation else { throw ContenderError("has ended before") }
    guard let question = try? request.line else { throw ContenderError("the request is no JSON") }
    let line: String
    do throws(Conversation.Silence) {
      line = try conversation.ask(question, limit: patience)
    } catch {
      self.conversation = nil
      throw Self.failure(error)
    }
    guard let answer = PeerAnswer(line) else {
      self.conversation = nil
      throw ContenderError("answered with what is no JSON object: \(line.prefix(80))", isFinal: true)
    }
    if let error = answer.error { throw ContenderError(error) }
    return answer
  }

  private static func failure(_ silence: Conversation.Silence) -> ContenderError {
    switch silence {
    case .ended(let words): ContenderError("crashed: \(words)")
    case .hung(let seconds):
      ContenderError("did not answer within \(seconds) s and was stopped", isFinal: true)
    }
  }
}
