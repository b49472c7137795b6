import Foundation
import IAMIdentifiers
import Testing

@testable import Credentials

@Suite struct PasswordWeaknessTests {
    private static let words = ["bertha.meier", "Example Trading", "boss@zebra-works.example"]

    private static func weakness(_ password: String) -> PasswordWeakness? {
        PasswordWeakness(of: Secret(password), knowing: words)
    }

    @Test(
        "a password from a leak is common, in whatever case",
        arguments: ["password", "PassWord", "1q2w3e4r5t6y", "PE#5GZ29PTZMSE", "пароль", "йцукен"])
    func common(_ password: String) {
        #expect(Self.weakness(password) == .common)
    }

    @Test(
        "words, names, dates, repetitions and patterns of the keyboard are guessable",
        arguments: [
            "MyPassword1", "P@ssw0rd123", "Qwerty123!", "Welcome1!", "Summer2024!", "Abcd1234!",
            "Admin@123", "11111111aA!", "Abcdef1!",
        ])
    func guessable(_ password: String) {
        #expect(Self.weakness(password) == .guessable)
    }

    @Test(
        "what is known of the owner is guessable, in whatever case and with what people add",
        arguments: [
            "Bertha.Meier1!", "bertha2026!", "MEIER-2026", "Trading1!", "Zebra2026!", "B3rth4!1",
        ])
    func owner(_ password: String) {
        #expect(Self.weakness(password) == .guessable)
        #expect(PasswordWeakness(of: Secret("Bertha.Meier1!"), knowing: []) == nil)
    }

    @Test(
        "a long password of one short thing is guessable",
        arguments: ["password", "12", "x", "bertha"])
    func repeated(_ piece: String) {
        let long = String(repeating: piece, count: 128 / piece.utf8.count)
        #expect(Self.weakness(long) == .guessable)
    }

    @Test(
        "other passwords are neither",
        arguments: [
            "Str0ng-Passw0rd!2024", "a root password of 2026!", "correct horse battery staple",
            "Blue-Whale-77", "gT5#kq9!", "비밀번호는 열두 마리 고래", "xkvqzjwp",
            "passwordpasswordpasswordpassword-gT5#kq9!",
        ])
    func strong(_ password: String) {
        #expect(Self.weakness(password) == nil)
    }

    @Test("odd texts are looked at like others", arguments: ["", "\0", "a\0gT5#kq9!", "\n", "-"])
    func odd(_ password: String) {
        #expect(Self.weakness(password) == .guessable)
        #expect(PasswordWeakness(of: Secret(password), knowing: ["", "\0", password]) != nil)
    }

    @Test("every password of the list is found, and none that is cut short or longer")
    func list() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Data/common-passwords.txt")
        let listed = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).dropFirst()
        #expect(listed.count > 15_000)
        #expect(listed.allSatisfy { CommonPasswords.contain($0) })
        let all = Set(listed.map { Data($0) })
        for other in listed.flatMap({ [$0.dropLast(), $0 + [0x21]] })
        where !all.contains(Data(other)) {
            #expect(!CommonPasswords.contain(other))
        }
        for other in ["", "\n", "zzzzzzzz~~", "\u{10FFFF}", " "] {
            #expect(!CommonPasswords.contain(other.utf8))
        }
    }
}
