import AWSWire
import TestSupport
import Testing

@testable import Operations

/// Regions of other partitions than `aws` are refused, whatever the service and the key.
@Suite struct PartitionTests {
    @Test(
        "a region of another partition is refused, with what to do",
        arguments: [
            ("cn-north-1", "aws-cn"), ("cn-northwest-1", "aws-cn"), ("aws-cn-global", "aws-cn"),
            ("us-gov-west-1", "aws-us-gov"), ("us-gov-east-1", "aws-us-gov"),
            ("us-iso-east-1", "aws-iso"), ("us-isob-east-1", "aws-iso-b"),
            ("aws-iso-b-global", "aws-iso-b"), ("eu-isoe-west-1", "aws-iso-e"),
            ("us-isof-south-1", "aws-iso-f"), ("eusc-de-east-1", "aws-eusc"),
        ])
    func others(_ region: String, _ partition: String) async throws {
        let stage = try await APIEndpointTests.Stage()
        for (service, parameters) in [
            ("iam", APIEndpointTests.listUsers),
            ("sts", ["Action": "GetCallerIdentity", "Version": "2011-06-15"]),
        ] {
            let signer = stage.signer {
                $0.region = region
                $0.service = service
            }
            let answer = await stage.endpoint.answer(signer.post(parameters))
            #expect(answer.status == 403)
            #expect(
                String(decoding: answer.body, as: UTF8.self).contains(
                    "<Code>SignatureDoesNotMatch</Code><Message>Credential should be scoped to a "
                        + "valid region, not '\(region)'. That is a region of the partition "
                        + "\(partition), and every ARN here is of the partition aws: set the "
                        + "client's region to one of that, such as us-east-1.</Message>"))
        }
    }

    @Test(
        "any other name is taken for a region of aws's",
        arguments: [
            "us-east-1", "eu-central-1", "us-isolated-1", "il-central-1", "aws-global", "local",
            "garage", "us",
        ])
    func own(_ region: String) async throws {
        let stage = try await APIEndpointTests.Stage()
        let answer = await stage.endpoint.answer(
            stage.signer { $0.region = region }.post(APIEndpointTests.listUsers))
        #expect(answer.status == 200)
    }

    @Test("a long region is not repeated whole")
    func long() throws {
        let region = "cn-" + String(repeating: "a", count: 9_000)
        let error = #expect(throws: IAMError.self) { try Partition.require(region: region) }
        #expect(error?.message.utf8.count ?? 0 < 1_000)
        #expect(error?.message.hasSuffix("such as us-east-1.") == true)
    }
}
