import Foundation

// Reads questions from standard input, one JSON object a line, and answers each with one line.
// Tests/Clients/test_model_botocore.py holds the wire's code against botocore through it.
let encoder = JSONEncoder()
let decoder = JSONDecoder()
while let line = readLine() {
    let question = try decoder.decode(Question.self, from: Data(line.utf8))
    FileHandle.standardOutput.write(try encoder.encode(question.answer()) + Data("\n".utf8))
}
