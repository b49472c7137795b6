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

    private func refusal<Op: AWSWire.Operation>(_: Op.Type, _ text: String) -> String? {
        do throws(WireError) {
            _ = try Op.input(decoding: FieldTree(QueryForm(parsing: text.utf8)))
            return nil
        } catch {
            return error.message
        }
    }

    @Test func sentencesRepeatValuesByTheService() {
        let constraint = "failed to satisfy constraint: Member must have length"
        #expect(
            refusal(IAM.GetPolicy.self, "PolicyArn=ReadOnly")
                == "1 validation error detected: Value at 'policyArn' \(constraint) greater than "
                + "or equal to 20")
        #expect(
            refusal(IAM.GetPolicy.self, "")
                == "1 validation error detected: Value at 'policyArn' failed to satisfy "
                + "constraint: Member must not be null")
        let name = String(repeating: "s", count: 65)
        let role = "RoleArn=arn:aws:iam::123456789012:role/build"
        #expect(
            refusal(STS.AssumeRole.self, "\(role)&RoleSessionName=\(name)")
                == "1 validation error detected: Value '\(name)' at 'roleSessionName' "
                + "\(constraint) less than or equal to 64")
        #expect(
            refusal(STS.AssumeRole.self, role)
                == "1 validation error detected: Value null at 'roleSessionName' failed to "
                + "satisfy constraint: Member must not be null")
    }

    @Test func whatCodeMakesIsRefusedInTheSameSentences() {
        let long = String(repeating: "a", count: 65)
        let refused = #expect(throws: WireError.self) {
            try IAM.CreateUser.checked(.init(userName: long))
        }
        #expect(refused?.message == refusal(IAM.CreateUser.self, "UserName=\(long)"))
    }

    @Test func aPolicyThatIsTooLongIsNotInTheSentence() throws {
        let document = String(repeating: " ", count: 147_090)
        let sentence = refusal(
            IAM.CreatePolicy.self,
            "PolicyName=Big&PolicyDocument=\(PercentEncoding.encode(document))")
        #expect(
            sentence == "1 validation error detected: Value at 'policyDocument' failed to satisfy "
                + "constraint: Member must have length less than or equal to 131072")
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
