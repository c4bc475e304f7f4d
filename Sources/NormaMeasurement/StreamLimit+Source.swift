extension StreamLimit {
  /// The loops: what their stores are called, and their functions in C.
  static let symbols = [("", "norma_plain"), ("streaming ", "norma_streaming")]

  /// Loops over blocks in which every vector that is written is the sum of all that are read for it, so that none can be
  /// left out. Integers are added: floats might be denormal, and take longer. `__builtin_nontemporal_store` is clang's;
  /// other compilers store plainly.
  static func source(_ streams: Streams) -> String {
    let smallest = streams.all.min() ?? 1
    let read = streams.read.enumerated().flatMap { index, size in
      (0..<size / smallest).map { "in\(index)[\(size / smallest) * i + \($0)]" }
    }
    let written = streams.written.enumerated().flatMap { index, size in
      (0..<size / smallest).map { "PUT(sum, out\(index) + \(size / smallest) * i + \($0));" }
    }
    return """
      #include <stdint.h>
      typedef uint32_t vector __attribute__((vector_size(64), aligned(64)));
      #ifndef __has_builtin
      #define __has_builtin(name) 0
      #endif
      #if __has_builtin(__builtin_nontemporal_store)
      #define STREAM(value, place) __builtin_nontemporal_store((value), (place))
      #else
      #define STREAM(value, place) (*(place) = (value))
      #endif
      #define STORE(value, place) (*(place) = (value))
      #if defined(__x86_64__)
      #define FENCE __asm__ volatile("sfence" ::: "memory")
      #else
      #define FENCE
      #endif
      #define LOOP(NAME, PUT) \\
        void NAME(void *const *operands, const int64_t *row_strides, int64_t first_row, int64_t end_row, int64_t streams) { \\
          (void)streams; \\
          for (int64_t row = first_row; row < end_row; row++) { \\
      \(pointers(streams).map { "      \($0) \\" }.joined(separator: "\n"))
            for (int64_t i = 0; i < \(blockElementCount * smallest / 64); i++) { \\
              const vector sum = \(read.joined(separator: " + ")); \\
              \(written.joined(separator: " ")) \\
            } \\
          } \\
          FENCE; \\
        }
      \(symbols.map { name, symbol in "LOOP(\(symbol), \(name.isEmpty ? "STORE" : "STREAM"))" }.joined(separator: "\n"))

      """
  }

  private static func pointers(_ streams: Streams) -> [String] {
    streams.all.indices.map { place in
      let isRead = place < streams.read.count
      let (type, name) =
        isRead ? ("const vector", "in\(place)") : ("vector", "out\(place - streams.read.count)")
      let address = "((\(isRead ? "const char" : "char") *)operands[\(place)] + row * row_strides[\(place)])"
      return "\(type) *const \(name) = (\(type) *)\(address);"
    }
  }
}
