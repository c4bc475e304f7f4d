import Foundation
import NormaArrays
import Testing

/// `norma run LAYER`.
@Suite struct `The command runs layers` {
  @Test func `a verified layer is reported in a table`() throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(64, of: 48)
    let outcome = try command("run layernorm --input x.npy --threads 2 --verify --output y.npy")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.withoutMeasurements == """
        layernorm  f32[64, 48]  epsilon 1e-05
          time  <measured>  median of <n> runs after a warm-up, <n> threads
          speed  <measured>  24.6 kB, every array once
          copy  <measured>  as many bytes, same threads, in turns
          ratio  <measured>  of the copy's speed
          error  <measured>  of the row's largest output, in row <r>, column <c>
          rows  64  all compared with float64
          bound  holds  4 ULP of the row's largest output
          output  y.npy

        """)
    #expect(try command.folder.array("y.npy").shape == [64, 48])
  }

  /// Options, and the result of [1, 2, 3, 4] to four digits.
  static let worked: [(String, [Float])] = [
    ("layernorm", [-1.3416, -0.4472, 0.4472, 1.3416]),
    ("layernorm --bias w.npy", [-0.3416, 1.5528, 3.4472, 5.3416]),
    ("rmsnorm --epsilon 1e-5", [0.3651, 0.7303, 1.0954, 1.4606]),
    ("rmsnorm --weight w.npy --convention gemma", [0.7303, 2.1909, 4.3818, 7.3030]),
    ("l2norm", [0.1826, 0.3651, 0.5477, 0.7303]),
    ("softmax", [0.0321, 0.0871, 0.2369, 0.6439]),
    ("groupnorm --groups 2 --weight w.npy", [-1.0000, 2.0000, -2.9999, 3.9999]),
    ("gelu", [0.8413, 1.9545, 2.9960, 3.9999]),
    ("gelu-tanh", [0.8412, 1.9546, 2.9964, 3.9999]),
    ("silu", [0.7311, 1.7616, 2.8577, 3.9281]),
  ]

  @Test(arguments: worked)
  func `every layer gives its worked example`(words: String, expected: [Float]) throws {
    let command = Command(in: Folder())
    try NDArray([1, 2, 3, 4] as [Float], shape: [1, 4]).write(npy: command.folder.url("x.npy").path())
    try NDArray([1, 2, 3, 4] as [Float], shape: [4]).write(npy: command.folder.url("w.npy").path())
    let outcome = try command("run \(words) --input x.npy --verify --output y.npy")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let y = try command.folder.array("y.npy").elements(as: Float.self)
    #expect(y.count == expected.count)
    for (found, expected) in zip(y, expected) { #expect(abs(found - expected) < 1e-4) }
  }

  @Test func `group norm takes a weight for each channel`() throws {
    let command = Command(in: Folder())
    try NDArray([1, 3, 5, 7] as [Float], shape: [1, 2, 2]).write(npy: command.folder.url("x.npy").path())
    try NDArray([1, 10] as [Float], shape: [2]).write(npy: command.folder.url("w.npy").path())
    let outcome = try command("run groupnorm --weight w.npy --input x.npy --verify --output y.npy")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let y = try command.folder.array("y.npy").elements(as: Float.self)
    let expected: [Float] = [-1.3416, -0.4472, 4.4721, 13.4164]
    #expect(zip(y, expected).allSatisfy { abs($0 - $1) < 1e-3 }, "\(y)")
    let wrong = try command("run groupnorm --weight x.npy --input x.npy")
    #expect(wrong.errors.contains("--weight must be floating point of shape [2] one for each channel, and"))
  }

  @Test(
    arguments: ["f64", "f32", "f16", "bf16"],
    ["", "--convention llama", "--convention gemma", "--convention t5"])
  func `every element type and convention is verified`(dtype: String, convention: String) throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(16, of: 33)
    try NDArray((0..<33).map { 1 + Float($0) / 16 }, shape: [33]).write(
      npy: command.folder.url("w.npy").path())
    let outcome = try command(
      "run rmsnorm --input x.npy --weight w.npy --dtype \(dtype) \(convention) --verify --json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains(#""holds" : true"#))
    #expect(outcome.output.contains(#""rows_compared" : 16"#))
  }

  @Test func `several axes, Fortran order and no rows at all are run`() throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(6, of: 8)
    let rows = try command.folder.array("x.npy")
    try rows.reshaped(to: [2, 3, 8]).write(npy: command.folder.url("deep.npy").path())
    try NDArray(zeros: .f32, shape: [0, 8]).write(npy: command.folder.url("none.npy").path())
    #expect(try command("run layernorm --input deep.npy --axes 2 --verify --output a.npy").status == 0)
    #expect(try command.folder.array("a.npy").shape == [2, 3, 8])
    let none = try command("run softmax --input none.npy --verify --output b.npy")
    #expect(
      none.output == "softmax  f32[0, 8]  no elements\n  error   none  no rows to compare\n  output  b.npy\n"
    )
    #expect(try command.folder.array("b.npy").shape == [0, 8])
  }

  @Test func `tensors of a safetensors file are read and written`() throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(4, of: 8)
    let rows = try command.folder.array("x.npy")
    let weight = NDArray([Float](repeating: 2, count: 8), shape: [8])
    try SafetensorsFile.write(
      ["rows": rows, "weight": weight], to: command.folder.url("m.safetensors").path())
    let words = "run rmsnorm --input m.safetensors:rows --weight m.safetensors:weight --output"
    #expect(try command("\(words) y.safetensors:normalized").status == 0)
    #expect(try command("\(words) y.npy").status == 0)
    let written = try SafetensorsFile(command.folder.url("y.safetensors").path())
    #expect(try written.array(named: "normalized").isBitwiseEqual(to: command.folder.array("y.npy")))
  }

  @Test func `neither threads nor the engine's blocks change a bit`() throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(3000, of: 40)
    #expect(try command("run layernorm --input x.npy --threads 1 --output one.npy").status == 0)
    #expect(try command("run layernorm --input x.npy --threads 2 --output two.npy").status == 0)
    #expect(try command.folder.array("one.npy").isBitwiseEqual(to: command.folder.array("two.npy")))
  }

  @Test func `the report for machines has every figure`() throws {
    let command = Command(in: Folder())
    try command.folder.writeRows(4, of: 8)
    let outcome = try command("run rmsnorm --input x.npy --convention gemma --json")
    let report = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(report.keys) == [
        "axes", "bytes", "convention", "copy_gigabytes_per_second", "dtype", "engine", "epsilon",
        "gigabytes_per_second", "layer", "parameters", "ratio_to_copy", "result_dtype", "runs", "seconds",
        "shape", "threads",
      ])
    #expect(report["bytes"] as? Int == 2 * 4 * 8 * 4)
    #expect(report["convention"] as? String == "gemma")
    #expect(report["epsilon"] as? Double == 1e-6)
  }
}
