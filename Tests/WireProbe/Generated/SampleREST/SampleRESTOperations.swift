// Written by ModelGenerator from Models/samplerest.json. Do not edit: `make generate`.

package import AWSWire

extension SampleREST {
    /// Every operation of the service, 5 in all.
    package static let operations: [any Operation.Type] = [
        CountBoxes.self,
        DropBox.self,
        GetBox.self,
        PutBox.self,
        ReplaceLid.self,
    ]
}
