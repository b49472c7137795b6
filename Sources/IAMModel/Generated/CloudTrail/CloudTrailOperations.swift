// Written by ModelGenerator from Models/cloudtrail.json. Do not edit: `make generate`.

package import AWSWire

extension CloudTrail {
    /// Every operation of the service, 1 in all.
    package static let operations: [any Operation.Type] = [
        LookupEvents.self
    ]
}
