package import AWSWire
package import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// What tags mean, for every kind of entity that has them.
enum Tagging {
    /// Tags one entity may have.
    /// Source: IAM User Guide, "Tags for IAM resources", "Rules for tagging".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html>
    static let perEntity = 50

    /// The condition keys of a request that sets `tags` on something of this kind.
    /// - Throws: `InvalidInput` for a key given twice: policies are not asked about tags of which
    ///   one may hide another.
    static func conditions(
        setting tags: [IAM.Shape.Tag]?, on kind: UniqueID.Kind
    ) throws -> RequestContext {
        guard let tags, !tags.isEmpty else { return [:] }
        guard areDistinct(tags.map(\.key), on: kind) else {
            throw IAM.Errors.invalidInput(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
                about: "Tags")
        }
        var context: RequestContext = ["aws:TagKeys": tags.map(\.key)]
        for tag in tags { context["aws:RequestTag/\(tag.key)"] += [tag.value] }
        return context
    }

    /// Whether no two keys are the same by any rule: not by their bytes, nor to Unicode, nor, but
    /// for a managed policy, without regard to case in any alphabet.
    private static func areDistinct(_ keys: [String], on kind: UniqueID.Kind) -> Bool {
        let isCaseSensitive = kind == .managedPolicy
        let folded = keys.map { isCaseSensitive ? $0 : $0.lowercased() }
        return Set<String>(folded).count == keys.count  // as Unicode compares
    }

    /// The condition keys of a request that removes the tags of these keys.
    static func conditions(removing keys: [String]) -> RequestContext {
        keys.isEmpty ? [:] : ["aws:TagKeys": keys]
    }

    /// Tags that may be kept on one entity.
    ///
    /// That no key is there twice was seen when the policies were asked:
    /// ``conditions(setting:on:)``.
    /// - Throws: `InvalidInput` for a key of AWS's own, `LimitExceeded` past ``perEntity``.
    static func validated(_ tags: [IAM.Shape.Tag]) throws -> [Tag] {
        guard !tags.contains(where: { isReserved($0.key) || isReserved($0.value) }) else {
            throw IAM.Errors.invalidInput(
                "Keys and values that begin with aws: are reserved for system use.", about: "Tags")
        }
        guard tags.count <= perEntity else { throw limit }
        return tags.map { Tag(key: $0.key, value: $0.value) }
    }

    private static func isReserved(_ text: String) -> Bool {
        text.asciiLowercased.begins(with: "aws:")
    }

    /// Sets tags on an entity, replacing those of the same keys.
    static func set(_ tags: [IAM.Shape.Tag], on owner: UniqueID, _ call: Call) throws {
        for tag in try validated(tags) {
            try call.tables.tags.set(tag, on: owner)
        }
        guard try call.tables.tags.count(of: owner) <= perEntity else { throw limit }
    }

    /// One page of an entity's tags.
    static func page(of owner: UniqueID, _ paging: Paging, _ call: Call) throws -> Page<Tag> {
        paging.page(
            try call.tables.tags.list(of: owner, after: paging.after, limit: paging.limit)
        ) { TagTable.identity(of: $0.key, on: owner.kind) }
    }

    private static let limit = IAM.Errors.limitExceeded(
        "The number of tags has reached the maximum limit.", about: "Tags")
}

extension IAM.Shape.Tag {
    init(_ tag: Tag) { self.init(key: tag.key, value: tag.value) }
}

extension Call {
    /// Asks the policies whether the caller may make something. With tags that takes permission to
    /// tag it, too.
    /// - Parameter tagging: the action that sets tags, as `iam:TagUser`.
    func authorize(
        _ action: String, on target: Target<Void>, with conditions: RequestContext,
        setting tags: [IAM.Shape.Tag]?, by tagging: String
    ) throws {
        try authorize(action, on: target, with: conditions)
        if tags?.isEmpty == false {
            try authorize(tagging, on: target, with: conditions)
        }
    }
}

// MARK: The operations

/// What has tags.
package protocol Taggable {
    var id: UniqueID { get }
    /// What its unique ID says that it is.
    static var taggedKind: UniqueID.Kind { get }
}

extension User: Taggable {
    package static var taggedKind: UniqueID.Kind { .user }
}

extension Role: Taggable {
    package static var taggedKind: UniqueID.Kind { .role }
}

extension ManagedPolicy: Taggable {
    package static var taggedKind: UniqueID.Kind { .managedPolicy }
}

/// TagUser and its like.
package protocol SetsTags: ChangingHandler
where Input: CarriesTags, Output: EmptyAnswer, Resource: Taggable {}

extension SetsTags {
    package static func conditions(
        _ input: Input, on target: Target<Resource>, _ call: Call
    ) throws -> RequestContext {
        try Tagging.conditions(setting: input.tags, on: Resource.taggedKind)
    }

    package static func handle(
        _ input: Input, on resource: Resource, _ call: Call
    ) throws -> Output {
        try Tagging.set(input.tags, on: resource.id, call)
        return Output()
    }
}

/// UntagUser and its like. A key that is not there is no error.
package protocol RemovesTags: ChangingHandler
where Input: CarriesTagKeys, Output: EmptyAnswer, Resource: Taggable {}

extension RemovesTags {
    package static func conditions(
        _ input: Input, on target: Target<Resource>, _ call: Call
    ) -> RequestContext {
        Tagging.conditions(removing: input.tagKeys)
    }

    package static func handle(
        _ input: Input, on resource: Resource, _ call: Call
    ) throws -> Output {
        for key in input.tagKeys { try call.tables.tags.remove(key: key, from: resource.id) }
        return Output()
    }
}

/// ListUserTags and its like.
package protocol ListsTags: ReadingHandler
where Input: AsksForPage, Output: TagsAnswer, Resource: Taggable {}

extension ListsTags {
    package static func handle(
        _ input: Input, on resource: Resource, _ call: Call
    ) throws -> Output {
        let page = try Tagging.page(of: resource.id, Paging(input), call)
        return Output(
            tags: page.items.map(IAM.Shape.Tag.init), isTruncated: page.isTruncated,
            marker: page.marker)
    }
}
