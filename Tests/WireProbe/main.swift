import Foundation

// Reads questions from standard input, one JSON object a line, and answers each with one line.
// Tests/Clients/test_model_botocore.py and test_protocols.py hold the wire's code against botocore
// through it.
let encoder = JSONEncoder()
let decoder = JSONDecoder()
while let line = readLine() {
    let data = Data(line.utf8)
    let answer: Data
    if let question = try? decoder.decode(PatternQuestion.self, from: data) {
        answer = try encoder.encode(question.answer())
    } else if let question = try? decoder.decode(ProtocolQuestion.self, from: data) {
        answer = try encoder.encode(question.answer())
    } else {
        answer = try encoder.encode(decoder.decode(Question.self, from: data).answer())
    }
    FileHandle.standardOutput.write(answer + Data("\n".utf8))
}
