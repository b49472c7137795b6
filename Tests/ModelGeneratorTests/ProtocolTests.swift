import Foundation
import Testing

@testable import ModelGenerator

/// What of a model says how its requests and answers are written.
@Suite struct ProtocolTests {
    private func files(
        metadata: String, path: String = "/boxes/{name}", members: String = "", payload: String = ""
    ) throws -> [String: String] {
        let json = """
            {"metadata": {"apiVersion": "2026-01-01", "signingName": "boxes", \(metadata)},
            "operations": [
              {"name": "GetBox", "method": "GET", "path": "\(path)", "status": 201,
               "input": "GetBoxRequest", "errors": []}],
            "errors": [],
            "shapes": [
              {"name": "GetBoxRequest", "type": "structure"\(payload), "members": [
                {"name": "Name", "shape": "text", "location": "uri", "locationName": "name"},
                {"name": "Day", "shape": "day", "locationName": "the-day"}\(members)]},
              {"name": "texts", "type": "list", "member": "text"},
              {"name": "day", "type": "timestamp", "timestampFormat": "iso8601"},
              {"name": "size", "type": "long"},
              {"name": "text", "type": "string"}]}
            """
        let model = try JSONDecoder().decode(ServiceModel.self, from: Data(json.utf8))
        let resolver = Resolver(
            namespace: "Boxes", service: "boxes", model: model, nouns: ["Box": ["GetBox"]])
        return try Renderer(service: resolver.resolved()).files()
    }

    private static let rest = #""protocol": "rest-json""#

    @Test(arguments: [
        (rest, "RESTJSON()"),
        (
            #""protocol": "json", "jsonVersion": "1.1", "targetPrefix": "Box_1""#,
            #"AWSJSON(version: .v1_1, targetPrefix: "Box_1")"#
        ),
        (
            #""protocol": "query", "xmlNamespace": "urn:x""#,
            #"AWSQuery(version: "2026-01-01", xmlNamespace: "urn:x")"#
        ),
    ])
    func aServiceNamesItsProtocol(metadata: String, wire: String) throws {
        let files = try files(metadata: metadata)
        #expect(files["Boxes/Boxes.swift"]?.contains("wire: \(wire))") == true)
    }

    @Test func membersOutsideTheBodyAreBound() throws {
        let file =
            try files(
                metadata: Self.rest,
                members: """
                    , {"name": "Tags", "shape": "texts", "location": "querystring"},
                    {"name": "Size", "shape": "size", "location": "header",
                     "locationName": "X-Size"}
                    """)["Boxes/Box.swift"] ?? ""
        #expect(
            file.contains(
                #"method: "GET", path: "/boxes/{name}", status: 201, "#
                    + #"inputBindings: [MemberBinding("Name", .label, "name"), "#
                    + #"MemberBinding("Tags", .queryList, "Tags"), "#
                    + #"MemberBinding("Size", .header, "X-Size")]"#))
        #expect(file.contains(#"name = fields.string("Name")"#))
        #expect(file.contains(#"day = fields.timestamp("the-day")"#))
        #expect(file.contains(#"writer.timestamp("the-day", day, as: .iso8601)"#))
        #expect(file.contains(#"size = fields.long("Size")"#))
    }

    @Test(arguments: [
        #""protocol": "query""#, #""protocol": "json", "jsonVersion": "1.1""#,
        #""protocol": "json", "jsonVersion": "2.0", "targetPrefix": "x""#,
        #""protocol": "rest-json", "xmlNamespace": "urn:x""#,
    ])
    func halfAProtocolIsRefused(metadata: String) {
        #expect(throws: GeneratorError.self) { try files(metadata: metadata) }
    }

    @Test(arguments: ["/boxes/{name+}", "/boxes/a{name}", "/boxes?name", "/boxes/{name}#x"])
    func aPathThatNoRouteReadsIsRefused(path: String) {
        #expect(throws: GeneratorError.unsupported(shape: "GetBox", why: "the path \(path)")) {
            try files(metadata: Self.rest, path: path)
        }
    }

    @Test(arguments: [
        #", {"name": "X", "shape": "texts", "location": "header"}"#,
        #", {"name": "X", "shape": "day", "location": "header"}"#,
        #", {"name": "X", "shape": "text", "location": "statusCode"}"#,
        #", {"name": "X", "shape": "text", "location": "elsewhere"}"#,
    ])
    func aPlaceThatNoProtocolReadsIsRefused(members: String) {
        #expect(throws: GeneratorError.self) { try files(metadata: Self.rest, members: members) }
    }

    @Test func aBodyThatIsNoStructureIsRefused() {
        #expect(throws: GeneratorError.self) {
            try files(metadata: Self.rest, payload: #", "payload": "Day""#)
        }
    }
}
