package import IAMIdentifiers

extension AuditEventTable {
    /// What events are looked for by. Each has an index, in which the events of one value stand
    /// in the order of time.
    package enum Attribute: Sendable, Equatable {
        case id(String)
        case name(String)
        case source(String)
        case readOnly(Bool)
        case userName(String)
        case accessKeyID(String)
        case resourceType(String)
        case resourceName(String)
    }

    /// A place among an account's events: that of the last one on a page.
    package struct Place: Sendable, Equatable {
        package let at: Timestamp
        package let id: String

        package init(at: Timestamp, id: String) {
            self.at = at
            self.id = id
        }
    }

    /// Events of one account that are looked for.
    package struct Lookup: Sendable {
        package let attribute: Attribute?
        /// The first moment, and the one after the last.
        package let times: Range<Timestamp>
        /// The place behind which a page begins; nil for the first page.
        package let after: Place?
        package let limit: Int

        package init(
            _ attribute: Attribute?, in times: Range<Timestamp>, after: Place? = nil, limit: Int
        ) {
            self.attribute = attribute
            self.times = times
            self.after = after
            self.limit = limit
        }

        /// The condition on time, which each index ends with. It has one bound on each side: with
        /// a third one, the engine would take the index of all events for the better one.
        fileprivate var isInTime: SQL {
            let last = Timestamp(microseconds: times.upperBound.microseconds - 1)
            let range: SQL =
                " AND at >= \(times.lowerBound) AND at <= \(min(last, after?.at ?? last))"
            guard let after else { return range }
            return range + " AND NOT (at = \(after.at) AND event_id >= \(after.id))"
        }

        fileprivate var order: SQL { " ORDER BY at DESC, event_id DESC LIMIT \(limit)" }
    }

    /// A page of events, the latest first. It costs what it shows.
    package func page(_ lookup: Lookup, of account: AccountID) throws(StoreError) -> [Event] {
        try events(Self.ending(lookup, of: account)).sorted { left, right in
            left.at == right.at ? ExactText(left.id) > ExactText(right.id) : left.at > right.at
        }
    }

    /// How the statement ends that asks for the events of a page.
    package static func ending(_ lookup: Lookup, of account: AccountID) -> SQL {
        let own: SQL = "WHERE account_id = \(account)"
        let rest = lookup.isInTime + lookup.order
        return switch lookup.attribute {
        case nil: own + rest
        case .id(let id): own + " AND event_id = \(id)" + rest
        case .name(let name): own + " AND event_name = \(name)" + rest
        case .source(let source): own + " AND event_source = \(source)" + rest
        case .readOnly(let isReadOnly): own + " AND is_read_only = \(isReadOnly)" + rest
        case .userName(let name): own + " AND user_name = \(name)" + rest
        case .accessKeyID(let id): own + " AND access_key_id = \(id)" + rest
        case .resourceType(let type): about(" AND type = \(type)", lookup, of: account)
        case .resourceName(let name): about(" AND name = \(name)", lookup, of: account)
        }
    }

    /// Of an event that is about several such things, the ID stands once. The events themselves are
    /// in no order: to sort them, the engine would go through all of the account's.
    private static func about(
        _ thing: SQL, _ lookup: Lookup, of account: AccountID
    ) -> SQL {
        "WHERE account_id = \(account) AND event_id IN ("
            + "SELECT event_id FROM audit_event_resource WHERE account_id = \(account)" + thing
            + lookup.isInTime + " GROUP BY at, event_id" + lookup.order + ")"
    }
}
