// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of IAM, as AWS's model has them.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/Welcome.html>
package enum IAM {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let iam = ServiceFacts(
        signingName: "iam", apiVersion: "2010-05-08",
        wire: AWSQuery(
            version: "2010-05-08", xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/"))
}
