import AWSWire
import IAMIdentifiers
import TestRandom
import Testing

@Suite struct FieldReaderTests {
    private func decode(_ text: String) throws -> Sample {
        try Sample(decoding: try QueryForm(parsing: Array(text.utf8)))
    }

    private func refusal(_ text: String) -> WireError? {
        do throws(WireError) {
            _ = try Sample(decoding: try QueryForm(parsing: Array(text.utf8)))
            return nil
        } catch { return error }
    }

    // MARK: What is read

    @Test func everyKindOfMemberIsRead() throws {
        let sample = try decode(
            "UserName=alice&Password=secret&Count=7&IsOn=true&Date=2026-11-22T02:24:38Z"
                + "&Data=AQID&Color=Red&Tag.Key=k&Tag.Value=v&Names.member.1=a&Names.member.2=b"
                + "&Colors.member.1=Green&Tags.member.1.Key=x&Texts.entry.1.key=a"
                + "&Texts.entry.1.value=b&Counts.entry.1.key=n&Counts.entry.1.value=-5"
                + "&Palette.entry.1.key=sky&Palette.entry.1.value=Red&Action=Ignored")
        #expect(sample.userName == "alice")
        #expect(sample.password == Secret("secret"))
        #expect(sample.count == 7)
        #expect(sample.isOn == true)
        #expect(sample.date?.iso8601 == "2026-11-22T02:24:38Z")
        #expect(sample.data == [1, 2, 3])
        #expect(sample.color == .red)
        #expect(sample.tag == Sample.Tag(key: "k", value: "v"))
        #expect(sample.names == ["a", "b"])
        #expect(sample.colors == [.green])
        #expect(sample.tags == [Sample.Tag(key: "x")])
        #expect(sample.texts == ["a": "b"])
        #expect(sample.counts == ["n": -5])
        #expect(sample.palette == ["sky": .red])
    }

    /// Members of which the model asks nothing, too.
    @Test(arguments: [
        "UserName=a%00", "Password=secret%00", "Tag.Key=k&Tag.Value=%00", "Names.member.1=%00",
        "Texts.entry.1.key=a%00&Texts.entry.1.value=b",
        "Texts.entry.1.key=a&Texts.entry.1.value=%00",
    ])
    func noTextHoldsTheNullCharacter(_ form: String) throws {
        #expect(refusal(form)?.code == refusal("UserName=!")?.code)
    }

    @Test func anEmptyFormGivesAnEmptyShape() throws {
        #expect(try decode("") == Sample())
    }

    @Test func moreThanNineMembersOfAListAreInTheOrderOfTheirNumbers() throws {
        var random = TestSeed.generator()
        let members = (1...12).shuffled(using: &random).map {
            "Colors.member.\($0)=\($0 == 10 ? "Red" : "Green")"
        }
        let colors = try #require(try decode(members.joined(separator: "&")).colors)
        #expect(colors.count == 12)
        #expect(colors.firstIndex(of: .red) == 9)
    }

    @Test func anEmptyListIsSentAsAnEmptyValue() throws {
        #expect(try decode("Colors=").colors == [])
        #expect(try decode("Tags=").tags == [])
        #expect(try decode("Texts=").texts == [:])
    }

    @Test func aMomentMayBeSecondsSince1970() throws {
        #expect(try decode("Date=1479781478").date == Timestamp(seconds: 1_479_781_478))
    }

    // MARK: What is refused

    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var form: String
        var message: String
    }

    static let violations = [
        Case(
            testDescription: "a short value", form: "UserName=",
            message: "1 validation error detected: Value '' at 'userName' failed to satisfy "
                + "constraint: Member must have length greater than or equal to 1"),
        Case(
            testDescription: "a long value", form: "UserName=123456789",
            message: "1 validation error detected: Value '123456789' at 'userName' failed to "
                + "satisfy constraint: Member must have length less than or equal to 8"),
        Case(
            testDescription: "lengths are UTF-16 units", form: "Tag.Key=%F0%9F%98%80%F0%9F%98%80a",
            message: "1 validation error detected: Value '😀😀a' at 'tag.key' failed to "
                + "satisfy constraint: Member must have length less than or equal to 4"),
        Case(
            testDescription: "a name has IAM's sentence", form: "UserName=a%20b",
            message: "The specified value for userName is invalid. It must contain only "
                + "alphanumeric characters and/or the following: +=,.@_-"),
        Case(
            testDescription: "letters of names are ASCII", form: "UserName=%ED%99%8D",
            message: "The specified value for userName is invalid. It must contain only "
                + "alphanumeric characters and/or the following: +=,.@_-"),
        Case(
            testDescription: "a general pattern", form: "Code=ab",
            message: "1 validation error detected: Value 'ab' at 'code' failed to satisfy "
                + #"constraint: Member must satisfy regular expression pattern: [\d]*"#),
        Case(
            testDescription: "all that is wrong, in order", form: "UserName=a%20b&Code=abcde",
            message: "2 validation errors detected: Value 'abcde' at 'code' failed to satisfy "
                + "constraint: Member must have length less than or equal to 4; Value 'abcde' at "
                + "'code' failed to satisfy constraint: Member must satisfy regular expression "
                + #"pattern: [\d]*"#),
        Case(
            testDescription: "a secret is not told", form: "Password=PASS1",
            message: "2 validation errors detected: Value at 'password' failed to satisfy "
                + "constraint: Member must have length greater than or equal to 6; Value at "
                + "'password' failed to satisfy constraint: Member must satisfy regular "
                + "expression pattern: [a-z]+"),
        Case(
            testDescription: "a small number", form: "Count=0",
            message: "1 validation error detected: Value '0' at 'count' failed to satisfy "
                + "constraint: Member must have value greater than or equal to 1"),
        Case(
            testDescription: "a great number", form: "Count=1001",
            message: "1 validation error detected: Value '1001' at 'count' failed to satisfy "
                + "constraint: Member must have value less than or equal to 1000"),
        Case(
            testDescription: "an unknown enum value", form: "Color=red",
            message: "1 validation error detected: Value 'red' at 'color' failed to satisfy "
                + "constraint: Member must satisfy enum value set: [Red, Green]"),
        Case(
            testDescription: "an unknown enum value in a list", form: "Colors.member.1=Blue",
            message: "1 validation error detected: Value '[Blue]' at 'colors' failed to satisfy "
                + "constraint: Member must satisfy constraint: [Member must satisfy enum value "
                + "set: [Red, Green]]"),
        Case(
            testDescription: "a member of a list", form: "Names.member.1=a&Names.member.2=",
            message: "1 validation error detected: Value '[a, ]' at 'names' failed to satisfy "
                + "constraint: Member must satisfy constraint: [Member must have length less than "
                + "or equal to 8, Member must have length greater than or equal to 1, Member must "
                + #"satisfy regular expression pattern: [\w+=,.@-]+]"#),
        Case(
            testDescription: "a list that is too short", form: "Names=",
            message: "1 validation error detected: Value '[]' at 'names' failed to satisfy "
                + "constraint: Member must have length greater than or equal to 1"),
        Case(
            testDescription: "a list that is too long",
            form: "Tags.member.1.Key=a&Tags.member.2.Key=b&Tags.member.3.Key=c",
            message: "1 validation error detected: Value at 'tags' failed to satisfy constraint: "
                + "Member must have length less than or equal to 2"),
        Case(
            testDescription: "a structure in a list",
            form: "Tags.member.1.Key=a&Tags.member.2.Value=12345",
            message: "2 validation errors detected: Value null at 'tags.2.member.key' failed to "
                + "satisfy constraint: Member must not be null; Value '12345' at "
                + "'tags.2.member.value' failed to satisfy constraint: Member must have length "
                + "less than or equal to 4"),
    ]

    @Test(arguments: violations) func isRefusedInAWSsWords(_ c: Case) {
        #expect(refusal(c.form)?.message == c.message)
        #expect(refusal(c.form)?.code == "ValidationError")
    }

    static let malformations = [
        Case(
            testDescription: "a word for a number", form: "Count=many",
            message: "For input string: \"many\""),
        Case(
            testDescription: "nothing for a number", form: "Count=",
            message: "For input string: \"\""),
        Case(
            testDescription: "a number of more than 32 bits", form: "Count=2147483648",
            message: "For input string: \"2147483648\""),
        Case(
            testDescription: "a number of more than 64 bits", form: "Count=99999999999999999999",
            message: "For input string: \"99999999999999999999\""),
        Case(
            testDescription: "a word for a boolean", form: "IsOn=yes",
            message: "Invalid boolean value: \"yes\""),
        Case(
            testDescription: "no moment", form: "Date=tomorrow",
            message: "timestamp must follow ISO8601"),
        Case(
            testDescription: "seconds beyond the calendar", form: "Date=9999999999999",
            message: "timestamp must follow ISO8601"),
        Case(testDescription: "no base64", form: "Data=A", message: "Invalid base64 value"),
        Case(
            testDescription: "a value for a structure", form: "Tag=a",
            message: "Unexpected complex element termination"),
        Case(
            testDescription: "a value in a list of structures", form: "Tags.member.1=a",
            message: "Unexpected complex element termination"),
        Case(
            testDescription: "a value for a list", form: "Names=a",
            message: "Unexpected list element termination"),
        Case(
            testDescription: "a list that is empty and is not", form: "Names=&Names.member.1=a",
            message: "Unexpected list element termination"),
        Case(
            testDescription: "a structure for a value", form: "UserName.member.1=a",
            message: "Start of structure or map found where not expected."),
        Case(
            testDescription: "a structure in a list of values", form: "Names.member.1.a=a",
            message: "Start of structure or map found where not expected."),
        Case(
            testDescription: "a list without `member`", form: "Names.1=a",
            message: "Start of structure or map found where not expected."),
        Case(
            testDescription: "a value where the members should be", form: "Names.member=a",
            message: "Start of structure or map found where not expected."),
        Case(
            testDescription: "a list that begins at 0", form: "Names.member.0=a",
            message: "Members of a list must be numbered from 1 without gaps."),
        Case(
            testDescription: "a list with a gap", form: "Names.member.1=a&Names.member.3=b",
            message: "Members of a list must be numbered from 1 without gaps."),
        Case(
            testDescription: "a number with a zero before it", form: "Names.member.01=a",
            message: "Members of a list must be numbered from 1 without gaps."),
        Case(
            testDescription: "a map with the same key twice",
            form: "Counts.entry.1.key=a&Counts.entry.1.value=1&Counts.entry.2.key=a"
                + "&Counts.entry.2.value=2",
            message: "A map has the same key twice."),
    ]

    @Test("sentences of a service that repeats no values say where they stand alone")
    func valuesAreNotTold() throws {
        let form = try QueryForm(
            parsing: Array("UserName=123456789&Color=red&Count=0&Names=&Tags.member.1.Value=".utf8))
        let error = #expect(throws: WireError.self) {
            try Sample(decoding: FieldTree(form), repeatingValues: false)
        }
        #expect(
            error?.message == "5 validation errors detected: Value at 'userName' failed to satisfy "
                + "constraint: Member must have length less than or equal to 8; Value at 'count' "
                + "failed to satisfy constraint: Member must have value greater than or equal to "
                + "1; Value at 'color' failed to satisfy constraint: Member must satisfy enum "
                + "value set: [Red, Green]; Value at 'names' failed to satisfy constraint: Member "
                + "must have length greater than or equal to 1; Value at 'tags.1.member.key' "
                + "failed to satisfy constraint: Member must not be null")
    }

    @Test(
        "a long value is not repeated whole, so that the reason comes through",
        arguments: [
            ("UserName=", "Member must have length less than or equal to 8"),
            ("Color=", "Member must satisfy enum value set: [Red, Green]"),
            ("Names.member.1=", "pattern: [\\w+=,.@-]+]"), ("Count=", "\""), ("IsOn=", "\""),
        ])
    func longValues(_ name: String, _ end: String) throws {
        for letter in ["a", "%F0%9F%98%80"] {
            let text = String(repeating: letter, count: 20_000)
            let message = try #require(refusal(name + text)).message
            #expect(message.utf8.count < 2_500)
            #expect(message.contains("…") && message.hasSuffix(end), "\(message.suffix(200))")
        }
    }

    @Test(arguments: malformations) func isMalformed(_ c: Case) {
        #expect(refusal(c.form)?.message == c.message)
        #expect(refusal(c.form)?.code == "MalformedInput")
    }

    @Test func everyAbsenceIsToldOnceAndNotWhatIsInsideIt() throws {
        let form = try QueryForm(parsing: [])
        let names = [
            "name", "password", "count", "isOn", "date", "data", "color", "tag", "names", "tags",
            "counts",
        ]
        let sentences = names.map {
            "Value null at '\($0)' failed to satisfy constraint: Member must not be null"
        }
        let message = "11 validation errors detected: \(sentences.joined(separator: "; "))"
        #expect(throws: WireError.invalid(message, parameter: "Name")) {
            try Strict(decoding: form)
        }
    }

    @Test func aWrongRequiredValueIsNotAlsoAbsent() throws {
        let form = try QueryForm(
            parsing: Array(
                ("Name=a&Password=b&Count=1&IsOn=true&Date=1&Data=&Color=Blue&Tag.Key=a"
                    + "&Names.member.1=a&Tags.member.1.Key=a&Counts=").utf8))
        let message =
            "1 validation error detected: Value 'Blue' at 'color' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [Red, Green]"
        #expect(throws: WireError.invalid(message, parameter: "Color")) {
            try Strict(decoding: form)
        }
    }

    @Test func anyNamesGiveAShapeOrAnError() {
        var random = TestSeed.generator()
        let parts = [
            "UserName", "Tags", "Names", "Tag", "Texts", "Counts", "member", "entry", "1", "2", "0",
            "-1", "99999999999999999999", "", "Key", "key", "value", "Colors", "Count", "Data",
        ]
        let values = ["", "a", "1", "-2147483649", "=", "AAAA", "Red", "true"]
        for _ in 0..<3_000 {
            let fields = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                let name = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    parts.randomElement(using: &random) ?? ""
                }
                let value = values.randomElement(using: &random) ?? ""
                return "\(name.joined(separator: "."))=\(value)"
            }
            _ = try? decode(fields.joined(separator: "&"))
        }
    }

    @Test(
        "a parameter that no member is read from is refused, with its name",
        arguments: [
            "Nmae", "Nested.Unknown", "Tags.member.1.Color",
            String(repeating: "a.", count: 127) + "a", "userName", "Action.x",
        ])
    func unknownParameters(_ name: String) {
        let error = refusal("UserName=alice&Tags.member.1.Key=k&Tags.member.1.Value=v&\(name)=1")
        #expect(error == .unknownParameter(name: name))
    }

    @Test("what names the operation, or belongs to a signature in the address, is no parameter")
    func othersNames() throws {
        let form = "Action=X&Version=1&X-Amz-Date=d&X-Amz-Signature=s&UserName=alice"
        #expect(try decode(form).userName == "alice")
    }
}
