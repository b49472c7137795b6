import Foundation

/// Parse, resolve, render: from a directory of models to Swift files.
struct Generator {
    /// Holds a file for each service, `services.json`, `nouns.json` and `patches.json`.
    let models: URL

    /// What `services.json` says of a service.
    struct Service: Decodable {
        /// The Swift namespace.
        var namespace: String
        /// What the addresses of its API reference call it, where it is not what signatures do.
        var guide: String?
        var families: Families?
    }

    /// The text of each file by its path under the output directory.
    func files() throws -> [String: String] {
        let patches = try read(Patches.self, "patches")
        let nouns = try read([String: [String: [String]]].self, "nouns")
        var files: [String: String] = [:]
        for (service, facts) in try services() {
            let model = try patches.applied(
                to: try read(ServiceModel.self, service), service: service)
            let resolver = Resolver(
                namespace: facts.namespace, service: service, model: model,
                nouns: nouns[service] ?? [:], families: facts.families ?? Families(),
                guide: facts.guide)
            files.merge(Renderer(service: try resolver.resolved()).files()) { _, new in new }
        }
        return files
    }

    private func services() throws -> [String: Service] {
        try read([String: Service].self, "services")
    }

    /// Makes `output` hold the generated files and no other Swift file.
    func write(to output: URL) throws {
        let files = try files()
        for namespace in try services().values.map(\.namespace) {
            let directory = output.appendingPathComponent(namespace)
            if FileManager.default.fileExists(atPath: directory.path) {
                try FileManager.default.removeItem(at: directory)
            }
            try FileManager.default.createDirectory(
                at: directory, withIntermediateDirectories: true)
        }
        for (path, text) in files {
            try Data(text.utf8).write(to: output.appendingPathComponent(path))
        }
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
        let data = try Data(contentsOf: models.appendingPathComponent("\(name).json"))
        return try JSONDecoder().decode(type, from: data)
    }
}
