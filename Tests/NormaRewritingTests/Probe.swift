import NormaArrays
import NormaLayers
import NormaRewriting
import StableHLO
import Testing

@Test func `probe`() throws {
  for family in LayerFamily.catalogue {
    let module = try family.untrained(normalizedShape: [512]).program(for: TensorType(.bf16, [8, 512]))
    print(module.text)
    let result = try Pipeline.standard(module)
    for record in result.records { print(record.name, record.before, "->", record.after) }
    print(result.module.text)
  }
}
