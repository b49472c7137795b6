import Credentials
import IAMIdentifiers
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct SignInStepTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var proofs: [SignInProof] = [.password(hash: "present")]
        var requirements = SignInRequirements(passwordHash: "present")
        var step: SignInStep
    }

    private static let phone = UniqueID(stored: "MFAD1")
    private static let key = UniqueID(stored: "MFAD2")
    private static let moment = Timestamp(seconds: 1_790_000_000)

    static let cases = [
        Case(
            testDescription: "the present password is enough", step: .beginSession),
        Case(
            testDescription: "without a proof the password is asked for", proofs: [],
            step: .ask(.password)),
        Case(
            testDescription: "a password that was replaced proves nothing",
            proofs: [.password(hash: "earlier")], step: .ask(.password)),
        Case(
            testDescription: "nobody signs in where there is no password",
            requirements: SignInRequirements(passwordHash: nil), step: .ask(.password)),
        Case(
            testDescription: "nor with an empty one",
            proofs: [.password(hash: "")], requirements: SignInRequirements(passwordHash: nil),
            step: .ask(.password)),
        Case(
            testDescription:
                "a password that has to be replaced is asked for after the present one",
            requirements: .init(passwordHash: "present", passwordState: .mustChange),
            step: .ask(.newPassword)),
        Case(
            testDescription: "it is not asked for before the present one is proved", proofs: [],
            requirements: .init(passwordHash: "present", passwordState: .mustChange),
            step: .ask(.password)),
        Case(
            testDescription: "who has a device has to prove one",
            requirements: .init(passwordHash: "present", devices: [phone]),
            step: .ask(.secondFactor)),
        Case(
            testDescription: "not before the password",
            proofs: [.device(phone, at: moment)],
            requirements: .init(passwordHash: "present", devices: [phone]),
            step: .ask(.password)),
        Case(
            testDescription: "one of several is enough",
            proofs: [.password(hash: "present"), .device(phone, at: moment)],
            requirements: .init(passwordHash: "present", devices: [phone, key]),
            step: .beginSession),
        Case(
            testDescription: "a device that was taken away proves nothing",
            proofs: [.password(hash: "present"), .device(phone, at: moment)],
            requirements: .init(passwordHash: "present", devices: [key]),
            step: .ask(.secondFactor)),
        Case(
            testDescription: "a password is replaced after the second factor",
            requirements: .init(
                passwordHash: "present", passwordState: .mustChange, devices: [phone]),
            step: .ask(.secondFactor)),
        Case(
            testDescription: "nobody learns that a password expired without the second factor",
            requirements: .init(
                passwordHash: "present", passwordState: .expired, devices: [phone]),
            step: .ask(.secondFactor)),
        Case(
            testDescription: "a password that expired for good is refused",
            requirements: .init(passwordHash: "present", passwordState: .expired),
            step: .refuseExpiredPassword),
        Case(
            testDescription: "nobody learns that a password expired without knowing it",
            proofs: [.password(hash: "guess")],
            requirements: .init(passwordHash: "present", passwordState: .expired),
            step: .ask(.password)),
    ]

    @Test(arguments: cases) func next(_ c: Case) {
        #expect(SignInStep(after: c.proofs, for: c.requirements) == c.step)
    }
}

@Suite struct SignInTicketTests {
    private static let proofs = SignInProofs(
        account: TestService.accountID, principal: UniqueID(rootOf: TestService.accountID),
        proofs: [
            .password(hash: "$argon2id$v=19$m=1,t=2,p=1$c2FsdA$aGFzaA"),
            .device(UniqueID(stored: "MFAD1"), at: Timestamp(microseconds: 1_790_000_000_000_001)),
        ])

    private func sealer() async throws -> (Sealer, Timestamp) {
        let service = try await TestService()
        return (service.services.sealer, service.clock.now)
    }

    @Test("a ticket carries what was proved, of whom, and for which question")
    func carries() async throws {
        let (sealer, now) = try await sealer()
        for question in SignInQuestion.allCases {
            let text = try SignInTicket(Self.proofs).text(for: question, at: now, sealer)
            for asked in SignInQuestion.allCases {
                let opened = SignInTicket(text, for: asked, at: now, sealer)
                #expect(opened?.proofs == (asked == question ? Self.proofs : nil))
            }
        }
    }

    @Test("a ticket does not open with an unknown proof in it, nor with a line missing")
    func unknownProofs() async throws {
        let (sealer, now) = try await sealer()
        let end = (now + SignInTicket.life).microseconds
        let head = "123456789012\n123456789012\n\(end)"
        func opens(_ text: String) throws -> Bool {
            let sealed = try sealer.sealedText(text, for: "sign_in_ticket/new-password", at: now)
            return SignInTicket(Secret(sealed), for: .newPassword, at: now, sealer) != nil
        }
        #expect(try opens("\(head)\npassword hash"))
        #expect(try opens(head))
        let broken = [
            "\(head)\ncertainty x", "\(head)\npassword", "\(head)\ndevice MFAD1",
            "\(head)\ndevice MFAD1 soon", "\(head)\ndevice MFAD1 1 2", "\(head)\n",
            "123456789012\n\(end)",
            "no account\n123456789012\n\(end)", "",
        ]
        for text in broken { #expect(try !opens(text)) }
    }
}
