import Testing

/// The texts that users meet first, word by word.
@Suite struct `The command introduces itself` {
  @Test func `its help lists the subcommands`() throws {
    let outcome = try Command(in: Folder())("--help")
    #expect(
      outcome
        == .init(
          status: 0,
          output: """
            OVERVIEW: A normalization compiler: layers written as math become one fused
            kernel.

            An array is a .npy file, or model.safetensors:tensor.name.
            A program is a StableHLO text: a file that ends in .mlir, or - for standard
            input.

            USAGE: norma <subcommand>

            OPTIONS:
              --version               Show the version.
              -h, --help              Show help information.

            SUBCOMMANDS:
              run                     Run a layer or a program on arrays.
              explain                 Print every stage that a layer or a program goes
                                      through.
              export                  Print a layer or a program, or its gradient, as a
                                      program for other compilers.
              tune                    Find the fastest schedule of each kernel of a layer,
                                      by measuring, and keep it.
              bench                   Measure layers beside a copy of as many bytes, and
                                      beside other libraries.
              latency                 Measure what a small call adds to its kernel, and how
                                      long compiling takes.
              doctor                  Say what was found on this machine, and what installs
                                      the rest.

              See 'norma help <subcommand>' for detailed help.

            """, errors: ""))
  }

  @Test func `the help of run lists every option`() throws {
    let outcome = try Command(in: Folder())("run --help")
    #expect(
      outcome
        == .init(
          status: 0,
          output: """
            OVERVIEW: Run a layer or a program on arrays.

            Layers: layernorm, rmsnorm, layernorm-channels, rmsnorm-channels, l2norm,
            groupnorm, softmax, gelu, gelu-tanh, silu. An array is x.npy or
            model.safetensors:tensor.name.
            Exit status: 0, 1 on failure, 2 where a check does not hold, 64 on wrong usage.

            USAGE: norma run LAYER --input x.npy [--weight w.npy] [--bias b.npy] [--output y.npy]
                   norma run FILE.mlir [--input a.npy ...] [--output y.npy ...]

            ARGUMENTS:
              <subject>               A layer, or a program: FILE.mlir, or - for standard
                                      input.

            OPTIONS:
              --input <array>         An array to read; a program takes one for each
                                      argument.
              --weight <array>        The layer's weight; without it, none is applied.
              --bias <array>          The layer's bias; without it, none is applied.
              --epsilon <number>      Epsilon of a layer; each has its own default.
              --convention <convention>
                                      Where RMSNorm applies its weight and casts down.
                                      (values: standard, llama, gemma, t5)
              --axes <count>          Trailing axes that form one row, for LayerNorm.
              --groups <count>        Groups of channels, for GroupNorm.
              --features <count>      Width of the rows that a linear map gives.
              --hidden <count>        Width inside the blocks of a model.
              --blocks <count>        Blocks of a model.
              --dtype <type>          Convert the layer's input to this type first.
                                      (values: f64, f32, f16, bf16)
              --output <array>        A file to write; a program gives one for each result.
              --engine <engine>       What runs it: compiled kernels, the reference, XLA.
                                      (values: cpu, interpreter, xla; default: cpu)
              --threads <count>       Threads to use at most.
              --repeat <count>        Run a program this many times, after one that does
                                      not count; tell the median.
              --without <pass>        Leave out a pass of the rewrites, by the name that
                                      explain lists.
              --with <pass>           Add a pass that is off, by name: plain-variance,
                                      l2-norm, l2-norm-floor, norm-into-linear.
              --verify                Compare a layer's result with float64, in units in
                                      the last place.
              --json                  Print one JSON object.
              --version               Show the version.
              -h, --help              Show help information.


            """, errors: ""))
  }

  @Test func `the help of export says what it takes and gives`() throws {
    let outcome = try Command(in: Folder())("export --help")
    let options = try #require(outcome.output.firstRange(of: "\nOPTIONS:"))
    #expect(outcome.status == 0)
    #expect(
      outcome.output[..<options.lowerBound] == """
        OVERVIEW: Print a layer or a program, or its gradient, as a program for other
        compilers.

        JAX and every other user of StableHLO read the text. The program of a layer
        takes the input, then the layer's parameters. With --gradient, a program whose
        result is one floating-point number becomes its gradient in every
        floating-point argument; any other takes one argument more for each
        floating-point result, its cotangent, and gives that of each floating-point
        argument. Of a model it is the gradient of its mean square.

        USAGE: norma export LAYER --shape 2048x1024 [--dtype bf16] [--gradient] [--output FILE]
               norma export FILE.mlir [--gradient] [--rewritten] [--output FILE]

        ARGUMENTS:
          <subject>               A layer, or a program: FILE.mlir, or - for standard
                                  input.

        """)
    for option in [
      "--gradient ", "--vmap <batch>", "--without <pass>", "--with <pass>", "--format <format>",
      "--rewritten ",
      "--output <file>",
    ] {
      #expect(outcome.output.contains("\n  \(option)"))
    }
  }

  @Test func `its version is one line`() throws {
    #expect(
      try Command(in: Folder())("--version") == .init(status: 0, output: "norma 0.1.0\n", errors: ""))
  }

  @Test func `a wrong subcommand is refused`() throws {
    let outcome = try Command(in: Folder())("frobnicate")
    #expect(
      outcome
        == .init(
          status: 64, output: "",
          errors: """
            error: Unexpected argument 'frobnicate'
            Usage: norma <subcommand>
              See 'norma --help' for more information.

            """))
  }

  @Test func `the doctor finds the compiler of this machine`() throws {
    let outcome = try Command(in: Folder())("doctor --json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""name" : "C compiler""#))
    let without = try withoutCompiler("doctor")
    #expect(without.status == 1)
    #expect(without.output.contains("missing  C compiler"))
    #expect(without.output.contains("to install:"))
  }

  private func withoutCompiler(_ words: String) throws -> Command.Outcome {
    var command = Command(in: Folder())
    command.environment["NORMA_CC"] = "/nowhere/cc"
    return try command(words)
  }
}
