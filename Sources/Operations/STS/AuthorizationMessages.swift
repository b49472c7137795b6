package import IAMModel

/// The messages that go with a refusal.
package enum AuthorizationMessages {
    static let operations: [any Handler.Type] = [STS.DecodeAuthorizationMessage.self]
}

extension STS.DecodeAuthorizationMessage: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let text = AuthorizationMessage.open(input.encodedMessage, call) else {
            throw STS.Errors.invalidAuthorizationMessage("The authorization message is invalid.")
        }
        return Output(decodedMessage: text)
    }
}
