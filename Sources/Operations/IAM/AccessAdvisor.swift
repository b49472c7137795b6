package import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
import Store
package import Workers

/// When users, groups, roles and policies were last used, and for what.
package enum AccessAdvisor {
    static let operations: [any Handler.Type] = [
        IAM.GenerateServiceLastAccessedDetails.self, IAM.GetServiceLastAccessedDetails.self,
        IAM.GetServiceLastAccessedDetailsWithEntities.self,
        IAM.ListPoliciesGrantingServiceAccess.self,
    ]

    /// How far reports look back.
    ///
    /// Source: IAM User Guide, "Refine permissions in AWS using last accessed information", "Things
    /// to know about last accessed information".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html>
    static let trackingPeriod = Duration.seconds(400 * 86_400)

    /// An answer of policies that were not read to their end would leave something out.
    /// - Throws: `InvalidInput` when reading them cost more than is spent on one answer.
    static func requireRead(_ effort: Effort) throws {
        guard !effort.isSpent else {
            throw IAM.Errors.invalidInput(
                "The policies have too many wildcards to tell which services they grant access to. "
                    + "Write fewer of them.")
        }
    }

    /// How it is told that there is no report of this ID for the caller.
    static func missing(_ id: String) -> IAMError {
        IAM.Errors.noSuchEntity("The job with id \(id) cannot be found.", about: "JobId")
    }
}

extension IAM.GenerateServiceLastAccessedDetails: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<ReportedResource> {
        try call.tables.reportedResource(arn: input.arn)
    }

    /// Notes what is to be reported. The report is written when it is read.
    package static func handle(
        _ input: Input, on resource: ReportedResource, _ call: Call
    ) throws -> Output {
        let report = LastAccessReport(
            id: UUIDText.random(), caller: call.principal.userID, resourceARN: input.arn,
            resource: resource.id, tellsActions: input.granularity == .actionLevel,
            createdAt: call.now)
        try call.tables.lastAccessReports.insert(report)
        if call.withRandom({ Int.random(in: 0..<64, using: &$0) }) == 0 {
            try call.tables.lastAccessReports.deleteOldest()
        }
        return Output(jobId: report.id)
    }
}

/// An operation that reads a report which its caller asked for.
package protocol ReadsLastAccessReport: ComputingHandler
where Resource == AskedReport, Material == ReadLastAccesses {
    static func jobID(_ input: Input) -> String
}

/// A report, and what it is about as that is now; nil when it is gone.
package struct AskedReport {
    let report: LastAccessReport
    let subject: Target<ReportedResource>?
}

extension ReadsLastAccessReport {
    /// A report of somebody else's, or of another session, is told as one that is not there.
    ///
    /// Source: IAM API Reference, GenerateServiceLastAccessedDetails, "JobId": it is for the same
    /// role within a session, or for the same user.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html>
    package static func target(_ input: Input, _ call: Call) throws -> Target<AskedReport> {
        let id = jobID(input)
        guard let report = try call.tables.lastAccessReports.find(id),
            report.caller.isExactly(call.principal.userID)
        else { return Target("*", of: call.account, .failure(AccessAdvisor.missing(id))) }
        return Target(
            "*", of: call.account,
            .success(AskedReport(report: report, subject: try call.tables.subject(of: report))))
    }

    /// The report tells what is so when it is read, and whoever reads it has to be one who could
    /// ask for it then.
    package static func authorize(
        _ input: Input, _ target: Target<AskedReport>, _ call: Call
    ) throws {
        try call.authorize(action, on: target)
        if let subject = (try? target.get())?.subject {
            try call.authorize(IAM.GenerateServiceLastAccessedDetails.action, on: subject)
        }
    }

    package static func read(
        _ input: Input, on asked: AskedReport, _ call: Call
    ) throws -> ReadLastAccesses {
        ReadLastAccesses(
            report: asked.report,
            accesses: try asked.subject.map { try LastAccesses(of: $0.get(), call) })
    }
}

/// A report, and what it is written from; nil when what it is about is gone.
package struct ReadLastAccesses: Sendable {
    let report: LastAccessReport
    let accesses: LastAccesses?
}

extension IAM.Shape.ErrorDetails {
    /// Why a report about something that was deleted meanwhile has failed.
    fileprivate static func deleted(_ report: LastAccessReport) -> IAM.Shape.ErrorDetails {
        .init(message: "\(report.resourceARN) was deleted.", code: "NoSuchEntity")
    }
}

extension IAM.GetServiceLastAccessedDetails: ReadsLastAccessReport {
    package static func jobID(_ input: Input) -> String { input.jobId }

    package static func compute(
        _ input: Input, _ read: ReadLastAccesses, _ ticket: WorkerTicket
    ) throws -> Output {
        let report = read.report
        var output = Output(
            jobStatus: .completed, jobCreationDate: report.createdAt, servicesLastAccessed: [],
            jobCompletionDate: report.createdAt,
            jobType: report.tellsActions ? .actionLevel : .serviceLevel, isTruncated: false)
        guard let accesses = read.accesses else {
            output.jobStatus = .failed
            output.error = .deleted(report)
            return output
        }
        var effort = Effort(GrantedActions.maximumEffort)
        let page = try Paging(input).page(of: accesses.grants.services(&effort)) { $0 }
        try AccessAdvisor.requireRead(effort)
        try ticket.check()
        output.servicesLastAccessed = try accesses.services(
            page.items, tellActions: report.tellsActions, ticket)
        output.isTruncated = page.isTruncated
        output.marker = page.marker
        return output
    }
}

extension IAM.GetServiceLastAccessedDetailsWithEntities: ReadsLastAccessReport {
    package static func jobID(_ input: Input) -> String { input.jobId }

    package static func compute(
        _ input: Input, _ read: ReadLastAccesses, _ ticket: WorkerTicket
    ) throws -> Output {
        let report = read.report
        var output = Output(
            jobStatus: .completed, jobCreationDate: report.createdAt,
            jobCompletionDate: report.createdAt, entityDetailsList: [], isTruncated: false)
        guard let accesses = read.accesses else {
            output.jobStatus = .failed
            output.error = .deleted(report)
            return output
        }
        let paging = try Paging(input)
        let service = input.serviceNamespace.asciiLowercased
        guard ServiceReference.builtIn.name(of: service) != nil else {
            throw IAM.Errors.invalidInput(
                "\(input.serviceNamespace) is not the namespace of a service.",
                about: "ServiceNamespace")
        }
        var effort = Effort(GrantedActions.maximumEffort)
        let isGranted = accesses.grants.grantsAny(of: service, &effort)
        try AccessAdvisor.requireRead(effort)
        guard isGranted else { return output }
        let page = paging.page(
            of: accesses.users(of: service).sorted { $0.sortKey < $1.sortKey }, by: \.sortKey)
        output.entityDetailsList = page.items.map { user in
            .init(entityInfo: user.entity.shape, lastAuthenticated: user.last?.at)
        }
        output.isTruncated = page.isTruncated
        output.marker = page.marker
        return output
    }
}

extension IAM.ListPoliciesGrantingServiceAccess: ComputingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<IAMIdentity> {
        try call.tables.identity(arn: input.arn, about: "Arn")
    }

    package static func read(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> [SourcedPolicy] {
        try PrincipalPolicies(of: identity, in: call.tables).identityBased
    }

    /// One answer holds all: there are at most 200 services, and the policies of one identity.
    package static func compute(
        _ input: Input, _ policies: [SourcedPolicy], _ ticket: WorkerTicket
    ) throws -> Output {
        guard input.marker == nil else {
            throw IAMError.validationError("Invalid Marker.", about: "Marker")
        }
        let grants = policies.map { policy in
            (
                policy.source,
                GrantedActions(of: [try? PolicyDocument(stored: policy.text)], in: .builtIn)
            )
        }
        var effort = Effort(GrantedActions.maximumEffort)
        let entries = try input.serviceNamespaces.map { namespace in
            try ticket.check()
            return IAM.Shape.ListPoliciesGrantingServiceAccessEntry(
                serviceNamespace: namespace,
                policies: grants.filter {
                    $0.1.grantsAny(of: namespace.asciiLowercased, &effort)
                }.compactMap { IAM.Shape.PolicyGrantingServiceAccess($0.0) })
        }
        try AccessAdvisor.requireRead(effort)
        return Output(policiesGrantingServiceAccess: entries, isTruncated: false)
    }
}

extension IAM.Shape.PolicyGrantingServiceAccess {
    /// Nil for what is no policy of an identity.
    fileprivate init?(_ source: PolicySource) {
        switch source {
        case .managed(let arn):
            let text = arn.description
            self.init(
                policyName: ManagedPolicies.name(ofARN: text), policyType: .managed,
                policyArn: text)
        case .inline(let kind, let owner, let policy):
            self.init(
                policyName: policy, policyType: .inline,
                entityType: IAM.Shape.PolicyOwnerEntityType(kind), entityName: owner)
        case .resource, .named: return nil
        }
    }
}

extension IAM.Shape.PolicyOwnerEntityType {
    init(_ kind: IdentityKind) {
        self =
            switch kind {
            case .user: .user
            case .group: .group
            case .role: .role
            }
    }
}
