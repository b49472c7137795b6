// Written by ModelGenerator from Models/cloudtrail.json. Do not edit: `make generate`.

package import AWSWire

extension CloudTrail {
    /// What the model's named types must satisfy, by the names of those types.
    package enum Limits {
        package static let lookupAttributeValue = StringLimits(min: 1, max: 2000)
        package static let maxResults = IntegerLimits(min: -2147483648, max: 2147483647)
    }
}
