import IAMIdentifiers
import IAMModel
import IAMPolicy
import Operations
import Store
import TestSupport
import Testing

/// IAM user and role access to billing information: off until the root user activates it.
///
/// Source: AWS Billing User Guide, "Activating access to the Billing and Cost Management console".
/// <https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html>
@Suite struct BillingAccessTests {
    @Test(arguments: [
        "aws-portal:ViewBilling", "billing:GetBillingData", "payments:MakePayment",
        "tax:GetTaxRegistration", "consolidatedbilling:ListLinkedAccounts",
        "invoicing:GetInvoicePDF", "freetier:GetFreeTierUsage", "ce:GetCostAndUsage",
        "cur:PutReportDefinition", "budgets:ViewBudget", "purchase-orders:ViewPurchaseOrders",
        "CE:getcostandusage",
    ])
    func isAboutBills(action: String) { #expect(BillingAccess.isAboutBills(action)) }

    @Test(arguments: [
        "iam:GetUser", "account:GetAccountInformation", "ce:GetAnomalies", "CE:GETANOMALIES",
        "bcm-pricing-calculator:GetPreferences", "savingsplans:DescribeSavingsPlans",
        "billingconductor:ListBillingGroups", "cex:GetCostAndUsage", "c:e", "ce", "", "\u{212A}",
    ])
    func isNotAboutBills(action: String) { #expect(!BillingAccess.isAboutBills(action)) }

    /// What a simulation of alice, who may do everything, says of an action.
    private func simulate(
        _ action: String, _ service: TestService, policy: String? = nil,
        callerARN: String? = nil, resources: [String]? = nil
    ) async throws -> IAM.Shape.EvaluationResult {
        let answer = try await service.run(
            IAM.SimulatePrincipalPolicy.self,
            .init(
                policySourceArn: "arn:aws:iam::123456789012:user/alice", actionNames: [action],
                policyInputList: policy.map { [$0] }, resourceArns: resources,
                callerArn: callerARN))
        return try #require(answer.evaluationResults?.first)
    }

    private func service() async throws -> TestService {
        try await TestService(users: ["alice"], policies: ["alice": Policies.allow("*")])
    }

    private func set(_ isActivated: Bool, _ service: TestService) async throws {
        _ = try await service.run(
            UpdateIAMAccessPreference.self, .init(isActivated: isActivated))
    }

    @Test("what policies allow is refused until it is activated, and from then on decided by them")
    func simulation() async throws {
        let service = try await service()
        for action in ["aws-portal:ViewBilling", "ce:GetCostAndUsage"] {
            let refused = try await simulate(action, service)
            #expect(refused.evalDecision == .implicitDeny)
            #expect(refused.matchedStatements?.isEmpty == true)
            #expect(refused.evalDecisionDetails?["IAM Policy"] == .allowed)
        }
        #expect(try await simulate("s3:GetObject", service).evalDecision == .allowed)
        try await set(true, service)
        #expect(try await simulate("aws-portal:ViewBilling", service).evalDecision == .allowed)
        let denied = try await simulate(
            "aws-portal:ViewBilling", service,
            policy: Policies.allow("aws-portal:*").replacing("Allow", with: "Deny"))
        #expect(denied.evalDecision == .explicitDeny)
        try await set(false, service)
        #expect(
            try await simulate("aws-portal:ViewBilling", service).evalDecision == .implicitDeny)
    }

    @Test("a policy that denies is what denies, whether it is activated or not")
    func explicitDeny() async throws {
        let service = try await service()
        let result = try await simulate(
            "billing:GetBillingData", service,
            policy: Policies.allow("billing:*").replacing("Allow", with: "Deny"))
        #expect(result.evalDecision == .explicitDeny)
    }

    @Test("a caller of another account is bound by that account, of which nothing is known")
    func otherCaller() async throws {
        let service = try await service()
        let result = try await simulate(
            "billing:GetBillingData", service, callerARN: "arn:aws:iam::210987654321:user/bob")
        #expect(result.evalDecision == .allowed)
    }

    @Test("policies alone are simulated without an account")
    func customPolicies() async throws {
        let service = try await service()
        let answer = try await service.run(
            IAM.SimulateCustomPolicy.self,
            .init(
                policyInputList: [Policies.allow("billing:*")],
                actionNames: ["billing:GetBillingData"]))
        #expect(answer.evaluationResults?.first?.evalDecision == .allowed)
    }

    // MARK: Enforcement

    /// Asks as enforcement does, whether a user may do what no operation here does.
    private func refusal(
        of action: String, as caller: Caller, _ service: TestService
    ) async throws -> IAMError? {
        let facts = service.facts()
        let services = service.services
        do {
            try await services.database.read { transaction in
                let call = try Call(caller, facts, services, in: transaction)
                try call.authorize(action, on: .whole(call.account))
            }
            return nil
        } catch let refusal as IAMError {
            return refusal
        } catch {
            return IAMError(rejecting: error)
        }
    }

    @Test("enforcement decides as the simulation does, and a root user is never refused")
    func enforcement() async throws {
        let service = try await service()
        let (alice, root) = (try await service.caller("alice"), try await service.caller())
        // Her policies are compiled by the first request that asks them.
        _ = try await service.call("ListUsers", as: alice)
        #expect(try await refusal(of: "s3:GetObject", as: alice, service) == nil)
        #expect(try await refusal(of: "billing:GetBillingData", as: alice, service) != nil)
        #expect(try await refusal(of: "billing:GetBillingData", as: root, service) == nil)
        try await set(true, service)
        _ = try await service.call("ListUsers", as: alice)
        #expect(try await refusal(of: "billing:GetBillingData", as: alice, service) == nil)
    }

    @Test("the refusal says what to activate")
    func sentence() {
        let denial = AccessDenial(
            of: .withheldByAccount, to: "arn:aws:iam::123456789012:user/alice",
            "billing:GetBillingData", on: "*")
        #expect(
            denial.sentence
                == "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: "
                + "billing:GetBillingData on resource: * because IAM user and role access to "
                + "billing information is not activated")
    }

    // MARK: The switch

    @Test("it is the root user's alone, and leaves a record")
    func rootAlone() async throws {
        let service = try await service()
        let alice = try await service.caller("alice")
        let before = try await StoreContents(of: service.services.database)
        for attempt in [
            {
                _ = try await service.pipeline.run(
                    UpdateIAMAccessPreference.self, .init(isActivated: true), as: alice,
                    service.facts())
            },
            {
                _ = try await service.pipeline.run(
                    GetIAMAccessPreference.self, .init(), as: alice, service.facts())
            },
        ] {
            await #expect(throws: IAMError.self) { try await attempt() }
        }
        #expect(try await StoreContents(of: service.services.database) == before)
        #expect(
            try await service.run(GetIAMAccessPreference.self, .init()).isActivated == false)
        try await set(true, service)
        #expect(
            try await service.run(GetIAMAccessPreference.self, .init()).isActivated == true)
        let record = try #require(
            try await service.auditRecords().first { $0.name == "UpdateIAMAccessPreference" }
        ).record
        #expect(record.contains(#""eventSource":"billing.amazonaws.com""#))
        #expect(record.contains(#""eventType":"AwsConsoleAction""#))
        #expect(record.contains(#""isActivated":true"#))
    }

    @Test("one account's switch is no other's")
    func accounts() async throws {
        let service = try await service()
        let details = try AccountDetails(name: "Other", email: "other@example.net")
        let other = try await OperatorTools(service.services).make(
            SignUp.Request(details, password: Secret("Blue-Whale-77-Swims"))
        ).account
        try await set(true, service)
        let access = try await service.services.database.read { transaction in
            try BillingAccess(of: other.id, in: transaction)
        }
        #expect(!access.isActivated)
    }
}
