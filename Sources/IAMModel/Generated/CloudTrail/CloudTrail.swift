// Written by ModelGenerator from Models/cloudtrail.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of CloudTrail, as AWS's model has them.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/Welcome.html>
package enum CloudTrail {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let cloudTrail = ServiceFacts(
        signingName: "cloudtrail", apiVersion: "2013-11-01",
        wire: AWSJSON(
            version: .v1_1, targetPrefix: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101"))
}
