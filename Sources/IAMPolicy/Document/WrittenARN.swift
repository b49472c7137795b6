import IAMIdentifiers

/// A resource as a new policy writes it, other than `*`.
struct WrittenARN {
    private let text: String
    /// The parts before, between and after the first five colons. Like IAM, this does not know
    /// variables: the colon in `${aws:PrincipalAccount}` counts as one of the five.
    private let parts: [String]

    init(_ text: String) {
        self.text = text
        parts = text.parts(at: ":", maxSplits: 5)
    }

    /// A part, or `*` where the ARN lacks it.
    private func part(_ index: Int) -> String { index < parts.count ? parts[index] : "*" }

    private var service: String { part(2) }
    private var region: String { part(3) }
    private var account: String { part(4) }
    private var resource: String { part(5) }
}

// What IAM's old reader cannot parse.
extension WrittenARN {
    /// What to do about an ARN that names no service, or that has fewer than six parts and an empty
    /// one in the middle. If the partition of such a short ARN is wrong, IAM reports that instead.
    ///
    /// Source: getmoto/moto pull request 2269: `arn:aws:s3::bucket` and `arn:aws::::bucket` failed
    /// legacy parsing.
    var adviceOnForm: String? {
        guard parts[0].isExactly("arn") else { return nil }
        if parts.count > 2, service.isEmpty { return "the third part of an ARN names a service" }
        if parts.count < 6, hasPartition, parts.dropFirst().dropLast().contains("") {
            return "an ARN has six parts, between five colons, such as arn:aws:s3:::bucket; this "
                + "one has \(parts.count)"
        }
        return nil
    }

    private var hasPartition: Bool {
        parts.count > 1 && (parts[1].isExactly("aws") || parts[1].isExactly("*"))
    }

    /// What to do about a region or an account that cannot be one.
    ///
    /// Neither may hold a variable or a template's placeholder.
    ///
    /// Source: IAM User Guide, "IAM policy elements: Variables and tags": a variable stands behind
    /// the fifth colon. People report the answer for `${aws:PrincipalAccount}`, `<ACCOUNT_ID>` and
    /// `us-west--2` (aws-solutions/cognito-user-profiles-export-reference-architecture issue 2).
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    var adviceOnParts: String? {
        for (name, part) in [("region", region), ("account", account)] {
            if part.utf8.contains(UInt8(ascii: "$")) {
                return "a policy variable stands in the last part of an ARN, behind the fifth "
                    + "colon; write the \(name), or *"
            }
            // The last part of a short ARN may hold more than a region or an account.
            guard parts.count == 6 else { continue }
            let isPlain = part.utf8.allSatisfy {
                $0.isASCIILetterOrDigit || "*?-".utf8.contains($0)
            }
            guard isPlain, name == "account" || !Self.hasEmptyPart(part) else {
                return "\(part.excerpt) is no \(name); write the \(name), or *"
            }
        }
        return nil
    }

    /// Whether a variable stands where the region or the account does.
    var hasVariableInRegionOrAccount: Bool {
        [region, account].contains { $0.utf8.contains(UInt8(ascii: "$")) }
    }

    private static func hasEmptyPart(_ region: String) -> Bool {
        !region.isEmpty && region.parts(at: "-").contains("")
    }
}

// What IAM refuses in a sentence of its own.
extension WrittenARN {
    /// What IAM says against the ARN.
    var refusal: String? {
        refusalOfForm ?? refusalOfRegion ?? refusalOfAccount ?? refusalOfPath
    }

    /// What IAM says against a text that does not name the resources of one service.
    var refusalOfForm: String? {
        guard parts.count > 1 else { return PolicySentence.resource(text) }
        guard hasPartition else {
            return PolicySentence.partition(parts[1], of: completed)
        }
        guard parts[0].isExactly("arn") else { return PolicySentence.resource(text) }
        guard parts.count > 2, !service.utf8.contains(where: { "*?$".utf8.contains($0) }) else {
            return PolicySentence.resourceVendor
        }
        return nil
    }

    /// The ARN as IAM's sentence shows it: it begins with `arn`, whatever the text begins with, and
    /// has a `*` for each part that the text lacks.
    private var completed: String {
        let given = parts.dropFirst(2)
        let rest = given.elementsEqual([""]) ? [] : Array(given)
        return (["arn", parts[1]] + rest + Array(repeating: "*", count: max(0, 4 - rest.count)))
            .joined(separator: ":")
    }

    /// The resources of IAM, S3 and Route 53 are in no region, except some of S3's.
    private var refusalOfRegion: String? {
        guard Self.global.contains(service), !["", "*"].contains(ExactText(region)),
            !isRegionalOfS3
        else { return nil }
        return PolicySentence.region(in: text, of: service)
    }

    /// Buckets and hosted zones have names of their own in the whole partition.
    ///
    /// Source: for hosted zones AWS's answer to Terraform about
    /// `arn:aws:route53::ACCOUNT:hostedzone/*`; for buckets the rules of
    /// badmintoncryer/cdk-preflight.
    private var refusalOfAccount: String? {
        let isBucket =
            service.isExactly("s3") && !isRegionalOfS3
            && !resource.utf8.contains(UInt8(ascii: "/"))
        guard isBucket || service.isExactly("route53"),
            !account.isEmpty, !account.utf8.contains(where: { "*?".utf8.contains($0) })
        else { return nil }
        return PolicySentence.account(in: text)
    }

    private var refusalOfPath: String? {
        guard service.isExactly("iam"), !["*", "root"].contains(ExactText(resource)),
            !(Self.pathsOfIAM + Self.newerPathsOfIAM).contains(where: { resource.begins(with: $0) }
            )
        else { return nil }
        return PolicySentence.path(amongst: Self.pathsOfIAM)
    }

    private static let global: Set<ExactText> = ["iam", "s3", "route53"]

    private var isRegionalOfS3: Bool {
        service.isExactly("s3") && Self.regionalOfS3.contains { resource.begins(with: $0) }
    }

    /// What S3 has in regions; buckets and objects are in none.
    ///
    /// Source: Service Authorization Reference, "Resource types defined by Amazon S3".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html>
    private static let regionalOfS3 = [
        "accesspoint/", "access-grants/", "async-request/", "job/", "storage-lens/",
        "storage-lens-group/",
    ]

    /// How the last part of IAM's ARNs begins, as IAM lists it when it refuses another. That answer
    /// is known from users' reports; no page has it.
    private static let pathsOfIAM = [
        "user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/",
        "server-certificate/", "policy/", "sms-mfa/", "saml-provider/", "oidc-provider/", "report/",
        "access-report/",
    ]

    /// What AWS's own policies and the Service Authorization Reference have. The recorded answers
    /// are older and do not list them.
    private static let newerPathsOfIAM = ["role-template/", "delegation-request/"]
}
