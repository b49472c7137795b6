/// What one look at an installation found.
package struct Finding: Sendable, Equatable {
    package enum State: String, Sendable {
        case good
        /// It works now, and will not for ever or not for everybody.
        case warning
        case failure
    }

    /// What was looked at, such as `disk`.
    package let check: String
    package let state: State
    /// What is there, in a sentence without its full stop.
    package let text: String
    /// What to do about it; nil where all is well.
    package let advice: String?

    private init(_ check: String, _ state: State, _ text: String, _ advice: String?) {
        self.check = check
        self.state = state
        self.text = text
        self.advice = advice
    }

    package static func good(_ check: String, _ text: String) -> Self {
        Self(check, .good, text, nil)
    }

    package static func warning(_ check: String, _ text: String, do advice: String) -> Self {
        Self(check, .warning, text, advice)
    }

    package static func failure(_ check: String, _ text: String, do advice: String) -> Self {
        Self(check, .failure, text, advice)
    }
}
