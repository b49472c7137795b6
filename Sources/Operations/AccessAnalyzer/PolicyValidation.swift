import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Workers

/// The operation that tells an author what is wrong with a policy and what could be better.
package enum PolicyValidation {
    static let operations: [any Handler.Type] = [AccessAnalyzer.ValidatePolicy.self]
}

/// Findings are in English, whatever locale is asked for.
///
/// Source: IAM Access Analyzer API Reference, ValidatePolicy.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html>
extension AccessAnalyzer.ValidatePolicy: ComputingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func read(_ input: Input, on _: Void, _ call: Call) throws {}

    package static func compute(
        _ input: Input, _: Void, _ ticket: WorkerTicket
    ) throws -> Output {
        let type = ValidatedPolicyType(
            name: input.policyType.rawValue,
            resourceType: input.validatePolicyResourceType?.rawValue)
        guard let type else {
            throw IAMError.validationError(
                "validatePolicyResourceType can be given with the policyType RESOURCE_POLICY only.",
                about: "validatePolicyResourceType")
        }
        let limit = PolicyValidator.maximumFindings
        guard input.maxResults.map({ (1...limit).contains($0) }) ?? true else {
            throw IAMError.validationError(
                "maxResults must be a number from 1 to \(limit).", about: "maxResults")
        }
        let paging = try Paging(
            marker: input.nextToken, maxItems: input.maxResults, "nextToken")
        let found = PolicyValidator.builtIn.findings(in: input.policyDocument, as: type)
        // The same policy has the same findings, so that a number among them is a place.
        guard let start = paging.after.isEmpty ? 0 : Int(paging.after),
            (0...found.count).contains(start)
        else { throw IAMError.validationError("Invalid nextToken.", about: "nextToken") }
        let end = min(start + length(of: found[start...], paging), found.count)
        return Output(
            findings: found[start..<end].map { .init($0) },
            nextToken: end < found.count ? Base64.forURLs.encoded(Array(String(end).utf8)) : nil)
    }
}

extension AccessAnalyzer.ValidatePolicy {
    /// The bytes of one page's findings, at most, unless it is one finding.
    private static let bytesPerPage = 900_000

    /// How many of the findings fit on a page.
    private static func length(of findings: ArraySlice<PolicyFinding>, _ paging: Paging) -> Int {
        var size = 0
        let count = findings.prefix(paging.maxItems).prefix { finding in
            size += finding.encodedSize
            return size <= bytesPerPage
        }.count
        return max(count, 1)
    }
}

extension PolicyFinding {
    /// The bytes of a finding as JSON, about.
    fileprivate var encodedSize: Int {
        var size = 400 + XMLText.size(of: details)
        for location in locations {
            size += 200
            for element in location.path {
                switch element {
                case .key(let text), .value(let text): size += 20 + XMLText.size(of: text)
                case .index, .substring: size += 60
                }
            }
        }
        return size
    }
}

extension AccessAnalyzer.Shape.ValidatePolicyFinding {
    package init(_ finding: PolicyFinding) {
        self.init(
            findingDetails: finding.details, findingType: .init(finding.type),
            issueCode: finding.issue.rawValue, learnMoreLink: finding.learnMoreLink,
            locations: finding.locations.map { location in
                .init(
                    path: location.path.map { .init($0) },
                    span: .init(start: .init(location.span.start), end: .init(location.span.end)))
            })
    }
}

extension AccessAnalyzer.Shape.ValidatePolicyFindingType {
    fileprivate init(_ type: PolicyFindingType) {
        self =
            switch type {
            case .error: .error
            case .securityWarning: .securityWarning
            case .warning: .warning
            case .suggestion: .suggestion
            }
    }
}

extension AccessAnalyzer.Shape.PathElement {
    fileprivate init(_ element: PolicyPathElement) {
        switch element {
        case .index(let index): self.init(index: index)
        case .key(let key): self.init(key: key)
        case .substring(let start, let length):
            self.init(substring: .init(start: start, length: length))
        case .value(let value): self.init(value: value)
        }
    }
}

extension AccessAnalyzer.Shape.Position {
    fileprivate init(_ place: TextSpan.Place) {
        self.init(line: place.line, column: place.column, offset: place.offset)
    }
}
