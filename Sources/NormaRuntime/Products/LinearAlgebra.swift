import StableHLO

/// A BLAS found on this machine: one product of matrices, in f32 and f64.
///
/// A class because it has identity: it keeps the library loaded.
package final class LinearAlgebra: Sendable {
  /// Where it was found: a path, or the name the system's loader knows it by.
  package let path: String
  /// What the library says about itself, for example `OpenBLAS 0.3.21 ... Zen`; its name if it says nothing.
  package let details: String
  let functions: Functions
  private let handle: LibraryHandle

  /// The two functions, with the width that the library's integers have.
  @safe enum Functions: Sendable {
    case narrow(Single32, Double32)
    case wide(Single64, Double64)
  }

  /// Loads a BLAS; throws if there is none at the path or it lacks the C functions for products.
  package init(at path: String) throws(HostError) {
    let library = try LinearAlgebra.load(path)
    guard let (functions, spelling) = LinearAlgebra.functions(of: library) else {
      throw HostError(.missingSymbol("cblas_sgemm"))
    }
    (self.path, self.functions) = (path, functions)
    details = LinearAlgebra.describe(library, spelling) ?? path
    LinearAlgebra.useOneThread(library, spelling)
    handle = library
  }

  /// True if the library's integers can count the product's rows, columns and distances.
  func reaches(_ product: DotProduct) -> Bool {
    guard case .narrow = functions else { return true }
    let counts = [product.leftType, product.rightType, product.resultType].map(\.elementCount)
    return counts.allSatisfy { $0 <= Int(Int32.max) }
      || [product.left, product.right].allSatisfy { matrix in
        let leading = matrix.layout?.leading ?? 0
        return max(matrix.rowCount, matrix.columnCount, leading) <= Int(Int32.max)
      }
  }

  /// One product of two matrices, all extents positive.
  @unsafe struct Call {
    var rows: Int, columns: Int, inner: Int
    var left: UnsafeRawPointer, leftLayout: StridedMatrix.Layout
    var right: UnsafeRawPointer, rightLayout: StridedMatrix.Layout
    var result: UnsafeMutableRawPointer, resultLeading: Int
  }
}
