import AWSWire
import IAMIdentifiers
package import IAMModel
import IAMPolicy
package import Workers

/// What a policy means, in words.
///
/// AWS summarizes delegation requests alone, of which there are none here; see `Decisions/0065`.
/// What is written here by rules is about managed policies, which AWS answers with an error; see
/// `Decisions/0079`.
package enum HumanReadableSummaries {
    /// The language of a locale, as English of `en-US`; nil for one in which nothing is written.
    ///
    /// Source: AWS Management Console, "Supported languages", whose codes are as these.
    /// <https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/change-language.html>
    static func language(ofLocale locale: String) -> Language? {
        let code = locale.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
        return Language(rawValue: String(Substring(code)).asciiLowercased)
    }

    /// Whether an ARN is that of a policy, whether there is one or not.
    static func isPolicy(_ arn: String) -> Bool {
        ARN(arn)?.resource.parts(at: "/").first == "policy"
    }

    /// The delegation request's ID in an ARN; nil for text that is the ARN of no request.
    static func request(ofARN text: String) -> String? {
        guard let arn = ARN(text), arn.partition.isExactly("aws"), arn.service == "iam",
            arn.region.isEmpty, AccountID(arn.account) != nil
        else { return nil }
        let parts = arn.resource.parts(at: "/")
        guard parts.count == 2, parts[0] == "delegation-request",
            IAM.Limits.delegationRequestIdType.violations(of: parts[1]).isEmpty
        else { return nil }
        return parts[1]
    }
}

extension IAM.GetHumanReadableSummary: ComputingHandler {
    /// A policy; or a request, of whichever account, which is not there.
    ///
    /// Source: IAM API Reference, GetHumanReadableSummary.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetHumanReadableSummary.html>
    package static func target(_ input: Input, _ call: Call) throws -> Target<AnyManagedPolicy> {
        let text = input.entityArn
        if HumanReadableSummaries.isPolicy(text) {
            return try call.tables.policy(arn: text)
        }
        return Target(
            text, of: call.tables.owner(ofARN: text),
            .failure(
                HumanReadableSummaries.request(ofARN: text)
                    .map { DelegationRequests.missing($0, about: "EntityArn") }
                    ?? IAM.Errors.invalidInput(
                        "ARN \(text) is not the ARN of a delegation request or a policy.",
                        about: "EntityArn")))
    }

    /// It tells of a policy what GetPolicyVersion tells, and asks for that permission, too.
    package static func authorize(
        _ input: Input, _ target: Target<AnyManagedPolicy>, _ call: Call
    ) throws {
        try call.authorize(action, on: target)
        if HumanReadableSummaries.isPolicy(input.entityArn) {
            try call.authorize(IAM.GetPolicyVersion.action, on: target)
        }
    }

    /// The document of the policy's default version.
    package static func read(
        _ input: Input, on policy: AnyManagedPolicy, _ call: Call
    ) throws -> String {
        try call.tables.managedPolicyInForce(policy.arn).text
    }

    package static func compute(
        _ input: Input, _ text: String, _ ticket: WorkerTicket
    ) throws -> Output {
        let locale = input.locale ?? Language.english.rawValue
        guard let language = HumanReadableSummaries.language(ofLocale: locale) else {
            return Output(locale: locale, summaryState: .notAvailable)
        }
        guard let document = try? PolicyDocument(stored: text) else {
            return Output(locale: locale, summaryState: .failed)
        }
        let summary = PolicySummary(of: document, in: .builtIn)
        return Output(
            summaryContent: PolicySummaryText.write(summary, in: language), locale: locale,
            summaryState: .available)
    }
}
