// Written by ModelGenerator from Models/samplerest.json. Do not edit: `make generate`.

package import AWSWire

extension SampleREST {
    /// The errors that operations declare, with their HTTP statuses.
    package enum Errors {
        package static let boxIsLocked = DeclaredError(
            code: "BoxIsLockedException", status: 409, isSender: true)
        package static let internalFault = DeclaredError(
            code: "InternalFault", status: 500, isSender: false)
        package static let noSuchBox = DeclaredError(code: "NoSuchBox", status: 404, isSender: true)
    }
}
