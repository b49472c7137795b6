import AWSWire
import IAMModel
import Testing

@Suite struct OperationsTests {
    static let all =
        IAM.operations + STS.operations + AccessAnalyzer.operations
        + CloudTrail.operations + AccountManagement.operations

    @Test func everyOperationOfAWSsModelIsThereOnce() {
        #expect(IAM.operations.count == 181)
        #expect(STS.operations.count == 12)
        #expect(AccountManagement.operations.count == 18)
        #expect(Set(IAM.operations.map { $0.facts.name }).count == 181)
        #expect(Set(STS.operations.map { $0.facts.name }).count == 12)
    }

    @Test func anOperationIsCalledAsItsTypeIs() {
        for operation in Self.all {
            #expect("\(operation)" == operation.facts.name)
        }
    }

    @Test func servicesAreNamedAsRequestsNameThem() {
        #expect(ServiceFacts.iam.signingName == "iam")
        #expect(ServiceFacts.iam.apiVersion == "2010-05-08")
        let query = ServiceFacts.iam.wire as? AWSQuery
        #expect(query?.version == "2010-05-08")
        #expect(query?.xmlNamespace == "https://iam.amazonaws.com/doc/2010-05-08/")
        #expect(ServiceFacts.sts.apiVersion == "2011-06-15")
        #expect(IAM.operations.allSatisfy { $0.facts.service.signingName == "iam" })
        #expect(STS.operations.allSatisfy { $0.facts.service.signingName == "sts" })
        #expect(ServiceFacts.accessAnalyzer.signingName == "access-analyzer")
        #expect(ServiceFacts.accessAnalyzer.wire is RESTJSON)
        #expect(ServiceFacts.accountManagement.signingName == "account")
        #expect(ServiceFacts.accountManagement.wire is RESTJSON)
        #expect(ServiceFacts.cloudTrail.signingName == "cloudtrail")
        #expect(ServiceFacts.cloudTrail.wire is AWSJSON)
        #expect(AccessAnalyzer.ValidatePolicy.facts.path == "/policy/validation")
    }

    @Test func onlyFederationIsUnsigned() {
        let unsigned = Self.all.map { $0.facts }.filter { !$0.isSigned }.map(\.name)
        #expect(unsigned == ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"])
    }

    @Test func declaredErrorsHaveTheStatusesOfAWSsModel() {
        #expect(
            IAM.CreateAccessKey.facts.errors == [
                DeclaredError(code: "NoSuchEntity", status: 404, isSender: true),
                DeclaredError(code: "LimitExceeded", status: 409, isSender: true),
                DeclaredError(code: "ServiceFailure", status: 500, isSender: false),
            ])
        for error in Self.all.flatMap({ $0.facts.errors }) {
            #expect(error.isSender == (400..<500).contains(error.status), "\(error.code)")
        }
    }

    @Test func pagesNameTheirMembers() {
        let listUsers = Pagination(
            inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
            moreResults: "IsTruncated", resultKeys: ["Users"])
        #expect(IAM.ListUsers.facts.pagination == listUsers)
        #expect(IAM.GetUser.facts.pagination == nil)
    }
}
