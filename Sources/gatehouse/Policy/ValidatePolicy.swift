import AWSWire
import ArgumentParser
import Foundation
import IAMModel
import IAMPolicy
import Operations

/// `gatehouse policy validate`: what is wrong with policies in files, and what could be better.
struct ValidatePolicy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Tell what is wrong with a policy and what could be better.",
        discussion: """
            The findings are those of IAM Access Analyzer's ValidatePolicy, in the form \
            FILE:LINE:COLUMN: TYPE CODE: what is found. Columns count from 1.

            The exit status is 0 without errors and security warnings (with --strict: without any \
            finding), 2 with some, 1 when a file could not be read, and 64 for a wrong command line.
            """)

    /// What a policy is for, as an operator writes it.
    enum PolicyTypeName: String, CaseIterable, ExpressibleByArgument {
        case identity, resource, trust, scp, rcp

        var type: ValidatedPolicyType {
            switch self {
            case .identity: .identity
            case .resource: .resource(nil)
            case .trust: .resource(.rolesTrust)
            case .scp: .serviceControl
            case .rcp: .resourceControl
            }
        }
    }

    @Argument(help: "Files with a policy each; - for standard input.")
    var files: [String]

    @Option(
        help: "What the policies are for: identity, resource, trust, scp or rcp.")
    var type = PolicyTypeName.identity

    @Option(
        help: """
            Of a resource policy, the type of the resource, as AWS::S3::Bucket: it has rules of \
            its own.
            """)
    var resourceType: String?

    @Flag(help: "Warnings and suggestions count as errors do.")
    var strict = false

    @Flag(help: "Print a JSON array with an object for each file: its name and findings.")
    var json = false

    func run() throws {
        let type = try validatedType()
        let texts = try files.map { try PolicyFile.text($0) }
        let found = texts.map { PolicyValidator.builtIn.findings(in: $0, as: type) }
        let rows = zip(files, found)
        if json {
            Output.print("[\(rows.map(Self.object).joined(separator: ","))]")
        } else {
            let lines = rows.flatMap(Self.lines)
            Output.print(lines.isEmpty ? "No findings." : lines.joined(separator: "\n"))
        }
        guard found.joined().allSatisfy({ !counts($0) }) else { throw PolicyCommand.denied }
    }

    private func validatedType() throws -> ValidatedPolicyType {
        guard let resourceType else { return type.type }
        guard type == .resource,
            let known = ValidatedPolicyType.ResourceType(rawValue: resourceType)
        else {
            let known = ValidatedPolicyType.ResourceType.allCases.map(\.rawValue)
            throw CommandFailure(
                "--resource-type goes with --type resource and is one of "
                    + known.joined(separator: ", "))
        }
        return .resource(known)
    }

    /// Whether a finding makes the command fail.
    private func counts(_ finding: PolicyFinding) -> Bool {
        strict || finding.type == .error || finding.type == .securityWarning
    }

    private static func lines(_ file: String, _ findings: [PolicyFinding]) -> [String] {
        findings.map { finding in
            let start = finding.locations[0].span.start
            return "\(file):\(start.line):\(start.column + 1): \(finding.type.rawValue) "
                + "\(finding.issue.rawValue): \(finding.details)"
        }
    }

    private static func object(_ file: String, _ findings: [PolicyFinding]) -> String {
        var object = JSONObject()
        object.string("file", file)
        let answered = findings.map { finding in
            let shape = AccessAnalyzer.Shape.ValidatePolicyFinding(finding)
            return String(decoding: shape.json, as: UTF8.self)
        }
        object.json("findings", "[\(answered.joined(separator: ","))]")
        return object.text
    }
}
