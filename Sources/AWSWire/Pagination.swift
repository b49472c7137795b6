/// The names of the members that carry an operation's pages.
package struct Pagination: Sendable, Equatable {
    /// What the caller sends to go on, `Marker`, and what it was told, `Marker`.
    package var inputToken: String
    package var outputToken: String
    /// How many the caller wants at most, `MaxItems`.
    package var limitKey: String
    /// Whether there is more, `IsTruncated`; nil where the token alone tells.
    package var moreResults: String?
    /// The lists that are cut into pages.
    package var resultKeys: [String]

    package init(
        inputToken: String, outputToken: String, limitKey: String, moreResults: String? = nil,
        resultKeys: [String]
    ) {
        self.inputToken = inputToken
        self.outputToken = outputToken
        self.limitKey = limitKey
        self.moreResults = moreResults
        self.resultKeys = resultKeys
    }
}
