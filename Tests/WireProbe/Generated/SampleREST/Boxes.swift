// Written by ModelGenerator from Models/samplerest.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension SampleREST {
    /// CountBoxes. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_CountBoxes.html>
    package enum CountBoxes: Operation {
        package static let facts = OperationFacts(
            name: "CountBoxes", service: .sampleREST, method: "GET", path: "/boxes/count",
            errors: [])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var count: Int?

            package init(count: Int? = nil) {
                self.count = count
            }

            package init(from fields: inout FieldReader) {
                count = fields.integer("count", SampleREST.Limits.smallNumber)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.integer("count", count)
            }
        }
    }
}

extension SampleREST {
    /// DropBox. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_DropBox.html>
    package enum DropBox: Operation {
        package static let facts = OperationFacts(
            name: "DropBox", service: .sampleREST, method: "DELETE", path: "/boxes/{boxName}",
            status: 204, inputBindings: [MemberBinding("boxName", .label, "boxName")],
            errors: [Errors.noSuchBox, Errors.boxIsLocked, Errors.internalFault])

        package struct Input: WireShape {
            package var boxName: String

            package init(boxName: String) {
                self.boxName = boxName
            }

            package init(from fields: inout FieldReader) {
                boxName = fields.requiredString("boxName", SampleREST.Limits.shortText)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("boxName", boxName)
            }
        }

        package struct Output: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension SampleREST {
    /// GetBox. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_GetBox.html>
    package enum GetBox: Operation {
        package static let facts = OperationFacts(
            name: "GetBox", service: .sampleREST, method: "GET", path: "/boxes/{boxName}",
            inputBindings: [MemberBinding("boxName", .label, "boxName")],
            errors: [Errors.noSuchBox, Errors.boxIsLocked, Errors.internalFault])

        package struct Input: WireShape {
            package var boxName: String

            package init(boxName: String) {
                self.boxName = boxName
            }

            package init(from fields: inout FieldReader) {
                boxName = fields.requiredString("boxName", SampleREST.Limits.shortText)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("boxName", boxName)
            }
        }

        package struct Output: WireShape {
            package var text: String?
            package var word: SampleREST.Shape.Word?
            package var secret: Secret?
            package var count: Int?
            package var size: Int?
            package var isOpen: Bool?
            package var moment: Timestamp?
            package var day: Timestamp?
            package var data: [UInt8]?
            package var inner: SampleREST.Shape.Inner?
            package var hidden: SampleREST.Shape.HiddenInner?
            package var texts: [String]?
            package var words: [SampleREST.Shape.Word]?
            package var inners: [SampleREST.Shape.Inner]?
            package var labels: [ExactText: String]?
            package var counts: [ExactText: Int]?
            package var colors: [ExactText: SampleREST.Shape.Word]?
            package var parts: [ExactText: SampleREST.Shape.Inner]?
            package var secrets: [ExactText: Secret]?
            package var renamed: String?

            package init(
                text: String? = nil, word: SampleREST.Shape.Word? = nil, secret: Secret? = nil,
                count: Int? = nil, size: Int? = nil, isOpen: Bool? = nil, moment: Timestamp? = nil,
                day: Timestamp? = nil, data: [UInt8]? = nil, inner: SampleREST.Shape.Inner? = nil,
                hidden: SampleREST.Shape.HiddenInner? = nil, texts: [String]? = nil,
                words: [SampleREST.Shape.Word]? = nil, inners: [SampleREST.Shape.Inner]? = nil,
                labels: [ExactText: String]? = nil, counts: [ExactText: Int]? = nil,
                colors: [ExactText: SampleREST.Shape.Word]? = nil,
                parts: [ExactText: SampleREST.Shape.Inner]? = nil,
                secrets: [ExactText: Secret]? = nil, renamed: String? = nil
            ) {
                self.text = text
                self.word = word
                self.secret = secret
                self.count = count
                self.size = size
                self.isOpen = isOpen
                self.moment = moment
                self.day = day
                self.data = data
                self.inner = inner
                self.hidden = hidden
                self.texts = texts
                self.words = words
                self.inners = inners
                self.labels = labels
                self.counts = counts
                self.colors = colors
                self.parts = parts
                self.secrets = secrets
                self.renamed = renamed
            }

            package init(from fields: inout FieldReader) {
                text = fields.string("text")
                word = fields.enumeration("word")
                secret = fields.secret("secret")
                count = fields.integer("count", SampleREST.Limits.smallNumber)
                size = fields.long("size")
                isOpen = fields.boolean("isOpen")
                moment = fields.timestamp("moment")
                day = fields.timestamp("day")
                data = fields.blob("data")
                inner = fields.structure("inner")
                hidden = fields.sensitiveStructure("hidden")
                texts = fields.strings("texts", count: SampleREST.Limits.texts)
                words = fields.enumerations("words")
                inners = fields.structures("inners", count: SampleREST.Limits.inners)
                labels = fields.stringMap("labels")
                counts = fields.integerMap("counts", each: SampleREST.Limits.smallNumber)
                colors = fields.enumerationMap("colors")
                parts = fields.structureMap("parts", count: SampleREST.Limits.parts)
                secrets = fields.secretMap("secrets")
                renamed = fields.string("other-name")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("text", text)
                writer.enumeration("word", word)
                writer.secret("secret", secret)
                writer.integer("count", count)
                writer.long("size", size)
                writer.boolean("isOpen", isOpen)
                writer.timestamp("moment", moment)
                writer.timestamp("day", day, as: .iso8601)
                writer.blob("data", data)
                writer.structure("inner", inner)
                writer.sensitiveStructure("hidden", hidden)
                writer.strings("texts", texts)
                writer.enumerations("words", words)
                writer.structures("inners", inners)
                writer.stringMap("labels", labels)
                writer.integerMap("counts", counts)
                writer.enumerationMap("colors", colors)
                writer.structureMap("parts", parts)
                writer.secretMap("secrets", secrets)
                writer.string("other-name", renamed)
            }
        }
    }
}

extension SampleREST {
    /// PutBox. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_PutBox.html>
    package enum PutBox: Operation {
        package static let facts = OperationFacts(
            name: "PutBox", service: .sampleREST, method: "PUT",
            path: "/boxes/{boxName}/lids/{lid}", status: 201,
            inputBindings: [
                MemberBinding("boxName", .label, "boxName"),
                MemberBinding("lidNumber", .label, "lid"), MemberBinding("force", .query, "force"),
                MemberBinding("tags", .queryList, "tag"), MemberBinding("since", .query, "since"),
                MemberBinding("limit", .query, "max-results"),
                MemberBinding("filter", .query, "filter"),
                MemberBinding("token", .header, "x-box-token"),
                MemberBinding("weight", .header, "X-Box-Weight"),
            ],
            outputBindings: [
                MemberBinding("etag", .header, "x-box-etag"),
                MemberBinding("weight", .header, "X-Box-Weight"),
                MemberBinding("status", .status, "status"),
            ], errors: [Errors.noSuchBox, Errors.boxIsLocked, Errors.internalFault])

        package struct Input: WireShape {
            package var boxName: String
            package var lidNumber: Int
            package var force: Bool?
            package var tags: [String]?
            package var since: Timestamp?
            package var limit: Int?
            package var filter: String?
            package var token: String?
            package var weight: Int?
            package var text: String?
            package var word: SampleREST.Shape.Word?
            package var secret: Secret?
            package var count: Int?
            package var size: Int?
            package var isOpen: Bool?
            package var moment: Timestamp?
            package var day: Timestamp?
            package var data: [UInt8]?
            package var inner: SampleREST.Shape.Inner?
            package var hidden: SampleREST.Shape.HiddenInner?
            package var texts: [String]?
            package var words: [SampleREST.Shape.Word]?
            package var inners: [SampleREST.Shape.Inner]?
            package var labels: [ExactText: String]?
            package var counts: [ExactText: Int]?
            package var colors: [ExactText: SampleREST.Shape.Word]?
            package var parts: [ExactText: SampleREST.Shape.Inner]?
            package var secrets: [ExactText: Secret]?
            package var renamed: String?

            package init(
                boxName: String, lidNumber: Int, force: Bool? = nil, tags: [String]? = nil,
                since: Timestamp? = nil, limit: Int? = nil, filter: String? = nil,
                token: String? = nil, weight: Int? = nil, text: String? = nil,
                word: SampleREST.Shape.Word? = nil, secret: Secret? = nil, count: Int? = nil,
                size: Int? = nil, isOpen: Bool? = nil, moment: Timestamp? = nil,
                day: Timestamp? = nil, data: [UInt8]? = nil, inner: SampleREST.Shape.Inner? = nil,
                hidden: SampleREST.Shape.HiddenInner? = nil, texts: [String]? = nil,
                words: [SampleREST.Shape.Word]? = nil, inners: [SampleREST.Shape.Inner]? = nil,
                labels: [ExactText: String]? = nil, counts: [ExactText: Int]? = nil,
                colors: [ExactText: SampleREST.Shape.Word]? = nil,
                parts: [ExactText: SampleREST.Shape.Inner]? = nil,
                secrets: [ExactText: Secret]? = nil, renamed: String? = nil
            ) {
                self.boxName = boxName
                self.lidNumber = lidNumber
                self.force = force
                self.tags = tags
                self.since = since
                self.limit = limit
                self.filter = filter
                self.token = token
                self.weight = weight
                self.text = text
                self.word = word
                self.secret = secret
                self.count = count
                self.size = size
                self.isOpen = isOpen
                self.moment = moment
                self.day = day
                self.data = data
                self.inner = inner
                self.hidden = hidden
                self.texts = texts
                self.words = words
                self.inners = inners
                self.labels = labels
                self.counts = counts
                self.colors = colors
                self.parts = parts
                self.secrets = secrets
                self.renamed = renamed
            }

            package init(from fields: inout FieldReader) {
                boxName = fields.requiredString("boxName", SampleREST.Limits.shortText)
                lidNumber = fields.requiredInteger("lidNumber", SampleREST.Limits.smallNumber)
                force = fields.boolean("force")
                tags = fields.strings("tags", count: SampleREST.Limits.texts)
                since = fields.timestamp("since")
                limit = fields.integer("limit", SampleREST.Limits.smallNumber)
                filter = fields.string("filter")
                token = fields.string("token", SampleREST.Limits.name)
                weight = fields.long("weight")
                text = fields.string("text")
                word = fields.enumeration("word")
                secret = fields.secret("secret")
                count = fields.integer("count", SampleREST.Limits.smallNumber)
                size = fields.long("size")
                isOpen = fields.boolean("isOpen")
                moment = fields.timestamp("moment")
                day = fields.timestamp("day")
                data = fields.blob("data")
                inner = fields.structure("inner")
                hidden = fields.sensitiveStructure("hidden")
                texts = fields.strings("texts", count: SampleREST.Limits.texts)
                words = fields.enumerations("words")
                inners = fields.structures("inners", count: SampleREST.Limits.inners)
                labels = fields.stringMap("labels")
                counts = fields.integerMap("counts", each: SampleREST.Limits.smallNumber)
                colors = fields.enumerationMap("colors")
                parts = fields.structureMap("parts", count: SampleREST.Limits.parts)
                secrets = fields.secretMap("secrets")
                renamed = fields.string("other-name")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("boxName", boxName)
                writer.integer("lidNumber", lidNumber)
                writer.boolean("force", force)
                writer.strings("tags", tags)
                writer.timestamp("since", since, as: .iso8601)
                writer.integer("limit", limit)
                writer.string("filter", filter)
                writer.string("token", token)
                writer.long("weight", weight)
                writer.string("text", text)
                writer.enumeration("word", word)
                writer.secret("secret", secret)
                writer.integer("count", count)
                writer.long("size", size)
                writer.boolean("isOpen", isOpen)
                writer.timestamp("moment", moment)
                writer.timestamp("day", day, as: .iso8601)
                writer.blob("data", data)
                writer.structure("inner", inner)
                writer.sensitiveStructure("hidden", hidden)
                writer.strings("texts", texts)
                writer.enumerations("words", words)
                writer.structures("inners", inners)
                writer.stringMap("labels", labels)
                writer.integerMap("counts", counts)
                writer.enumerationMap("colors", colors)
                writer.structureMap("parts", parts)
                writer.secretMap("secrets", secrets)
                writer.string("other-name", renamed)
            }
        }

        package struct Output: WireShape {
            package var etag: String?
            package var weight: Int?
            package var status: Int?
            package var text: String?
            package var word: SampleREST.Shape.Word?
            package var secret: Secret?
            package var count: Int?
            package var size: Int?
            package var isOpen: Bool?
            package var moment: Timestamp?
            package var day: Timestamp?
            package var data: [UInt8]?
            package var inner: SampleREST.Shape.Inner?
            package var hidden: SampleREST.Shape.HiddenInner?
            package var texts: [String]?
            package var words: [SampleREST.Shape.Word]?
            package var inners: [SampleREST.Shape.Inner]?
            package var labels: [ExactText: String]?
            package var counts: [ExactText: Int]?
            package var colors: [ExactText: SampleREST.Shape.Word]?
            package var parts: [ExactText: SampleREST.Shape.Inner]?
            package var secrets: [ExactText: Secret]?
            package var renamed: String?

            package init(
                etag: String? = nil, weight: Int? = nil, status: Int? = nil, text: String? = nil,
                word: SampleREST.Shape.Word? = nil, secret: Secret? = nil, count: Int? = nil,
                size: Int? = nil, isOpen: Bool? = nil, moment: Timestamp? = nil,
                day: Timestamp? = nil, data: [UInt8]? = nil, inner: SampleREST.Shape.Inner? = nil,
                hidden: SampleREST.Shape.HiddenInner? = nil, texts: [String]? = nil,
                words: [SampleREST.Shape.Word]? = nil, inners: [SampleREST.Shape.Inner]? = nil,
                labels: [ExactText: String]? = nil, counts: [ExactText: Int]? = nil,
                colors: [ExactText: SampleREST.Shape.Word]? = nil,
                parts: [ExactText: SampleREST.Shape.Inner]? = nil,
                secrets: [ExactText: Secret]? = nil, renamed: String? = nil
            ) {
                self.etag = etag
                self.weight = weight
                self.status = status
                self.text = text
                self.word = word
                self.secret = secret
                self.count = count
                self.size = size
                self.isOpen = isOpen
                self.moment = moment
                self.day = day
                self.data = data
                self.inner = inner
                self.hidden = hidden
                self.texts = texts
                self.words = words
                self.inners = inners
                self.labels = labels
                self.counts = counts
                self.colors = colors
                self.parts = parts
                self.secrets = secrets
                self.renamed = renamed
            }

            package init(from fields: inout FieldReader) {
                etag = fields.string("etag", SampleREST.Limits.name)
                weight = fields.integer("weight", SampleREST.Limits.smallNumber)
                status = fields.integer("status", SampleREST.Limits.success)
                text = fields.string("text")
                word = fields.enumeration("word")
                secret = fields.secret("secret")
                count = fields.integer("count", SampleREST.Limits.smallNumber)
                size = fields.long("size")
                isOpen = fields.boolean("isOpen")
                moment = fields.timestamp("moment")
                day = fields.timestamp("day")
                data = fields.blob("data")
                inner = fields.structure("inner")
                hidden = fields.sensitiveStructure("hidden")
                texts = fields.strings("texts", count: SampleREST.Limits.texts)
                words = fields.enumerations("words")
                inners = fields.structures("inners", count: SampleREST.Limits.inners)
                labels = fields.stringMap("labels")
                counts = fields.integerMap("counts", each: SampleREST.Limits.smallNumber)
                colors = fields.enumerationMap("colors")
                parts = fields.structureMap("parts", count: SampleREST.Limits.parts)
                secrets = fields.secretMap("secrets")
                renamed = fields.string("other-name")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("etag", etag)
                writer.integer("weight", weight)
                writer.integer("status", status)
                writer.string("text", text)
                writer.enumeration("word", word)
                writer.secret("secret", secret)
                writer.integer("count", count)
                writer.long("size", size)
                writer.boolean("isOpen", isOpen)
                writer.timestamp("moment", moment)
                writer.timestamp("day", day, as: .iso8601)
                writer.blob("data", data)
                writer.structure("inner", inner)
                writer.sensitiveStructure("hidden", hidden)
                writer.strings("texts", texts)
                writer.enumerations("words", words)
                writer.structures("inners", inners)
                writer.stringMap("labels", labels)
                writer.integerMap("counts", counts)
                writer.enumerationMap("colors", colors)
                writer.structureMap("parts", parts)
                writer.secretMap("secrets", secrets)
                writer.string("other-name", renamed)
            }
        }
    }
}

extension SampleREST {
    /// ReplaceLid. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_ReplaceLid.html>
    package enum ReplaceLid: Operation {
        package static let facts = OperationFacts(
            name: "ReplaceLid", service: .sampleREST, method: "PATCH", path: "/lids/{lidName}",
            inputBindings: [
                MemberBinding("lidName", .label, "lidName"),
                MemberBinding("token", .header, "x-box-token"), MemberBinding("lid", .payload),
            ],
            outputBindings: [
                MemberBinding("etag", .header, "x-box-etag"), MemberBinding("lid", .payload),
            ], errors: [Errors.noSuchBox, Errors.boxIsLocked, Errors.internalFault])

        package struct Input: WireShape {
            package var lidName: String
            package var token: String?
            package var lid: SampleREST.Shape.Lid?

            package init(lidName: String, token: String? = nil, lid: SampleREST.Shape.Lid? = nil) {
                self.lidName = lidName
                self.token = token
                self.lid = lid
            }

            package init(from fields: inout FieldReader) {
                lidName = fields.requiredString("lidName", SampleREST.Limits.name)
                token = fields.string("token", SampleREST.Limits.name)
                lid = fields.structure("lid")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("lidName", lidName)
                writer.string("token", token)
                writer.structure("lid", lid)
            }
        }

        package struct Output: WireShape {
            package var etag: String?
            package var lid: SampleREST.Shape.Lid?

            package init(etag: String? = nil, lid: SampleREST.Shape.Lid? = nil) {
                self.etag = etag
                self.lid = lid
            }

            package init(from fields: inout FieldReader) {
                etag = fields.string("etag", SampleREST.Limits.name)
                lid = fields.structure("lid")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("etag", etag)
                writer.structure("lid", lid)
            }
        }
    }
}

extension SampleREST.Shape {
    /// HiddenInner. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_HiddenInner.html>
    package struct HiddenInner: WireShape {
        package var name: String?

        package init(name: String? = nil) {
            self.name = name
        }

        package init(from fields: inout FieldReader) {
            name = fields.string("name")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("name", name)
        }
    }
}

extension SampleREST.Shape {
    /// Inner. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_Inner.html>
    package struct Inner: WireShape {
        package var name: String
        package var inners: [SampleREST.Shape.Inner]?
        package var moment: Timestamp?

        package init(
            name: String, inners: [SampleREST.Shape.Inner]? = nil, moment: Timestamp? = nil
        ) {
            self.name = name
            self.inners = inners
            self.moment = moment
        }

        package init(from fields: inout FieldReader) {
            name = fields.requiredString("name")
            inners = fields.structures("inners", count: SampleREST.Limits.inners)
            moment = fields.timestamp("moment")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("name", name)
            writer.structures("inners", inners)
            writer.timestamp("moment", moment)
        }
    }
}

extension SampleREST.Shape {
    /// Lid. <https://docs.aws.amazon.com/samplerest/latest/APIReference/API_Lid.html>
    package struct Lid: WireShape {
        package var text: String?
        package var word: SampleREST.Shape.Word?
        package var secret: Secret?
        package var count: Int?
        package var size: Int?
        package var isOpen: Bool?
        package var moment: Timestamp?
        package var day: Timestamp?
        package var data: [UInt8]?
        package var inner: SampleREST.Shape.Inner?
        package var hidden: SampleREST.Shape.HiddenInner?
        package var texts: [String]?
        package var words: [SampleREST.Shape.Word]?
        package var inners: [SampleREST.Shape.Inner]?
        package var labels: [ExactText: String]?
        package var counts: [ExactText: Int]?
        package var colors: [ExactText: SampleREST.Shape.Word]?
        package var parts: [ExactText: SampleREST.Shape.Inner]?
        package var secrets: [ExactText: Secret]?
        package var renamed: String?

        package init(
            text: String? = nil, word: SampleREST.Shape.Word? = nil, secret: Secret? = nil,
            count: Int? = nil, size: Int? = nil, isOpen: Bool? = nil, moment: Timestamp? = nil,
            day: Timestamp? = nil, data: [UInt8]? = nil, inner: SampleREST.Shape.Inner? = nil,
            hidden: SampleREST.Shape.HiddenInner? = nil, texts: [String]? = nil,
            words: [SampleREST.Shape.Word]? = nil, inners: [SampleREST.Shape.Inner]? = nil,
            labels: [ExactText: String]? = nil, counts: [ExactText: Int]? = nil,
            colors: [ExactText: SampleREST.Shape.Word]? = nil,
            parts: [ExactText: SampleREST.Shape.Inner]? = nil, secrets: [ExactText: Secret]? = nil,
            renamed: String? = nil
        ) {
            self.text = text
            self.word = word
            self.secret = secret
            self.count = count
            self.size = size
            self.isOpen = isOpen
            self.moment = moment
            self.day = day
            self.data = data
            self.inner = inner
            self.hidden = hidden
            self.texts = texts
            self.words = words
            self.inners = inners
            self.labels = labels
            self.counts = counts
            self.colors = colors
            self.parts = parts
            self.secrets = secrets
            self.renamed = renamed
        }

        package init(from fields: inout FieldReader) {
            text = fields.string("text")
            word = fields.enumeration("word")
            secret = fields.secret("secret")
            count = fields.integer("count", SampleREST.Limits.smallNumber)
            size = fields.long("size")
            isOpen = fields.boolean("isOpen")
            moment = fields.timestamp("moment")
            day = fields.timestamp("day")
            data = fields.blob("data")
            inner = fields.structure("inner")
            hidden = fields.sensitiveStructure("hidden")
            texts = fields.strings("texts", count: SampleREST.Limits.texts)
            words = fields.enumerations("words")
            inners = fields.structures("inners", count: SampleREST.Limits.inners)
            labels = fields.stringMap("labels")
            counts = fields.integerMap("counts", each: SampleREST.Limits.smallNumber)
            colors = fields.enumerationMap("colors")
            parts = fields.structureMap("parts", count: SampleREST.Limits.parts)
            secrets = fields.secretMap("secrets")
            renamed = fields.string("other-name")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("text", text)
            writer.enumeration("word", word)
            writer.secret("secret", secret)
            writer.integer("count", count)
            writer.long("size", size)
            writer.boolean("isOpen", isOpen)
            writer.timestamp("moment", moment)
            writer.timestamp("day", day, as: .iso8601)
            writer.blob("data", data)
            writer.structure("inner", inner)
            writer.sensitiveStructure("hidden", hidden)
            writer.strings("texts", texts)
            writer.enumerations("words", words)
            writer.structures("inners", inners)
            writer.stringMap("labels", labels)
            writer.integerMap("counts", counts)
            writer.enumerationMap("colors", colors)
            writer.structureMap("parts", parts)
            writer.secretMap("secrets", secrets)
            writer.string("other-name", renamed)
        }
    }
}

extension SampleREST.Shape {
    /// Word.
    package enum Word: String, WireEnum {
        case red = "RED"
        case lightBlue = "light-blue"
    }
}
