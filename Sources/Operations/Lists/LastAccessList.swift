package import AWSWire
import IAMIdentifiers
package import IAMModel
import IAMPolicy
package import Workers

/// When a user, group, role or policy was last used, for a page of the console: what
/// GetServiceLastAccessedDetails tells with actions, without a report that has to be asked for.
package enum LastAccessList: ConsoleAction, ComputingHandler {
    package static let facts = OperationFacts(
        name: "ListLastAccesses", service: .iam,
        errors: [IAM.Errors.noSuchEntity, IAM.Errors.invalidInput])

    package struct Input: WireShape {
        package var arn: String

        package init(arn: String) { self.arn = arn }

        package init(from fields: inout FieldReader) {
            arn = fields.requiredString("Arn", IAM.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) { writer.string("Arn", arn) }
    }

    package struct Output: WireShape {
        /// Every service that the policies grant access to, by namespace.
        package var services: [IAM.Shape.ServiceLastAccessed]

        package init(services: [IAM.Shape.ServiceLastAccessed]) { self.services = services }

        package init(from fields: inout FieldReader) {
            services = fields.structures("Services") ?? []
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structures("Services", services)
        }
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<ReportedResource> {
        try call.tables.reportedResource(arn: input.arn)
    }

    /// It tells what two operations of the API tell together, and asks for both.
    package static func authorize(
        _ input: Input, _ target: Target<ReportedResource>, _ call: Call
    ) throws {
        try call.authorize(IAM.GenerateServiceLastAccessedDetails.action, on: target)
        try call.authorize(
            IAM.GetServiceLastAccessedDetails.action, on: Target<Void>.whole(call.account))
    }

    package static func read(
        _ input: Input, on resource: ReportedResource, _ call: Call
    ) throws -> LastAccesses {
        try LastAccesses(of: resource, call)
    }

    package static func compute(
        _ input: Input, _ accesses: LastAccesses, _ ticket: WorkerTicket
    ) throws -> Output {
        var effort = Effort(GrantedActions.maximumEffort)
        let services = accesses.grants.services(&effort)
        try AccessAdvisor.requireRead(effort)
        return Output(services: try accesses.services(services, tellActions: true, ticket))
    }
}
