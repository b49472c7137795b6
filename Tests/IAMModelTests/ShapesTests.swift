import AWSWire
import IAMIdentifiers
import IAMModel
import Testing

@Suite struct ShapesTests {
    @Test func aRequestIsDecodedAndChecked() throws {
        let form = try QueryForm(
            parsing: Array(
                ("Action=CreateUser&Version=2010-05-08&UserName=alice&Path=%2Fteam%2F"
                    + "&Tags.member.1.Key=a&Tags.member.1.Value=").utf8))
        let input = try IAM.CreateUser.Input(decoding: form)
        let expected = IAM.CreateUser.Input(
            userName: "alice", path: "/team/", tags: [IAM.Shape.Tag(key: "a", value: "")])
        #expect(input == expected)
    }

    @Test func anAnswerIsWrittenAsAWSWritesIt() {
        let key = IAM.Shape.AccessKey(
            accessKeyId: "AKIAEXAMPLE", status: .active, secretAccessKey: Secret("s/e+c"),
            userName: "alice", createDate: Timestamp(iso8601: "2026-11-22T02:24:38Z")
        )
        let output = IAM.CreateAccessKey.Output(accessKey: key)
        let answer = ServiceFacts.iam.wire.answer(
            IAM.CreateAccessKey.self, output, to: WireRequest(method: "POST", path: "/"),
            requestID: "r", limit: .max)
        #expect(
            String(decoding: answer?.body ?? [], as: UTF8.self)
                == "<CreateAccessKeyResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<CreateAccessKeyResult><AccessKey><UserName>alice</UserName>"
                + "<AccessKeyId>AKIAEXAMPLE</AccessKeyId><Status>Active</Status>"
                + "<SecretAccessKey>s/e+c</SecretAccessKey>"
                + "<CreateDate>2026-11-22T02:24:38Z</CreateDate></AccessKey>"
                + "</CreateAccessKeyResult><ResponseMetadata><RequestId>r</RequestId>"
                + "</ResponseMetadata></CreateAccessKeyResponse>")
    }

    @Test func passwordsAreNeitherPrintedNorAudited() {
        let input = IAM.ChangePassword.Input(
            oldPassword: Secret("hunter2"), newPassword: Secret("hunter3"))
        #expect(!"\(input)".contains("hunter"))
        #expect(!String(reflecting: input).contains("hunter"))
        #expect(
            input.auditJSON == #"{"oldPassword":"HIDDEN_DUE_TO_SECURITY_REASONS","#
                + #""newPassword":"HIDDEN_DUE_TO_SECURITY_REASONS"}"#)
    }

    @Test func cloudTrailsNamesOnlyLoseTheirFirstCapital() {
        let input = IAM.DeleteSAMLProvider.Input(samlProviderArn: "arn")
        #expect(input.auditJSON == #"{"sAMLProviderArn":"arn"}"#)
    }

    @Test func aLimitCanBeAskedWithoutARequest() {
        #expect(IAM.Limits.userNameType.violations(of: "alice").isEmpty)
        #expect(!IAM.Limits.userNameType.violations(of: String(repeating: "a", count: 65)).isEmpty)
    }
}
