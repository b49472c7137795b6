import Testing

@testable import IAMPolicy

@Suite struct TextPositionTests {
    @Test(arguments: [
        (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 3, 1), (6, 3, 2), (9, 3, 3), (10, 3, 4),
    ])
    func countsLinesAndCharacters(_ offset: Int, _ line: Int, _ column: Int) {
        let position = TextPosition(offset: offset, in: Array("aé\n\nb語c".utf8))
        #expect(position.line == line)
        #expect(position.column == column)
    }
}
