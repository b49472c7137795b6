import IAMIdentifiers
import Operations

/// The address of a page, written once and used both ways: to write a link to the page and to read
/// what a request asks for. What was written is read back to an equal page.
struct PageAddress<P: ConsolePage>: Sendable {
    /// A part of the path between two slashes, or all that is left of it.
    enum Segment: Sendable, ExpressibleByStringLiteral {
        case fixed(String)
        /// Text that a property holds; empty text is no address.
        case text(any WritableKeyPath<P, String> & Sendable)
        /// The rest of the path, of at least so many segments.
        case rest(any WritableKeyPath<P, [String]> & Sendable, atLeast: Int)

        init(stringLiteral text: StaticString) { self = .fixed(text.description) }
    }

    let segments: [Segment]
    let query: [Parameter]

    init(_ segments: [Segment], _ query: [Parameter] = []) {
        self.segments = segments
        self.query = query
    }

    // MARK: Writing

    func text(of page: P) -> String {
        let parameters = parameters(of: page)
        guard !parameters.isEmpty else { return path(of: page) }
        let query = parameters.map { name, value in
            "\(name)=\(PercentCoding.encode(value, allowing: ":@/,"))"
        }
        return path(of: page) + "?" + query.joined(separator: "&")
    }

    func path(of page: P) -> String {
        let parts = segments.flatMap { segment in
            switch segment {
            case .fixed(let text): [text]
            case .text(let property): [page[keyPath: property]]
            case .rest(let property, _): page[keyPath: property]
            }
        }
        return "/"
            + parts.map { PercentCoding.encode($0, allowing: ":@+=,") }
            .joined(separator: "/")
    }

    func parameters(of page: P) -> [(String, String)] { query.flatMap { $0.write(page) } }

    // MARK: Reading

    /// The page at this path and query, decoded, or nil when it is another's.
    func page(at path: [String], _ fields: FormFields) -> P? {
        var page = P()
        var rest = path[...]
        for segment in segments {
            switch segment {
            case .fixed(let text):
                guard let part = rest.popFirst(), part.isExactly(text) else { return nil }
            case .text(let property):
                guard let part = rest.popFirst(), !part.isEmpty else { return nil }
                page[keyPath: property] = part
            case .rest(let property, let count):
                guard rest.count >= count, rest.first?.isEmpty == false else { return nil }
                page[keyPath: property] = Array(rest)
                rest = []
            }
        }
        guard rest.isEmpty else { return nil }
        for parameter in query { parameter.read(fields, &page) }
        return page
    }
}

// What a query says.
extension PageAddress {
    /// A property of the page as a part of the query.
    struct Parameter: Sendable {
        let read: @Sendable (FormFields, inout P) -> Void
        let write: @Sendable (P) -> [(String, String)]

        /// Text; empty text is not written.
        static func text(
            _ name: String, _ property: any WritableKeyPath<P, String> & Sendable
        ) -> Parameter {
            Parameter(
                read: { $1[keyPath: property] = $0[name] },
                write: { $0[keyPath: property].isEmpty ? [] : [(name, $0[keyPath: property])] })
        }

        /// Text that may be absent.
        static func text(
            _ name: String, _ property: any WritableKeyPath<P, String?> & Sendable
        ) -> Parameter {
            Parameter(
                read: { $1[keyPath: property] = $0.has(name) ? $0[name] : nil },
                write: { page in page[keyPath: property].map { [(name, $0)] } ?? [] })
        }

        /// What was typed into a search box.
        static func search(
            _ name: String, _ property: any WritableKeyPath<P, String> & Sendable
        ) -> Parameter {
            Parameter(
                read: { $1[keyPath: property] = ListQuery.searchText($0, name) },
                write: text(name, property).write)
        }

        /// A claim that holds when the parameter has that value.
        static func flag(
            _ name: String, is value: String,
            _ property: any WritableKeyPath<P, Bool> & Sendable
        ) -> Parameter {
            Parameter(
                read: { $1[keyPath: property] = $0[name].isExactly(value) },
                write: { $0[keyPath: property] ? [(name, value)] : [] })
        }

        /// One of several; what is none of them leaves the page as it begins.
        static func choice<Value: RawRepresentable<String> & Sendable>(
            _ name: String, _ property: any WritableKeyPath<P, Value> & Sendable
        ) -> Parameter {
            Parameter(
                read: { fields, page in
                    if let value = Value(rawValue: fields[name]) { page[keyPath: property] = value }
                },
                write: { [(name, $0[keyPath: property].rawValue)] })
        }

        /// One of several, or none.
        static func choice<Value: RawRepresentable<String> & Sendable>(
            _ name: String, _ property: any WritableKeyPath<P, Value?> & Sendable
        ) -> Parameter {
            Parameter(
                read: { $1[keyPath: property] = Value(rawValue: $0[name]) },
                write: { page in page[keyPath: property].map { [(name, $0.rawValue)] } ?? [] })
        }

        /// The part of a list that is shown.
        static func list(
            _ property: any WritableKeyPath<P, ListQuery> & Sendable
        ) -> Parameter {
            Parameter(
                read: { $1[keyPath: property] = ListQuery($0) },
                write: { $0[keyPath: property].parameters })
        }
    }
}
