internal import NormaArrays
package import StableHLO

extension Module {
  /// The program whose `@main` gives its results in the type they were computed in: a conversion that
  /// only rounds a result to fewer bits is left out.
  ///
  /// Errors of 16-bit results are judged against this: a reference that is rounded itself would hide
  /// the half unit that rounding costs.
  package var withoutFinalRounding: Module {
    var module = self
    module.functions = functions.map { $0.name == "main" ? $0.withoutFinalRounding : $0 }
    return module
  }
}

extension Function {
  fileprivate var withoutFinalRounding: Function {
    var function = self
    for instruction in body.instructions {
      guard case .convert = instruction.operation, narrows(instruction) else { continue }
      let (wide, rounded) = (instruction.operands[0], instruction.results[0])
      function.body.results = function.body.results.map { $0 == rounded ? wide : $0 }
    }
    return function
  }

  /// True where a conversion is from a float to a float of fewer bytes.
  private func narrows(_ conversion: Instruction) -> Bool {
    let (from, to) = (type(of: conversion.operands[0]).scalar, type(of: conversion.results[0]).scalar)
    return from.isFloatingPoint && to.isFloatingPoint && to.byteCount < from.byteCount
  }
}
