import Foundation
import Testing

/// `norma explain`.
@Suite struct `The command explains every stage` {
  @Test func `a tiny layer is explained word by word, but for its C`() throws {
    let outcome = try Command(in: Folder())("explain l2norm --shape 2x3")
    let source = try #require(outcome.output.firstRange(of: "\nsource"))
    #expect(outcome.status == 0)
    #expect(
      outcome.output[..<source.lowerBound] == """
        l2norm  f32[2, 3]  epsilon 1e-12

        traced     1 reduces, 1 broadcasts, 9 operations
          module {
            func.func public @main(%arg0: tensor<2x3xf32> {norma.name = "x"}) -> tensor<2x3xf32> {
              %0 = stablehlo.multiply %arg0, %arg0 : tensor<2x3xf32>
              %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
              %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
              %2 = stablehlo.reshape %1 : (tensor<2xf32>) -> tensor<2x1xf32>
              %cst_0 = stablehlo.constant dense<1.000000e-12> : tensor<2x1xf32>
              %3 = stablehlo.add %2, %cst_0 : tensor<2x1xf32>
              %4 = stablehlo.rsqrt %3 : tensor<2x1xf32>
              %5 = stablehlo.broadcast_in_dim %4, dims = [0, 1] : (tensor<2x1xf32>) -> tensor<2x3xf32>
              %6 = stablehlo.multiply %arg0, %5 : tensor<2x3xf32>
              return %6 : tensor<2x3xf32>
            }
          }

        rewritten  1 reduces, 1 broadcasts, 8 operations, after 4 changes
                           reduces  reduced values  broadcasts  operations
          in                     1               1           1           9
          sink-reshapes          1               1           1          12
          dead-code              1               1           1           9
          movement-chains        1               1           1           9
          dead-code              1               1           1           8
          out                    1               1           1           8

          sink-reshapes  Element-wise math is done before a reshape of its operands.
            f(reshape(x), reshape(y)), only axes of extent one coming or going  =>  reshape(f(x, y))
            the same bits
          dead-code  What no result depends on is removed.
            a value that nothing reads, a function that nothing calls  =>  nothing
            the same bits
          movement-chains  Chains of reshapes, transposes and broadcasts become one step.
            broadcast(broadcast(x)), reshape(reshape(x)), broadcast(reshape(x)), ...  =>  one step from x
            the same bits

          module {
            func.func public @main(%arg0: tensor<2x3xf32> {norma.name = "x"}) -> tensor<2x3xf32> {
              %0 = stablehlo.multiply %arg0, %arg0 : tensor<2x3xf32>
              %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
              %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<2x3xf32>, tensor<f32>) -> tensor<2xf32>
              %cst_0 = stablehlo.constant dense<1.000000e-12> : tensor<2xf32>
              %2 = stablehlo.add %1, %cst_0 : tensor<2xf32>
              %3 = stablehlo.rsqrt %2 : tensor<2xf32>
              %4 = stablehlo.broadcast_in_dim %3, dims = [0] : (tensor<2xf32>) -> tensor<2x3xf32>
              %5 = stablehlo.multiply %arg0, %4 : tensor<2x3xf32>
              return %5 : tensor<2x3xf32>
            }
          }

        plan       1 step
          read  written  operations
          24 B     24 B          22  1. kernel       norma_main_0: 2 rows of 3 -> tensor<2x3xf32>

        kernel     1 kernel
          row kernel norma_main_0, width 3
            in  x0: f32 per element
            out y0: f32 per element
            pass 1 over the row:
              row_sum = sum((x0 * x0))
            row_total = row_sum + 9.999999960041972e-13
            row_reciprocal_root = rsqrt(row_total)
            pass 2 over the row:
              y0 = x0 * row_reciprocal_root

        schedule   no choice here changes a bit of a result
          chosen: by the cost model, without measuring
          rows to come: left to the processor
          rows at once: several
          outputs: past the caches where not all rows stay in the last one
          loops: unrolled as the compiler sees fit

        """)
  }

  @Test(arguments: ["traced", "rewritten", "plan", "kernel", "schedule", "source"])
  func `one stage is printed without ornament`(stage: String) throws {
    let command = Command(in: Folder())
    let text = try command("explain softmax --shape 4x8 --dtype bf16 --stage \(stage)").output
    let starts = [
      "traced": "module {\n", "rewritten": "module {\n", "plan": "read  written  operations\n",
      "kernel": "row kernel ",
      "schedule": "chosen: by the cost model", "source": "// row kernel ",
    ]
    #expect(text.hasPrefix(try #require(starts[stage])))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test func `steps of the interpreter are told with their reason`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.twoResults, to: "two.mlir")
    #expect(
      try command("explain two.mlir --stage plan").output == """
        read  written  operations
        24 B     24 B           6  1. kernel       norma_main_0: 1 rows of 6 -> tensor<2x3xf32>
         0 B      4 B           -  2. interpreter  constant -> tensor<i32>: computed once, when the program is compiled
         8 B      4 B           -  3. interpreter  multiply -> tensor<i32>: kernels compute no i32
        32 B     32 B           6  in all

        """)
  }

  @Test func `the report for machines has counts, passes, bytes and operations`() throws {
    let outcome = try Command(in: Folder())("explain rmsnorm --shape 4x8 --dtype bf16 --json")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    #expect(report.stages.map(\.name) == ["traced", "rewritten", "plan", "kernel", "schedule", "source"])
    #expect(report.stages[0].counts?.reduces == 1)
    #expect(report.stages[1].passes?.isEmpty == false)
    // 32 elements of bf16 in, as many out, and 8 of the weight.
    let kernel = try #require(report.stages[3].kernels?.first)
    #expect((kernel.bytes_read, kernel.bytes_written) == (80, 64))
    #expect(kernel.operations > 0)
    let step = try #require(report.stages[2].steps?.first)
    #expect((step.kind, step.bytes_read, step.bytes_written) == ("kernel", 80, 64))
    #expect(step.operations == kernel.operations)
  }

  @Test func `the report for machines follows the counts from the program to its last form`() throws {
    let outcome = try Command(in: Folder())("explain layernorm --shape 4x8 --gradient --json")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    let table = try #require(report.table)
    #expect(table.first?.name == "in" && table.last?.name == "out")
    #expect(table.dropFirst().dropLast().map(\.name) == report.stages[1].passes?.map(\.name))
    #expect(table.first?.reduces == report.stages[0].counts?.reduces)
    #expect(table.last?.operations == report.stages[1].counts?.all)
    // Two statistics, two sums over the rows' gradients and two over the columns at least.
    let (before, after) = (try #require(table.first), try #require(table.last))
    #expect(before.reduced_values >= 6 && after.reduced_values <= before.reduced_values)
  }

  @Test func `a pass that is not exact tells why it fired`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.centred, to: "centred.mlir")
    let outcome = try command("explain centred.mlir --json")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    let passes = try #require(report.stages[1].passes)
    let bounded = passes.filter { $0.exactness.hasPrefix("exact in real arithmetic") }
    #expect(!bounded.isEmpty && bounded.allSatisfy { $0.reasons.reduce(0) { $0 + $1.count } > 0 })
    let text = try command("explain centred.mlir").output
    for reason in bounded.flatMap(\.reasons) { #expect(text.contains(reason.text)) }
  }

  @Test func `a pass is left out by its name`() throws {
    let command = Command(in: Folder())
    let all = try command("explain l2norm --shape 2x3 --stage rewritten")
    let fewer = try command(
      "explain l2norm --shape 2x3 --stage rewritten --without sink-reshapes --without dead-code")
    #expect(!all.output.contains("stablehlo.reshape") && fewer.output.contains("stablehlo.reshape"))
  }

  @Test func `a pass of no such name is refused, with the names there are`() throws {
    let outcome = try Command(in: Folder())("explain l2norm --shape 2x3 --without nothing")
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("error: --without: There is no rewrite `nothing`. The rewrites are: "))
    #expect(outcome.errors.contains("sink-reshapes"))
  }

  @Test func `a pass that is off is added by its name, and says why it was off`() throws {
    let command = Command(in: Folder())
    let plain = try command("explain layernorm --shape 2x8 --with plain-variance")
    #expect(plain.output.contains("asked for by name: a two-pass variance of 8 f32 values"))
    let outcome = try command("explain layernorm --shape 2x8 --with fast-math")
    #expect(outcome.status == 64)
    #expect(
      outcome.errors
        == "error: --with: There is no rewrite `fast-math`. The rewrites are: plain-variance, l2-norm, l2-norm-floor, norm-into-linear.\n"
    )
  }

  @Test func `the gradient of a program is explained as programs are`() throws {
    let command = Command(in: Folder())
    try command.folder.write(Program.loss, to: "loss.mlir")
    let plan = try command("explain loss.mlir --gradient --stage plan").output
    #expect(plan.contains("1 rows of 6 -> tensor<2x3xf32>"))
    #expect(try command("explain loss.mlir --gradient").output.hasPrefix("gradient of loss.mlir\n"))
  }

  private struct Report: Decodable {
    struct Row: Decodable {
      let name: String, reduces: Int, reduced_values: Int, broadcasts: Int, operations: Int
    }
    struct Counts: Decodable { let reduces: Int, reduced_values: Int, broadcasts: Int, all: Int }
    struct Pass: Decodable {
      let name: String, summary: String, exactness: String, before: Counts, after: Counts
      let reasons: [Reason]
    }
    struct Reason: Decodable { let text: String, count: Int }
    struct Step: Decodable {
      let kind: String, description: String, bytes_read: Int, bytes_written: Int, operations: Int?
    }
    struct Kernel: Decodable { let bytes_read: Int, bytes_written: Int, operations: Int }
    struct Stage: Decodable {
      let name: String, text: String, counts: Counts?, passes: [Pass]?, steps: [Step]?, kernels: [Kernel]?
    }
    let table: [Row]?
    let stages: [Stage]
  }
}
