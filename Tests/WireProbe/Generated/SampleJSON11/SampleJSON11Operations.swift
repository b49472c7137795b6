// Written by ModelGenerator from Models/samplejson11.json. Do not edit: `make generate`.

package import AWSWire

extension SampleJSON11 {
    /// Every operation of the service, 2 in all.
    package static let operations: [any Operation.Type] = [
        CloseBarrel.self,
        FillBarrel.self,
    ]
}
