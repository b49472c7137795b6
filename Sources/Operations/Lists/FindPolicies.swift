package import AWSWire
import IAMIdentifiers
import IAMModel
import Store
package import Workers

/// The managed policies that grant given actions and least besides: AWS's, and the account's as
/// far as the caller may read them.
package enum FindPolicies: ConsoleAction, ComputingHandler {
    package static let facts = OperationFacts(
        name: "FindPolicies", service: .iam, errors: [IAM.Errors.invalidInput])

    /// Policies that are told at most.
    package static let shown = 20

    package struct Input: WireShape {
        /// Actions and patterns of actions, with white space or commas between them.
        package var actions: String

        package static let limits = StringLimits(max: 10_000)

        package init(actions: String) { self.actions = actions }

        package init(from fields: inout FieldReader) {
            actions = fields.requiredString("Actions", Self.limits)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Actions", actions)
        }
    }

    package struct Output: WireShape {
        /// What was asked for, as AWS writes it.
        package var actions: [String]
        package var policies: [Policy]
        /// How many of the account's policies were not looked at.
        package var unread: Int

        package init(actions: [String], policies: [Policy], unread: Int = 0) {
            self.actions = actions
            self.policies = policies
            self.unread = unread
        }

        package init(from fields: inout FieldReader) {
            actions = fields.strings("Actions") ?? []
            policies = fields.structures("Policies") ?? []
            unread = fields.requiredInteger("Unread")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.strings("Actions", actions)
            writer.structures("Policies", policies)
            writer.integer("Unread", unread)
        }
    }

    /// A policy, and what it has to do with the actions; see ``PolicyFinder/Finding``.
    package struct Policy: WireShape, Equatable {
        package var name: String
        package var arn: String
        package var everywhere: [String]
        package var somewhere: [String]
        package var missing: [String]
        package var besides: Int

        package init(
            name: String, arn: String, everywhere: [String] = [], somewhere: [String] = [],
            missing: [String] = [], besides: Int
        ) {
            self.name = name
            self.arn = arn
            self.everywhere = everywhere
            self.somewhere = somewhere
            self.missing = missing
            self.besides = besides
        }

        init(_ finding: PolicyFinder.Finding) {
            name = finding.name
            arn = finding.arn
            everywhere = finding.everywhere
            somewhere = finding.somewhere
            missing = finding.missing
            besides = finding.besides
        }

        package init(from fields: inout FieldReader) {
            name = fields.requiredString("Name")
            arn = fields.requiredString("Arn")
            everywhere = fields.strings("Everywhere") ?? []
            somewhere = fields.strings("Somewhere") ?? []
            missing = fields.strings("Missing") ?? []
            besides = fields.requiredInteger("Besides")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Name", name)
            writer.string("Arn", arn)
            writer.strings("Everywhere", everywhere)
            writer.strings("Somewhere", somewhere)
            writer.strings("Missing", missing)
            writer.integer("Besides", besides)
        }
    }

    /// A policy of the account, and its text.
    package struct OwnPolicy: Sendable {
        let name: String
        let arn: String
        let text: String
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        try IAM.ListPolicies.target(.init(), call)
    }

    /// It tells which policies there are, and asks for that permission.
    package static func authorize(_ input: Input, _ target: Target<Void>, _ call: Call) throws {
        try call.authorize(IAM.ListPolicies.action, on: target)
    }

    /// What was read, and the language in which the question may have to be refused.
    package struct Material: Sendable {
        let own: [OwnPolicy]
        let language: Language
    }

    /// What a policy of the account grants, GetPolicyVersion tells.
    package static func read(_ input: Input, on _: Void, _ call: Call) throws -> Material {
        let policies = try call.tables.managedPolicies.list(
            pathPrefix: "/", after: "", limit: AccountQuota.policies.most)
        let own = try policies.compactMap { policy -> OwnPolicy? in
            let target = Target<Void>(
                policy.arn.description, of: call.account,
                tags: try call.tables.tags.list(of: policy.id))
            guard try call.may(IAM.GetPolicyVersion.action, on: target) else { return nil }
            let version = try call.tables.managedPolicies.version(
                policy.defaultVersion, of: policy.id)
            return version.map {
                OwnPolicy(name: policy.name, arn: policy.arn.description, text: $0.document)
            }
        }
        return Material(own: own, language: call.facts.language ?? .english)
    }

    package static func compute(
        _ input: Input, _ material: Material, _ ticket: WorkerTicket
    ) throws -> Output {
        let finder: PolicyFinder
        do {
            finder = try PolicyFinder(Self.words(in: input.actions))
        } catch {
            throw IAM.Errors.invalidInput(
                sentence(of: error, in: material.language), about: "Actions")
        }
        let answer = try finder.findings(
            among: material.own.map { .init(name: $0.name, arn: $0.arn, text: $0.text) },
            limit: shown
        ) { try ticket.check() }
        return Output(
            actions: finder.actions, policies: answer.findings.map(Policy.init),
            unread: answer.unread)
    }

    /// The actions in a text, by bytes.
    package static func words(in text: String) -> [String] {
        text.utf8.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
            .map { String(Substring($0)) }
    }

    /// What is wrong with what was asked for, in a sentence.
    package static func sentence(
        of problem: PolicyFinder.Problem, in language: Language
    ) -> String {
        let most = PolicyFinder.maximumActions
        let sentence =
            switch problem {
            case .unknown(let text):
                BilingualText(
                    "No service has an action \(text). Write actions as s3:GetObject or s3:Get*.",
                    "\(text) 작업이 있는 서비스가 없습니다. s3:GetObject 또는 s3:Get*처럼 입력하세요.")
            case .nothing:
                BilingualText(
                    "Name at least one action, such as s3:GetObject.",
                    "s3:GetObject처럼 작업을 하나 이상 입력하세요.")
            case .tooMany:
                BilingualText(
                    "These are more than \(most) actions. Name fewer.",
                    "작업이 \(most)개를 넘습니다. 더 적게 입력하세요.")
            }
        return sentence.text(in: language)
    }
}
