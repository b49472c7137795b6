// Written by ModelGenerator from Models/samplejson11.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension SampleJSON11 {
    /// CloseBarrel. <https://docs.aws.amazon.com/samplejson11/latest/APIReference/API_CloseBarrel.html>
    package enum CloseBarrel: Operation {
        package static let facts = OperationFacts(
            name: "CloseBarrel", service: .sampleJSON11, errors: [Errors.noSuchBarrel])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension SampleJSON11 {
    /// FillBarrel. <https://docs.aws.amazon.com/samplejson11/latest/APIReference/API_FillBarrel.html>
    package enum FillBarrel: Operation {
        package static let facts = OperationFacts(
            name: "FillBarrel", service: .sampleJSON11,
            errors: [Errors.noSuchBarrel, Errors.barrelFault])

        package struct Input: WireShape {
            package var text: String
            package var word: SampleJSON11.Shape.Word?
            package var secret: Secret?
            package var count: Int?
            package var size: Int?
            package var isOpen: Bool?
            package var moment: Timestamp?
            package var day: Timestamp?
            package var data: [UInt8]?
            package var inner: SampleJSON11.Shape.Inner?
            package var hidden: SampleJSON11.Shape.HiddenInner?
            package var texts: [String]?
            package var words: [SampleJSON11.Shape.Word]?
            package var inners: [SampleJSON11.Shape.Inner]?
            package var labels: [ExactText: String]?
            package var counts: [ExactText: Int]?
            package var colors: [ExactText: SampleJSON11.Shape.Word]?
            package var parts: [ExactText: SampleJSON11.Shape.Inner]?
            package var secrets: [ExactText: Secret]?
            package var renamed: String?

            package init(
                text: String, word: SampleJSON11.Shape.Word? = nil, secret: Secret? = nil,
                count: Int? = nil, size: Int? = nil, isOpen: Bool? = nil, moment: Timestamp? = nil,
                day: Timestamp? = nil, data: [UInt8]? = nil, inner: SampleJSON11.Shape.Inner? = nil,
                hidden: SampleJSON11.Shape.HiddenInner? = nil, texts: [String]? = nil,
                words: [SampleJSON11.Shape.Word]? = nil, inners: [SampleJSON11.Shape.Inner]? = nil,
                labels: [ExactText: String]? = nil, counts: [ExactText: Int]? = nil,
                colors: [ExactText: SampleJSON11.Shape.Word]? = nil,
                parts: [ExactText: SampleJSON11.Shape.Inner]? = nil,
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
                text = fields.requiredString("text")
                word = fields.enumeration("word")
                secret = fields.secret("secret")
                count = fields.integer("count", SampleJSON11.Limits.smallNumber)
                size = fields.long("size")
                isOpen = fields.boolean("isOpen")
                moment = fields.timestamp("moment")
                day = fields.timestamp("day")
                data = fields.blob("data")
                inner = fields.structure("inner")
                hidden = fields.sensitiveStructure("hidden")
                texts = fields.strings("texts", count: SampleJSON11.Limits.texts)
                words = fields.enumerations("words")
                inners = fields.structures("inners", count: SampleJSON11.Limits.inners)
                labels = fields.stringMap("labels")
                counts = fields.integerMap("counts", each: SampleJSON11.Limits.smallNumber)
                colors = fields.enumerationMap("colors")
                parts = fields.structureMap("parts", count: SampleJSON11.Limits.parts)
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

        package struct Output: WireShape {
            package var text: String?
            package var word: SampleJSON11.Shape.Word?
            package var secret: Secret?
            package var count: Int?
            package var size: Int?
            package var isOpen: Bool?
            package var moment: Timestamp?
            package var day: Timestamp?
            package var data: [UInt8]?
            package var inner: SampleJSON11.Shape.Inner?
            package var hidden: SampleJSON11.Shape.HiddenInner?
            package var texts: [String]?
            package var words: [SampleJSON11.Shape.Word]?
            package var inners: [SampleJSON11.Shape.Inner]?
            package var labels: [ExactText: String]?
            package var counts: [ExactText: Int]?
            package var colors: [ExactText: SampleJSON11.Shape.Word]?
            package var parts: [ExactText: SampleJSON11.Shape.Inner]?
            package var secrets: [ExactText: Secret]?
            package var renamed: String?

            package init(
                text: String? = nil, word: SampleJSON11.Shape.Word? = nil, secret: Secret? = nil,
                count: Int? = nil, size: Int? = nil, isOpen: Bool? = nil, moment: Timestamp? = nil,
                day: Timestamp? = nil, data: [UInt8]? = nil, inner: SampleJSON11.Shape.Inner? = nil,
                hidden: SampleJSON11.Shape.HiddenInner? = nil, texts: [String]? = nil,
                words: [SampleJSON11.Shape.Word]? = nil, inners: [SampleJSON11.Shape.Inner]? = nil,
                labels: [ExactText: String]? = nil, counts: [ExactText: Int]? = nil,
                colors: [ExactText: SampleJSON11.Shape.Word]? = nil,
                parts: [ExactText: SampleJSON11.Shape.Inner]? = nil,
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
                count = fields.integer("count", SampleJSON11.Limits.smallNumber)
                size = fields.long("size")
                isOpen = fields.boolean("isOpen")
                moment = fields.timestamp("moment")
                day = fields.timestamp("day")
                data = fields.blob("data")
                inner = fields.structure("inner")
                hidden = fields.sensitiveStructure("hidden")
                texts = fields.strings("texts", count: SampleJSON11.Limits.texts)
                words = fields.enumerations("words")
                inners = fields.structures("inners", count: SampleJSON11.Limits.inners)
                labels = fields.stringMap("labels")
                counts = fields.integerMap("counts", each: SampleJSON11.Limits.smallNumber)
                colors = fields.enumerationMap("colors")
                parts = fields.structureMap("parts", count: SampleJSON11.Limits.parts)
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

extension SampleJSON11.Shape {
    /// HiddenInner. <https://docs.aws.amazon.com/samplejson11/latest/APIReference/API_HiddenInner.html>
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

extension SampleJSON11.Shape {
    /// Inner. <https://docs.aws.amazon.com/samplejson11/latest/APIReference/API_Inner.html>
    package struct Inner: WireShape {
        package var name: String
        package var inners: [SampleJSON11.Shape.Inner]?
        package var moment: Timestamp?

        package init(
            name: String, inners: [SampleJSON11.Shape.Inner]? = nil, moment: Timestamp? = nil
        ) {
            self.name = name
            self.inners = inners
            self.moment = moment
        }

        package init(from fields: inout FieldReader) {
            name = fields.requiredString("name")
            inners = fields.structures("inners", count: SampleJSON11.Limits.inners)
            moment = fields.timestamp("moment")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("name", name)
            writer.structures("inners", inners)
            writer.timestamp("moment", moment)
        }
    }
}

extension SampleJSON11.Shape {
    /// Word.
    package enum Word: String, WireEnum {
        case red = "RED"
        case lightBlue = "light-blue"
    }
}
