import AWSWire
import IAMIdentifiers
package import IAMModel
package import Store

// The trusted identity propagation of OpenID Connect providers: what of a token becomes the trusted
// context of sessions. There is no IAM Identity Center here, so no instance of it can be named.
extension OpenIDConnectProviders {
    /// What is kept of a context provider, as JSON; nil for nil.
    /// - Throws: `InvalidInput` for one that breaks a rule of AWS's, and for an instance of IAM
    ///   Identity Center.
    static func contextProvider(
        _ context: IAM.Shape.ContextProvider?, _ instance: String?
    ) throws -> String? {
        guard instance == nil else { throw noInstance }
        guard let context else { return nil }
        guard context.subjectTypeValue == nil || context.subjectTypeSourceKey == nil else {
            throw IAM.Errors.invalidInput(
                "Specify either SubjectTypeValue or SubjectTypeSourceKey, but not both.",
                about: "ContextProvider")
        }
        let definitions = context.keyDefinitionList ?? []
        let keys =
            [context.subjectSourceKey, context.subjectTypeSourceKey].compactMap { $0 }
            + definitions.flatMap { [$0.sourceKey, $0.targetKey].compactMap { $0 } }
        guard keys.allSatisfy(isKey) else {
            throw IAM.Errors.invalidInput(
                "A key of the context provider can contain only letters, numbers, single spaces "
                    + "and the characters _.:/=+-@#", about: "ContextProvider")
        }
        return String(decoding: context.json, as: UTF8.self)
    }

    /// The context provider that was kept.
    static func contextProvider(
        of provider: OpenIDConnectProvider
    ) throws -> IAM.Shape.ContextProvider? {
        try provider.contextProvider.map {
            try IAM.Shape.ContextProvider(decoding: FieldTree(json: Array($0.utf8)))
        }
    }

    static let noInstance = IAM.Errors.invalidInput(
        "The IAM Identity Center instance does not exist.", about: "IdentityCenterInstanceArn")

    /// Source: IAM API Reference, ContextProvider, "SubjectSourceKey": the characters of a key.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextProvider.html>
    private static func isKey(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.first != 0x20, bytes.last != 0x20 else { return false }
        return bytes.indices.allSatisfy { index in
            let byte = bytes[index]
            if byte == 0x20 { return bytes[index + 1] != 0x20 }
            return 0x30...0x39 ~= byte
                || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte.asciiLowercased
                || "_.:/=+-@#".utf8.contains(byte)
        }
    }
}

extension IAM.UpdateOpenIDConnectProvider: ChangingHandler, OnOpenIDConnectProvider {
    /// Sets or removes the context provider. There is no instance of IAM Identity Center to name,
    /// and so none to remove.
    ///
    /// Source: IAM API Reference, UpdateOpenIDConnectProvider: what goes together.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProvider.html>
    package static func handle(
        _ input: Input, on provider: OpenIDConnectProvider, _ call: Call
    ) throws -> Output {
        let removesContext = input.removeContextProvider ?? false
        let removesInstance = input.removeIdentityCenterInstance ?? false
        let changesContext = input.contextProvider != nil || removesContext
        let changesInstance = input.identityCenterInstanceArn != nil || removesInstance
        guard input.contextProvider == nil || !removesContext else {
            throw IAM.Errors.invalidInput(
                "Specify either ContextProvider or RemoveContextProvider, but not both.",
                about: "RemoveContextProvider")
        }
        guard input.identityCenterInstanceArn == nil || !removesInstance else {
            throw IAM.Errors.invalidInput(
                "Specify either IdentityCenterInstanceArn or RemoveIdentityCenterInstance, but not "
                    + "both.", about: "RemoveIdentityCenterInstance")
        }
        guard changesContext != changesInstance else {
            throw IAM.Errors.invalidInput(
                "A single request can change either the context provider or the IAM Identity "
                    + "Center association.")
        }
        var provider = provider
        if changesContext {
            provider.contextProvider = try OpenIDConnectProviders.contextProvider(
                input.contextProvider, nil)
            try call.tables.openIDConnectProviders.update(provider)
        } else if input.identityCenterInstanceArn != nil {
            throw OpenIDConnectProviders.noInstance
        }
        return Output()
    }
}
