/// Why a message was not handed to the server. Nothing secret is in it: it is kept in the store and
/// shown to the operator.
package enum SMTPFailure: Error, Equatable, CustomStringConvertible {
    /// The server refuses this message for good.
    case refused(String)
    /// The server cannot be reached or trusted, or refuses for now, or for a reason that lies in
    /// how it is set up here. Another try may succeed.
    case notNow(String)
    /// The sending was given up at the caller's wish. The server may have the message or not.
    case interrupted

    package var description: String {
        switch self {
        case .refused(let reason), .notNow(let reason): reason
        case .interrupted: "interrupted"
        }
    }
}
