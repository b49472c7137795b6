import Testing

@testable import ModelGenerator

@Suite struct NamingTests {
    @Test(arguments: [
        ("UserName", "userName"), ("Arn", "arn"), ("ARN", "arn"),
        ("SAMLProviderArn", "samlProviderArn"),
        ("MFADevices", "mfaDevices"), ("SSHPublicKeyId", "sshPublicKeyId"),
        ("userNameType", "userNameType"),
        ("OpenIDConnectProviderArn", "openIDConnectProviderArn"), ("Default", "`default`"),
    ])
    func membersStartSmall(_ name: String, _ expected: String) {
        #expect(Naming.member(name) == expected)
    }

    @Test(arguments: [
        ("Active", "active"), ("SERVICE_LEVEL", "serviceLevel"), ("aws-managed", "awsManaged"),
        ("AWSManagedPolicy", "awsManagedPolicy"), ("v1Token", "v1Token"), ("text/csv", "textCsv"),
        ("INPROGRESS", "inprogress"), ("stringList", "stringList"), ("AWS", "aws"),
        ("none", "nothing"),
    ])
    func valuesAreWordsInCamelCase(_ value: String, _ expected: String) {
        #expect(Naming.enumCase(value) == expected)
    }

    @Test func typesStartLarge() {
        #expect(Naming.type("statusType") == "StatusType")
    }
}
