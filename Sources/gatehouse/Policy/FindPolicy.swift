import ArgumentParser
import IAMIdentifiers
import Operations

/// `gatehouse policy find`: which of AWS's managed policies grant given actions.
struct FindPolicy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find AWS's managed policies that grant some actions and least besides.",
        discussion: """
            Those that grant all of the actions come first, and among them those that grant the \
            fewest others. An action in parentheses is granted on some resources or under \
            conditions alone.

            The exit status is 0 when a policy grants all of them, 2 when none does, and 64 for a \
            wrong command line.
            """)

    @Option(help: "An action or a pattern, such as s3:GetObject or s3:Get*; may be repeated.")
    var action: [String]

    @Option(help: "How many policies are told.")
    var limit = 10

    @Flag(help: "Print a JSON array with an object for each policy.")
    var json = false

    func run() throws {
        guard (1...2_000).contains(limit) else {
            throw ValidationError("--limit is a number from 1 to 2000")
        }
        let finder: PolicyFinder
        do {
            finder = try PolicyFinder(action)
        } catch {
            throw ValidationError(FindPolicies.sentence(of: error, in: .english))
        }
        let findings = finder.findings(limit: limit)
        if json {
            Output.print("[\(findings.map(Self.object).joined(separator: ","))]")
        } else {
            Output.print(
                findings.isEmpty
                    ? "No policy grants any of them."
                    : findings.map(Self.line).joined(separator: "\n"))
        }
        guard findings.first?.missing.isEmpty == true else { throw PolicyCommand.denied }
    }

    private static func line(_ finding: PolicyFinder.Finding) -> String {
        let granted = finding.everywhere + finding.somewhere.map { "(\($0))" }
        let missing =
            finding.missing.isEmpty ? "" : "; not " + finding.missing.joined(separator: ", ")
        return "\(finding.name): \(granted.joined(separator: ", ")) and "
            + "\(finding.besides) others\(missing)\n    \(finding.arn)"
    }

    private static func object(_ finding: PolicyFinder.Finding) -> String {
        var object = JSONObject()
        object.string("policyName", finding.name)
        object.string("policyArn", finding.arn)
        for (name, actions) in [
            ("grantedEverywhere", finding.everywhere), ("grantedSomewhere", finding.somewhere),
            ("missing", finding.missing),
        ] {
            let texts = actions.map { JSONText.quoted($0) }
            object.json(name, "[\(texts.joined(separator: ","))]")
        }
        object.json("others", "\(finding.besides)")
        return object.text
    }
}
