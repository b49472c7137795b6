// Written by ModelGenerator from Models/accessanalyzer.json. Do not edit: `make generate`.

package import AWSWire

extension AccessAnalyzer {
    /// Every operation of the service, 1 in all.
    package static let operations: [any Operation.Type] = [
        ValidatePolicy.self
    ]
}
