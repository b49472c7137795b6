// Written by ModelGenerator from Models/samplejson10.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of SampleJSON10, as AWS's model has them.
/// <https://docs.aws.amazon.com/samplejson10/latest/APIReference/Welcome.html>
package enum SampleJSON10 {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let sampleJSON10 = ServiceFacts(
        signingName: "samplejson10", apiVersion: "2026-01-01",
        wire: AWSJSON(version: .v1_0, targetPrefix: "Sample_10.Service"))
}
