// Written by ModelGenerator from Models/accessanalyzer.json. Do not edit: `make generate`.

package import AWSWire

/// The operations and shapes of AccessAnalyzer, as AWS's model has them.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/Welcome.html>
package enum AccessAnalyzer {
    /// The structures and enumerations that operations take and answer.
    package enum Shape {}
}

extension ServiceFacts {
    package static let accessAnalyzer = ServiceFacts(
        signingName: "access-analyzer", apiVersion: "2019-11-01",
        wire: RESTJSON())
}
