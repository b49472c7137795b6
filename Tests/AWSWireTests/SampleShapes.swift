import AWSWire
import IAMIdentifiers

/// A shape with a member of every kind, written as the generated ones are.
struct Sample: WireShape {
    enum Color: String, WireEnum {
        case red = "Red"
        case green = "Green"
    }

    struct Tag: WireShape {
        var key: String
        var value: String?

        init(key: String, value: String? = nil) {
            self.key = key
            self.value = value
        }

        init(from fields: inout FieldReader) {
            key = fields.requiredString("Key", StringLimits(min: 1, max: 4))
            value = fields.string("Value", StringLimits(max: 4))
        }

        func encode(into writer: inout FieldWriter) {
            writer.string("Key", key)
            writer.string("Value", value)
        }
    }

    static let name = StringLimits(min: 1, max: 8, pattern: Pattern(#"[\w+=,.@-]+"#))
    static let code = StringLimits(min: 2, max: 4, pattern: Pattern(#"[\d]*"#))

    var userName: String?
    var code: String?
    var password: Secret?
    var count: Int?
    var isOn: Bool?
    var date: Timestamp?
    var data: [UInt8]?
    var color: Color?
    var tag: Tag?
    var names: [String]?
    var colors: [Color]?
    var tags: [Tag]?
    var texts: [ExactText: String]?
    var counts: [ExactText: Int]?
    var palette: [ExactText: Color]?

    init() {}

    init(from fields: inout FieldReader) {
        userName = fields.string("UserName", Self.name)
        code = fields.string("Code", Self.code)
        password = fields.secret("Password", StringLimits(min: 6, pattern: Pattern("[a-z]+")))
        count = fields.integer("Count", IntegerLimits(min: 1, max: 1_000))
        isOn = fields.boolean("IsOn")
        date = fields.timestamp("Date")
        data = fields.blob("Data")
        color = fields.enumeration("Color")
        tag = fields.structure("Tag")
        names = fields.strings("Names", each: Self.name, count: ListLimits(min: 1, max: 3))
        colors = fields.enumerations("Colors")
        tags = fields.structures("Tags", count: ListLimits(max: 2))
        texts = fields.stringMap("Texts", each: Self.name)
        counts = fields.integerMap("Counts")
        palette = fields.enumerationMap("Palette")
    }

    func encode(into writer: inout FieldWriter) {
        writer.string("UserName", userName)
        writer.string("Code", code)
        writer.secret("Password", password)
        writer.integer("Count", count)
        writer.boolean("IsOn", isOn)
        writer.timestamp("Date", date)
        writer.blob("Data", data)
        writer.enumeration("Color", color)
        writer.structure("Tag", tag)
        writer.strings("Names", names)
        writer.enumerations("Colors", colors)
        writer.structures("Tags", tags)
        writer.stringMap("Texts", texts)
        writer.integerMap("Counts", counts)
        writer.enumerationMap("Palette", palette)
    }
}

/// A shape that requires a member of every kind that can be empty.
struct Strict: WireShape {
    var name: String
    var password: Secret
    var count: Int
    var isOn: Bool
    var date: Timestamp
    var data: [UInt8]
    var color: Sample.Color
    var tag: Sample.Tag
    var names: [String]
    var tags: [Sample.Tag]
    var counts: [ExactText: Int]

    init(from fields: inout FieldReader) {
        name = fields.requiredString("Name")
        password = fields.requiredSecret("Password")
        count = fields.requiredInteger("Count")
        isOn = fields.requiredBoolean("IsOn")
        date = fields.requiredTimestamp("Date")
        data = fields.requiredBlob("Data")
        color = fields.requiredEnumeration("Color")
        tag = fields.requiredStructure("Tag")
        names = fields.requiredStrings("Names")
        tags = fields.requiredStructures("Tags")
        counts = fields.requiredIntegerMap("Counts")
    }

    func encode(into writer: inout FieldWriter) {}
}
