internal import NormaArrays

/// How an implementation hands its result over.
package enum Way: String, Hashable, Sendable, CaseIterable, Codable {
  /// In memory of its own, as users call it.
  case call
  /// In memory that was there before.
  case into
}

/// What the processor's caches hold when a call is timed.
package enum CacheState: String, Hashable, Sendable, CaseIterable {
  /// What the call before it, of the same implementation, left there.
  case warm
  /// Nothing of the arrays: as much memory as twice the last cache was written in between.
  case cold
}

/// Why an implementation has no figures.
package struct ContenderError: Error, Hashable, Sendable {
  /// What happened, for people.
  package let message: String
  /// True where it is not to be asked again in this bench.
  package let isFinal: Bool

  init(_ message: String, isFinal: Bool = false) { (self.message, self.isFinal) = (message, isFinal) }
}

/// One implementation in a bench.
///
/// A class because it holds the memory and the process of the case at hand.
protocol Contender: AnyObject {
  /// What tables call it.
  var title: String { get }
  /// True for a copy or a sum, which computes no layer: the limit of the others.
  var isLimit: Bool { get }
  /// Gets ready for a case; the ways in which it can be run.
  func prepare(_ bench: BenchCase, _ arguments: [NDArray]) throws(ContenderError) -> [Way]
  /// The seconds of so many calls.
  func seconds(_ way: Way, calls: Int, from cache: CacheState) throws(ContenderError) -> [Double]
  /// What the last call of a way left; where it wrote nothing, the poison of before.
  func results(_ way: Way) throws(ContenderError) -> [NDArray]
  /// Lets go of the case.
  func release()
}
