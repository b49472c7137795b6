import Credentials
import IAMIdentifiers
import Operations

extension AccountRefusal {
    /// What the reader of a form can do about it, and the box that it is about.
    fileprivate var problem: (phrase: Phrase, box: String?) {
        switch self {
        case .wrongPassword: (.wrongPassword, "current")
        case .wrongCode: (.wrongCode, "code")
        case .notConfirmed: (.accountIDNotTyped, "confirm")
        case .passwordNotAccepted(let violation): (Phrase(violation), "new")
        case .emailNotValid: (.emailNotValid, "email")
        case .emailTaken: (.emailTaken, "email")
        case .tooManyAttempts: (.tooManyAttempts, nil)
        case .noMail: (.noMailTitle, nil)
        case .setupLinkNotValid, .nameNotValid, .accountIDTaken, .noSuchAccount, .notRootUser,
            .accountErased:
            (.refusedTitle, nil)
        }
    }

    fileprivate var status: Int {
        switch self {
        case .tooManyAttempts: 429
        case .wrongPassword, .wrongCode: 403
        case .noMail, .emailTaken: 409
        default: 400
        }
    }
}

extension PageContext {
    /// Runs what changes an account or its root user, and gives what it was refused with and the
    /// answer's status; nil when it was done.
    func problems(
        _ work: () async throws -> Void
    ) async throws -> (problems: FormProblems, status: Int)? {
        do {
            try await work()
            return nil
        } catch let refusal as AccountRefusal {
            let (phrase, box) = refusal.problem
            return (.one(self[phrase], at: box), refusal.status)
        } catch PasswordHasherError.busy {
            return (.one(self[.tooManyAttempts]), 503)
        }
    }

    /// The two boxes for a new password.
    func newPasswordFields(_ problems: FormProblems) -> HTML {
        let boxes: [(Phrase, String)] = [(.newPassword, "new"), (.confirmNewPassword, "again")]
        return "\(boxes.map { label, name in newPasswordField(label, name, problems) })"
    }

    private func newPasswordField(
        _ label: Phrase, _ name: String, _ problems: FormProblems
    ) -> HTML {
        field(
            Field(
                label: label, name: name, kind: .password, autocomplete: "new-password",
                maximumLength: 128),
            problems)
    }

    /// What is wrong with these two boxes before anything is asked of anyone.
    func newPasswordProblems(_ fields: FormFields) -> FormProblems {
        var problems = FormProblems()
        if fields["new"].isEmpty { problems.add(self[.enterPassword], at: "new") }
        if !fields["new"].isExactly(fields["again"]) {
            problems.add(self[.passwordsDiffer], at: "again")
        }
        return problems
    }

    /// What a page that needs mail says where none is sent.
    /// - Parameter command: what the operator does in its place.
    func noMail(_ command: String) -> HTML {
        """
        <p>\(self[.noBilingualText])</p><p><code>\(command)</code></p>
        """
    }
}

// The words that these forms share.
extension Phrase {
    static let confirmNewPassword = Phrase("Confirm new password", "새 암호 확인")
    static let saveChanges = Phrase("Save changes", "변경 사항 저장")
    static let newEmailAddress = Phrase("New email address", "새 이메일 주소")
    static let wrongCode = Phrase(
        "The MFA device was not proved. Wait for the next code and try again.",
        "MFA 디바이스를 확인하지 못했습니다. 다음 코드를 기다렸다가 다시 시도하십시오.")
    static let accountIDNotTyped = Phrase(
        "Type the account ID exactly as it is shown.", "표시된 계정 ID를 그대로 입력하십시오.")
    static let noMailTitle = Phrase(
        "This server is not set up to send mail.", "이 서버에는 메일 전송이 설정되어 있지 않습니다.")
    static let noBilingualText = Phrase(
        "This server is not set up to send mail, which this needs. Whoever operates it has this "
            + "command instead:",
        "이 작업에는 메일이 필요하지만 이 서버에는 메일 전송이 설정되어 있지 않습니다. 대신 서버 운영자가 다음 "
            + "명령을 사용할 수 있습니다.")
}
