/// Why nothing was generated. What the generator does not understand it refuses.
enum GeneratorError: Error, Equatable, CustomStringConvertible {
    case unknownShape(String, usedBy: String)
    case unsupported(shape: String, why: String)
    /// Two shapes, members or enum values would have the same Swift name.
    case nameTaken(String)
    /// The operations of `nouns.json` are not those of the model.
    case nounsDiffer(service: String, operations: [String])
    case usage

    var description: String {
        switch self {
        case .unknownShape(let name, let user): "no shape `\(name)`, which `\(user)` names"
        case .unsupported(let shape, let why): "shape `\(shape)`: \(why)"
        case .nameTaken(let name): "the Swift name `\(name)` is needed twice"
        case .nounsDiffer(let service, let operations):
            "nouns.json and the model of \(service) differ in \(operations.joined(separator: ", "))"
        case .usage: "usage: ModelGenerator MODELS-DIRECTORY OUTPUT-DIRECTORY"
        }
    }
}
