// Reads questions about second factors from standard input, one JSON object a line, and answers
// each with one line. Tests/Clients/test_factors.py holds our codes and pictures against other
// people's through it.

import Credentials
import Foundation
import IAMIdentifiers

/// One line of input.
struct FactorQuestion: Decodable {
    /// A text to be drawn as a QR code.
    var text: String?
    /// A seed in Base32, and one code or two in a row that its device showed.
    var seed: String?
    var codes: [String]?
    /// The time by our clock, in seconds since 1970.
    var seconds: Int64?
    var window: Int?
    /// The names under which an app lists the device.
    var issuer: String?
    var name: String?
}

/// One line of output.
struct FactorAnswer: Encodable {
    /// In base64.
    var png: String?
    var uri: String?
    var step: Int?
}

extension FactorQuestion {
    func answer() throws -> FactorAnswer {
        if let text {
            return FactorAnswer(png: Base64.standard.encoded(try QRCode.png(of: Secret(text))))
        }
        guard let seed = self.seed.flatMap({ TOTPSeed(base32: Secret($0)) }) else {
            return FactorAnswer()
        }
        if let issuer, let name {
            return FactorAnswer(uri: seed.uri(issuer: issuer, name: name).reveal())
        }
        guard let codes, let seconds else { return FactorAnswer() }
        let moment = Timestamp(seconds: seconds)
        let totp = TOTP(seed)
        return FactorAnswer(
            step: codes.count == 1
                ? totp.matchingStep(of: codes[0], at: moment, drift: 0, after: nil)
                : totp.consecutiveSteps(
                    codes[0], codes[1], at: moment, drift: 0, window: window ?? TOTP.driftSteps,
                    after: nil))
    }
}

let encoder = JSONEncoder()
let decoder = JSONDecoder()
while let line = readLine() {
    let question = try decoder.decode(FactorQuestion.self, from: Data(line.utf8))
    print(String(decoding: try encoder.encode(question.answer()), as: UTF8.self))
}
