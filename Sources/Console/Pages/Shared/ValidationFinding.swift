import IAMModel
import Operations

/// One thing that the validation found in a policy being written.
struct ValidationFinding: Sendable, Equatable {
    /// How much it weighs, heaviest first.
    enum Weight: Int, Sendable, Comparable, CaseIterable {
        case error, securityWarning, warning, suggestion

        static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }

        var phrase: Phrase {
            switch self {
            case .error: .findingError
            case .securityWarning: .findingSecurityWarning
            case .warning: .findingWarning
            case .suggestion: .findingSuggestion
            }
        }

        var tone: Tone {
            switch self {
            case .error, .securityWarning: .danger
            case .warning: .warning
            case .suggestion: .neutral
            }
        }
    }

    var weight: Weight
    /// The sentence, as the API answers it.
    var details: String
    /// AWS's page about it.
    var learnMore: String
    /// Both counted from 1.
    var lines: ClosedRange<Int>
    var column: Int

    /// The findings of a text, heaviest first.
    /// - Parameter isTrust: whether it is the trust policy of a role.
    /// - Throws: what the operation is refused with, a missing permission too.
    static func all(
        in document: String, isTrust: Bool = false, _ request: SignedInRequest
    ) async throws -> [ValidationFinding] {
        try await request.run(
            AccessAnalyzer.ValidatePolicy.self,
            .init(
                policyDocument: document,
                policyType: isTrust ? .resourcePolicy : .identityPolicy, maxResults: mostShown,
                validatePolicyResourceType: isTrust ? .awsIAMAssumeRolePolicyDocument : nil)
        ).findings.compactMap(ValidationFinding.init).enumerated()
            .sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
            .map(\.element)
    }

    /// More are not read by anyone; the first ones mended, the next are shown.
    private static let mostShown = 100

    private init?(_ finding: AccessAnalyzer.Shape.ValidatePolicyFinding) {
        guard let span = finding.locations.first?.span else { return nil }
        weight =
            switch finding.findingType {
            case .error: .error
            case .securityWarning: .securityWarning
            case .warning: .warning
            case .suggestion: .suggestion
            }
        details = finding.findingDetails
        learnMore = finding.learnMoreLink
        lines = span.start.line...max(span.start.line, span.end.line)
        column = span.start.column + 1
    }

    init(
        _ weight: Weight, _ details: String, learnMore: String, lines: ClosedRange<Int>, column: Int
    ) {
        self.weight = weight
        self.details = details
        self.learnMore = learnMore
        self.lines = lines
        self.column = column
    }
}

extension ValidationFinding {
    /// What was found in a document: the list, and below it the document with its lines lit.
    static func render(_ findings: [ValidationFinding], in document: String, _ page: PageContext)
        -> HTML
    {
        guard !findings.isEmpty else { return page.message(.good, page[.noFindings]) }
        let items = findings.map { finding in
            """
            <li>\(page.badge(page[finding.weight.phrase], finding.weight.tone))
            <p><span class="no-break">\(page[.atPlace(finding.lines.lowerBound, finding.column)])\
            </span> \(finding.details) <a href="\(finding.learnMore)" rel="noreferrer">\
            \(page[.learnMore])<span class="visually-hidden">: \(finding.details)</span></a></p>
            </li>
            """ as HTML
        }
        let marks = findings.map { finding in
            CodeView.Mark(
                lines: finding.lines,
                tone: finding.weight.tone == .neutral ? .note : finding.weight.tone)
        }
        return """
            <section class="stack tight" aria-labelledby="findings-title">
            <h3 id="findings-title">\(page[.findings(findings.count)])</h3>
            <ul class="findings">\(items)</ul>
            \(CodeView.render(document, page, marks: marks))</section>
            """
    }
}
