import AWSWire
import Foundation
import Operations
import Testing

/// No parameter is passed over: one that means nothing here is refused by its name. A newer model
/// brings new ones, of which this tells.
@Suite struct CatalogParameterTests {
    /// The names that stand behind a dot anywhere in Operations.
    private static let namesInUse: Set<Substring> = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Operations").standardizedFileURL
        let paths = FileManager.default.enumerator(atPath: folder.path)
        let texts = (paths?.compactMap { $0 as? String } ?? []).compactMap {
            $0.hasSuffix(".swift")
                ? try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) : nil
        }
        return Set(
            texts.flatMap { $0.split(separator: ".").dropFirst() }
                .map { $0.prefix { $0.isLetter || $0.isNumber } })
    }()

    private func parameters<Op: AWSWire.Operation>(of _: Op.Type) throws -> [String] {
        var fields = FieldReader(FieldTree(try QueryForm(parsing: [])))
        return Mirror(reflecting: Op.Input(from: &fields)).children.compactMap(\.label)
    }

    /// What has no effect here, whatever it says, and why.
    private static let withoutEffect = [
        "AcquireRole.replacementValues": "there is no template to put them into",
        "AcquireRole.templateMinorVersion": "there is no template",
        "GetRoleTemplateVersion.minorVersion": "there is no template",
        "CreateDelegationRequest.ownerAccountId": "nobody can create one",
        "CreateDelegationRequest.requestMessage": "nobody can create one",
        "CreateDelegationRequest.requestorWorkflowId": "nobody can create one",
        "CreateDelegationRequest.redirectUrl": "nobody can create one",
        "CreateDelegationRequest.onlySendByOwner": "nobody can create one",
        "GetDelegationRequest.delegationPermissionCheck": "there is none to check",
        "UpdateDelegationRequest.notes": "there is none to update",
        "RejectDelegationRequest.notes": "there is none to reject",
        "GetDelegatedAccessToken.tradeInToken": "no token was given out",
        "VerifyPhoneNumber.otp": "no passcode was sent",
        "StartPrimaryEmailUpdate.primaryEmail": "it is refused to all",
        "AcceptPrimaryEmailUpdate.primaryEmail": "it is refused to all",
        "AcceptPrimaryEmailUpdate.otp": "it is refused to all",
        "GetScopedCredentials.scopedSessionDescription": "it is for the record alone",
    ]

    @Test("every parameter of an operation with a handler is named where operations are")
    func named() throws {
        var unnamed: Set<String> = []
        var count = 0
        for handler in AWSService.all.handlers {
            let parameters = try parameters(of: handler)
            count += parameters.count
            unnamed.formUnion(
                parameters.filter { !Self.namesInUse.contains(Substring($0)) }
                    .map { "\(handler.name).\($0)" })
        }
        #expect(unnamed == Set(Self.withoutEffect.keys))
        #expect(count > 150)
    }
}
