// Written by ModelGenerator from Models/samplejson11.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of SampleJSON11, as AWS's model has them.
/// <https://docs.aws.amazon.com/samplejson11/latest/APIReference/Welcome.html>
package enum SampleJSON11 {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let sampleJSON11 = ServiceFacts(
        signingName: "samplejson11", apiVersion: "2026-01-01",
        wire: AWSJSON(version: .v1_1, targetPrefix: "Sample_11.Service"))
}
