import IAMIdentifiers
import IAMPolicy
import StrictJSON

/// What holds of any text that is given to the reader of policies and to the validation.
package struct PolicyProperties {
    private let validator: PolicyValidator

    package init() {
        validator = PolicyValidator(
            ServiceReference(Array(Self.reference.utf8), of: "2026-10-27"))
    }

    /// The property that the bytes break, or nil. What is no policy breaks none.
    package func broken(by bytes: [UInt8]) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        for kind in PolicyKind.allCases {
            if let property = brokenByReading(text, as: kind) { return "\(kind): \(property)" }
        }
        for (type, kinds) in Self.types {
            if let property = brokenByValidating(text, as: type, kinds) {
                return "\(type): \(property)"
            }
        }
        return nil
    }

    // MARK: Reading

    private func brokenByReading(_ text: String, as kind: PolicyKind) -> String? {
        let attached = AttachedPolicy(source: .named("policy"), stored: text, as: kind)
        let set = PolicySet([PolicyLayer(Self.type(of: kind), [attached])])
        for request in Self.requests {
            let decision = decide(request, by: set)
            guard explain(request, by: set).decision == decision else {
                return "a decision is explained as it is made"
            }
            if case .unreadable = attached.content, decision.verdict != .explicitlyDenied,
                request.principal.kind == .user
            {
                return "what cannot be read denies everything"
            }
        }
        guard let document = try? PolicyDocument(parsing: text, as: kind) else { return nil }
        guard case .document = attached.content else { return "what is accepted can be read again" }
        if kind == .trust, let broken = brokenByReplacing(text, document) { return broken }
        guard let printed = document.printed else { return nil }
        guard let again = try? PolicyDocument(parsing: printed, as: kind) else {
            return "what is printed can be read"
        }
        return again.statements == document.statements
            ? nil : "what is printed says the same as what was read"
    }

    /// Each principal is replaced by itself, and by another, in its own place.
    private func brokenByReplacing(_ text: String, _ document: PolicyDocument) -> String? {
        guard let trust = TrustPolicyText(stored: text) else {
            return "the principals of a trust policy are found"
        }
        func reread(_ name: @escaping (String) -> String) -> PolicyDocument? {
            try? PolicyDocument(
                stored: trust.replacing { $0.isOfAWS ? name($0.name) : nil }, as: .trust)
        }
        guard reread({ $0 })?.statements == document.statements else {
            return "a principal that is replaced by itself is the same"
        }
        guard let other = reread({ _ in "210987654321" })?.printed,
            trust.principals.contains(where: { $0.isOfAWS && $0.name != "210987654321" })
        else { return nil }
        return other == document.printed ? "a principal that is replaced is another" : nil
    }

    private static func type(of kind: PolicyKind) -> PolicyType {
        switch kind {
        case .identityBased, .managed: .identityBased
        case .resourceBased, .trust: .resourceBased
        case .serviceControl: .serviceControl
        case .resourceControl: .resourceControl
        }
    }

    private static let requests: [AuthorizationRequest] = {
        let context = RequestContext([
            "aws:username": ["alice"], "aws:SourceIp": ["203.0.113.9"], "aws:TagKeys": ["a", "b"],
            "aws:CurrentTime": ["2026-11-22T02:24:38Z"], "aws:SecureTransport": ["true"],
        ])
        let user = RequestPrincipal.user("arn:aws:iam::123456789012:user/alice", of: "123456789012")
        return [
            AuthorizationRequest(
                user, action: "s3:GetObject", resource: "arn:aws:s3:::notes/alice/1",
                context: context),
            AuthorizationRequest(user, action: "sqs:SendMessage", resource: "*"),
            AuthorizationRequest(
                .anonymous, action: "s3:GetObject", resource: "arn:aws:s3:::notes/1",
                ownedBy: "123456789012"),
        ]
    }()

    // MARK: Validating

    /// The types of policies and what the reader may call them.
    private static let types: [(ValidatedPolicyType, [PolicyKind])] = [
        (.identity, [.identityBased]), (.resource(.rolesTrust), [.trust]),
        (.resource(nil), [.resourceBased, .trust]), (.resource(.bucket), [.resourceBased]),
        (.serviceControl, [.serviceControl]), (.resourceControl, [.resourceControl]),
    ]

    private func brokenByValidating(
        _ text: String, as type: ValidatedPolicyType, _ kinds: [PolicyKind]
    ) -> String? {
        let findings = validator.findings(in: text, as: type)
        let isAccepted = kinds.contains { (try? PolicyDocument(parsing: text, as: $0)) != nil }
        guard isAccepted || findings.contains(where: { $0.type == .error }) else {
            return "what is refused has an error"
        }
        let length = text.unicodeScalars.count
        for span in findings.flatMap({ $0.locations.map(\.span) }) {
            guard span.start.offset <= span.end.offset, span.end.offset <= length,
                span.start.line >= 1, span.start.column >= 0
            else { return "what is found has its place in the text" }
        }
        return nil
    }

    /// A little of the service authorization reference, in the form that
    /// `Data/service-authorization.py` describes.
    private static let reference = """
        C\ts3
        S\ts3
        K\taws:TagKeys\tArrayOfString
        K\ts3:prefix\tString
        K\ts3:max-keys\tNumeric
        R\tbucket\tarn:${Partition}:s3:::${BucketName}\t
        R\tobject\tarn:${Partition}:s3:::${BucketName}/${ObjectName}\t
        A\tGetObject\tr\t1\t
        A\tListBucket\tl\t0\t1,2
        A\tPutObject\tw\t1\t0
        S\tsqs
        R\tqueue\tarn:${Partition}:sqs:${Region}:${Account}:${QueueName}\t
        A\tListQueues\tr\t\t
        A\tSendMessage\tw\t0\t

        """
}
