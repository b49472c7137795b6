// Written by ModelGenerator from Models/samplerest.json. Do not edit: `make generate`.

package import AWSWire

extension SampleREST {
    /// What the model's named types must satisfy, by the names of those types.
    package enum Limits {
        package static let inners = ListLimits(max: 1)
        package static let name = StringLimits(
            min: 1, max: 20, pattern: Pattern(#"[A-Za-z0-9_.:-]+"#))
        package static let parts = ListLimits(max: 9)
        package static let shortText = StringLimits(min: 1, max: 40)
        package static let smallNumber = IntegerLimits(min: -5, max: 100000)
        package static let success = IntegerLimits(min: 205, max: 299)
        package static let texts = ListLimits(max: 9)
    }
}
