// Written by ModelGenerator from Models/samplejson10.json. Do not edit: `make generate`.

package import AWSWire

extension SampleJSON10 {
    /// Every operation of the service, 2 in all.
    package static let operations: [any Operation.Type] = [
        CloseCrate.self,
        FillCrate.self,
    ]
}
