import IAMPolicy
import Testing

/// Which policies allow everything, as an alert understands it.
@Suite struct GrantsEverythingTests {
    private static func statement(_ elements: String) -> String {
        #"{"Version":"2012-10-17","Statement":[{\#(elements)}]}"#
    }

    @Test(
        "every action on every resource, however it is written",
        arguments: [
            (#""Effect":"Allow","Action":"*","Resource":"*""#, true),
            (#""Effect":"Allow","Action":["s3:Get*","*"],"Resource":["arn:aws:s3:::a","*"]"#, true),
            (#""Effect":"Allow","Action":"*:*","Resource":"*""#, true),
            (
                #""Effect":"Allow","Action":"*","Resource":"*","#
                    + #""Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#, true
            ),
            (#""Effect":"Deny","Action":"*","Resource":"*""#, false),
            (#""Effect":"Allow","Action":"iam:*","Resource":"*""#, false),
            (#""Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::a""#, false),
            (#""Effect":"Allow","NotAction":"*","Resource":"*""#, false),
            (#""Effect":"Allow","Action":"*","NotResource":"*""#, false),
        ])
    func statements(_ elements: String, _ expected: Bool) throws {
        let document = try PolicyDocument(stored: Self.statement(elements))
        #expect(document.grantsEverything == expected)
    }

    @Test func `a condition that is not understood allows nothing`() throws {
        let document = try PolicyDocument(
            stored: Self.statement(
                #""Effect":"Allow","Action":"*","Resource":"*","#
                    + #""Condition":{"NoSuchOperator":{"aws:userid":"a"}}"#))
        #expect(!document.grantsEverything)
    }
}
