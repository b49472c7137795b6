// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of STS, as AWS's model has them.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/Welcome.html>
package enum STS {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let sts = ServiceFacts(
        signingName: "sts", apiVersion: "2011-06-15",
        wire: AWSQuery(
            version: "2011-06-15", xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/"))
}
