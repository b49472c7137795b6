// Written by ModelGenerator from Models/samplerest.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of SampleREST, as AWS's model has them.
/// <https://docs.aws.amazon.com/samplerest/latest/APIReference/Welcome.html>
package enum SampleREST {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let sampleREST = ServiceFacts(
        signingName: "samplerest", apiVersion: "2026-01-01",
        wire: RESTJSON())
}
