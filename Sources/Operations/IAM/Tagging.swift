import IAMIdentifiers
import IAMModel
import Store

/// What tags mean, for every kind of entity that has them.
enum Tagging {
    /// Tags one entity may have.
    /// Source: IAM User Guide, "Tags for IAM resources", "Rules for tagging".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html>
    static let perEntity = 50

    /// The condition keys of a request that sets `tags`.
    static func conditions(setting tags: [IAM.Shape.Tag]?) -> [String: [String]] {
        guard let tags, !tags.isEmpty else { return [:] }
        var keys = ["aws:TagKeys": tags.map(\.key)]
        for tag in tags { keys["aws:RequestTag/\(tag.key)"] = [tag.value] }
        return keys
    }

    /// The condition keys of a request that removes the tags of these keys.
    static func conditions(removing keys: [String]) -> [String: [String]] {
        keys.isEmpty ? [:] : ["aws:TagKeys": keys]
    }

    /// Tags that may be kept on one entity.
    /// - Throws: `InvalidInput` for a key given twice or one of AWS's own, `LimitExceeded` past
    ///   ``perEntity``.
    static func validated(
        _ tags: [IAM.Shape.Tag], on kind: UniqueID.Kind
    ) throws -> [Tag] {
        let keys = tags.map { TagTable.identity(of: $0.key, on: kind) }
        guard Set(keys).count == keys.count else {
            throw IAMError.invalidInput(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.")
        }
        guard !tags.contains(where: { isReserved($0.key) || isReserved($0.value) }) else {
            throw IAMError.invalidInput(
                "Keys and values that begin with aws: are reserved for system use.")
        }
        guard tags.count <= perEntity else { throw limit }
        return tags.map { Tag(key: $0.key, value: $0.value) }
    }

    private static func isReserved(_ text: String) -> Bool {
        text.lowercased().hasPrefix("aws:")
    }

    /// Sets tags on an entity, replacing those of the same keys.
    static func set(_ tags: [IAM.Shape.Tag], on owner: UniqueID, _ call: Call) throws {
        for tag in try validated(tags, on: owner.kind ?? .user) {
            try call.tags.set(tag, on: owner)
        }
        guard try call.tags.count(of: owner) <= perEntity else { throw limit }
    }

    /// One page of an entity's tags.
    static func page(
        of owner: UniqueID, marker: String?, _ maxItems: Int?, _ call: Call
    ) throws -> Page<Tag> {
        let paging = try Paging(marker: marker, maxItems: maxItems)
        return paging.page(
            try call.tags.list(of: owner, after: paging.after, limit: paging.limit)
        ) { TagTable.identity(of: $0.key, on: owner.kind) }
    }

    private static let limit = IAMError.limitExceeded(
        "The number of tags has reached the maximum limit.")
}

extension IAM.Shape.Tag {
    init(_ tag: Tag) { self.init(key: tag.key, value: tag.value) }
}
