import Foundation

/// ModelGenerator MODELS-DIRECTORY OUTPUT-DIRECTORY: writes the shapes of IAMModel.
do {
    guard CommandLine.arguments.count == 3 else { throw GeneratorError.usage }
    let generator = Generator(models: URL(fileURLWithPath: CommandLine.arguments[1]))
    try generator.write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
} catch {
    FileHandle.standardError.write(Data("ModelGenerator: \(error)\n".utf8))
    exit(1)
}
