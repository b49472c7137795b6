// Written by ModelGenerator from Models/samplejson11.json. Do not edit: `make generate`.

package import AWSWire

extension SampleJSON11 {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let barrelFault = DeclaredError(
            code: "BarrelFault", status: 500, isSender: false)
        package static let noSuchBarrel = DeclaredError(
            code: "NoSuchBarrel", status: 400, isSender: true)
    }
}
