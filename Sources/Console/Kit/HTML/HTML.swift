/// A piece of a page, written as a string literal.
///
/// The literal's own text is markup; whatever is interpolated is text and is escaped, so a name
/// such as `<script>` cannot become an element. Only another ``HTML`` passes unescaped. There is
/// no way to turn a `String` into markup: that is what makes the promise checkable by the compiler.
///
/// Attribute values are always written between double quotes (a test reads the sources for it).
package struct HTML: Sendable, Equatable {
    /// The markup, ready to be sent.
    package private(set) var markup: String

    /// Nothing at all.
    package static let empty: HTML = ""

    package static func + (left: HTML, right: HTML) -> HTML {
        var both = left
        both.markup += right.markup
        return both
    }

    package static func += (left: inout HTML, right: HTML) { left.markup += right.markup }
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral markup: String) { self.markup = markup }

    package init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup: String

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup = ""
            markup.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// The literal's own text: markup written in this program.
        package mutating func appendLiteral(_ literal: String) { markup += literal }

        /// Text from anywhere: escaped for content and for double-quoted attribute values.
        ///
        /// Disfavoured, so that a literal within a literal, as in `\(on ? "<b>" : "")`, is markup
        /// like any other literal; for a `String` there is no other overload.
        @_disfavoredOverload
        package mutating func appendInterpolation(_ text: String) { markup.appendEscaped(text) }

        /// A number.
        package mutating func appendInterpolation(_ number: Int) { markup += String(number) }

        /// A link to a page, as the value of `href` or `action`.
        mutating func appendInterpolation(_ page: any ConsolePage) {
            markup.appendEscaped(page.href)
        }

        /// A piece of page, as it is; nothing when it is nil.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { markup += html.markup }
        }

        /// Pieces of page, one after the other.
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { markup += piece.markup }
        }

        /// The markup when the condition holds, as for a boolean attribute: `\(" checked", if:
        /// on)`.
        package mutating func appendInterpolation(_ html: HTML, if condition: Bool) {
            if condition { markup += html.markup }
        }
    }
}

extension String {
    /// Appends `text` so that it is inert as content and in a double-quoted attribute.
    ///
    /// Characters that HTML forbids (controls other than tab and line ends) become U+FFFD.
    ///
    /// Source: HTML Standard, "Parsing HTML documents", on double-quoted attribute values and data.
    /// <https://html.spec.whatwg.org/multipage/parsing.html#attribute-value-(double-quoted)-state>
    fileprivate mutating func appendEscaped(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": self += "&amp;"
            case "<": self += "&lt;"
            case ">": self += "&gt;"
            case "\"": self += "&quot;"
            case "'": self += "&#39;"
            case "\t", "\n": unicodeScalars.append(scalar)
            case "\r": self += "&#13;"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": unicodeScalars.append("\u{FFFD}")
            default: unicodeScalars.append(scalar)
            }
        }
    }
}
