// Written by ModelGenerator from Models/samplejson10.json. Do not edit: `make generate`.

package import AWSWire

extension SampleJSON10 {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let crateFault = DeclaredError(
            code: "CrateFault", status: 500, isSender: false)
        package static let noSuchCrate = DeclaredError(
            code: "NoSuchCrate", status: 400, isSender: true)
    }
}
