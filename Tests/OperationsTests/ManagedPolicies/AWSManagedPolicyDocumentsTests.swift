import Foundation
import IAMIdentifiers
import IAMPolicy
import Operations
import Testing

/// Every document of AWS's own, through the whole of the policy engine. They are read as stored
/// documents are, since AWS writes what IAM takes from nobody else: a variable in an account, say.
@Suite struct AWSManagedPolicyDocumentsTests {
    let policies = AWSManagedPolicies()

    @Test func eachIsReadAndPrintedBackEqual() throws {
        for policy in policies.all {
            let text = policies.document(of: policy)
            let document = try PolicyDocument(stored: text, as: .managed)
            let printed = try #require(document.printed, "\(policy.name)")
            let again = try PolicyDocument(stored: printed, as: .managed)
            #expect(again.statements == document.statements, "\(policy.name)")
            #expect(try json(printed) == json(text), "\(policy.name)")
        }
    }

    /// AWS writes policies that its own validation accepts: an error here would be a false one. One
    /// has what IAM refuses in a customer's policy, a variable in an ARN's account.
    @Test func noneHasAnError() {
        var count = 0
        for policy in policies.all
        where policy.name != "AmazonTimestreamInfluxDBServiceRolePolicy" {
            let findings = PolicyValidator.builtIn.findings(
                in: policies.document(of: policy), as: .identity)
            for finding in findings where finding.type == .error {
                Issue.record("\(policy.name): \(finding.issue.rawValue): \(finding.details)")
            }
            count += 1
        }
        #expect(count > 1_500)
    }

    /// One principal with all of them: what some of them deny is denied, and what one allows is
    /// found among tens of thousands of patterns.
    @Test func allOfThemDecideTogether() throws {
        let attached = try policies.all.map { policy in
            AttachedPolicy(
                source: .managed(policy.arn),
                document: try PolicyDocument(
                    stored: policies.document(of: policy), as: .managed))
        }
        let account = "123456789012"
        func verdict(_ action: String, _ policies: [AttachedPolicy]) -> Decision.Verdict {
            let request = AuthorizationRequest(
                .user("arn:aws:iam::\(account):user/alice", of: account), action: action,
                resource: "*")
            let set = PolicySet([PolicyLayer(.identityBased, policies)])
            let decision = decide(request, by: set)
            #expect(decision == explain(request, by: set).decision, "\(action)")
            return decision.verdict
        }
        #expect(verdict("nosuchservice:NoSuchAction", attached) == .explicitlyDenied)
        let harmless = attached.filter { policy in
            guard case .document(let document) = policy.content else { return false }
            return document.statements.allSatisfy { $0.effect == .allow }
        }
        #expect(harmless.count > 1_000)
        #expect(verdict("nosuchservice:NoSuchAction", harmless) == .allowed)
        let readers = harmless.filter { policy in
            if case .managed(let arn) = policy.source {
                arn.resource.hasSuffix("ReadOnly")
            } else {
                false
            }
        }
        #expect(verdict("iam:CreateUser", readers) == .implicitlyDenied)
    }

    /// A text as JSON, in which an only element stands for the list of itself, as it does in
    /// policies.
    private func json(_ text: String) throws -> NSObject {
        func listed(_ value: Any) -> Any {
            switch value {
            case let object as [String: Any]: object.mapValues(listed)
            case let array as [Any] where array.count == 1: listed(array[0])
            case let array as [Any]: array.map(listed)
            // Quotation marks around numbers and booleans in conditions are optional.
            case let number as NSNumber where isBoolean(number):
                number.boolValue ? "true" : "false"
            case let number as NSNumber: number.stringValue
            default: value
            }
        }
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(listed(value) as? NSObject)
    }

    private func isBoolean(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c"
    }
}
