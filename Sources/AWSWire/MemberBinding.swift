/// Where a member of an operation's input or output stands, when it is not a member of the object
/// in the body.
///
/// Source: Smithy 2.0, "HTTP bindings".
/// <https://smithy.io/2.0/spec/http-bindings.html>
package struct MemberBinding: Sendable, Equatable {
    package enum Place: Sendable, Equatable {
        /// A segment of the path.
        case label
        /// A parameter of the query string.
        case query
        /// One that may stand several times, once for each element of a list.
        case queryList
        case header
        /// The status of the answer.
        case status
        /// The body is the member.
        case payload
    }

    /// The member's name.
    package let member: String
    package let place: Place
    /// Its name there, `x-amz-checksum`; empty where it has none.
    package let name: String

    package init(_ member: String, _ place: Place, _ name: String = "") {
        self.member = member
        self.place = place
        self.name = name
    }
}
