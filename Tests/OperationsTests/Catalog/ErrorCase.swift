import IAMIdentifiers
import Operations
import Store
import TestSupport
import Testing

/// A request that a prepared account refuses, with AWS's code and sentence.
struct ErrorCase: Sendable, CustomTestStringConvertible {
    typealias Arrangement = @Sendable (TestService, PreparedAccount) async throws -> Void

    let operation: String
    let parameters: [String: String]
    /// An IAM user's name; the root user for nil.
    let caller: String?
    let code: IAMError.Code
    let message: String
    /// What is done before; nil for nothing.
    let given: Arrangement?

    var testDescription: String { "\(operation): \(message)" }

    init(
        _ operation: String, _ parameters: [String: String], as caller: String? = nil,
        _ code: IAMError.Code, _ message: String,
        given: Arrangement? = nil
    ) {
        self.operation = operation
        self.parameters = parameters
        self.caller = caller
        self.code = code
        self.message = message
        self.given = given
    }

    /// Calls an operation as the root user, and expects it to succeed.
    static func done(
        _ operation: String, _ parameters: [String: String] = [:], times: Int = 1
    ) -> Arrangement {
        { service, prepared in
            let root = try await service.caller()
            for number in 0..<times {
                let parameters = prepared.filled(parameters)
                    .mapValues { $0.replacing("{n}", with: String(number)) }
                let answer = try await service.call(operation, parameters, as: root)
                #expect(answer.error == nil)
            }
        }
    }

    static let all =
        missing + malformed + people + roles + devices + policies + simulation + quotas
        + samlProviders + delegation + reports
        + boundaries
        + accountManagement
        + federation
        + instanceProfiles
        + sessions
        + accountProperties
        + roleTemplates
        + certificates
        + events
}

extension ErrorCase {
    /// Every operation about a user, a group, a role or a policy that is not there.
    fileprivate static let missing = Scenario.all.flatMap { scenario -> [ErrorCase] in
        ["User", "Group", "Role"].compactMap { kind -> ErrorCase? in
            guard scenario.parameters["\(kind)Name"] != nil,
                scenario.operation != "Create\(kind)"
            else { return nil }
            return ErrorCase(
                scenario.operation,
                scenario.parameters.merging(["\(kind)Name": "nobody"]) { $1 },
                .noSuchEntity, "The \(kind.lowercased()) with name nobody cannot be found.")
        } + missingPolicy(scenario)
    }

    private static func missingPolicy(_ scenario: Scenario) -> [ErrorCase] {
        guard scenario.parameters["PolicyArn"] != nil else { return [] }
        let arn = "arn:aws:iam::{account}:policy/Missing"
        return [
            ErrorCase(
                scenario.operation, scenario.parameters.merging(["PolicyArn": arn]) { $1 },
                .noSuchEntity,
                toldAsNotAttachable.contains(scenario.operation)
                    ? "Policy \(arn) does not exist or is not attachable."
                    : "Policy \(arn) was not found.")
        ]
    }

    private static let toldAsNotAttachable = [
        "AttachUserPolicy", "AttachGroupPolicy", "AttachRolePolicy", "GetPolicyVersion",
        "SetDefaultPolicyVersion",
        "ListEntitiesForPolicy",
    ]

    /// Texts that are no policy's ARN.
    private static let notPolicyARNs: [(String, IAMError.Code)] = [
        ("a-policy-that-is-no-arn", .validationError),
        ("arn:aws:iam::policy/Readers", .validationError),
        ("arn:aws-cn:iam::aws:policy/ReadOnlyAccess", .validationError),
        ("arn:aws-us-gov:iam::{account}:policy/Readers", .validationError),
        ("arn:aws:s3:::a-bucket-of-mine", .invalidInput),
        ("arn:aws:iam::{account}:role/Readers", .invalidInput),
        ("arn:aws:iam:us-east-1:{account}:policy/Readers", .invalidInput),
        ("arn:aws:iam::{account}:policy/Readers ", .invalidInput),
        ("arn:aws:iam::aws:policy/arn:aws:iam::aws:policy/ReadOnlyAccess", .invalidInput),
    ]

    /// Every operation on a policy, asked about what is no policy's ARN.
    fileprivate static let malformed = Scenario.all.flatMap { scenario -> [ErrorCase] in
        guard scenario.parameters["PolicyArn"] != nil else { return [] }
        return notPolicyARNs.map { arn, code in
            ErrorCase(
                scenario.operation, scenario.parameters.merging(["PolicyArn": arn]) { $1 }, code,
                "ARN \(arn) is not valid.")
        }
    }
}
