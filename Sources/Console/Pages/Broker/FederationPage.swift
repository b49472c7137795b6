import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Operations

/// The endpoint that brokers and tools use to sign a browser in with temporary credentials:
/// `Action=getSigninToken` turns credentials into a token, `Action=login` a token into a session.
///
/// Source: IAM User Guide, "Enable custom identity broker access to the AWS console".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html>
struct FederationPage: PublicPage {
    static let description = PageDescription(
        .federation, isPostedFromElsewhere: true, longestQuery: RequestedPage.longestQuery)
    static let address = PageAddress<Self>(["federation"])

    func answer(_ request: PublicRequest) async throws -> Reply {
        switch request.fields["Action"] {
        case "getSigninToken" where request.wire.method != "HEAD": try await Self.token(request)
        // A form of another page comes without the cookie that says who is signed in.
        case "login" where request.wire.method == "GET" || request.isFromOurPage:
            try await Self.login(request).tellingNobodyTheAddress()
        default:
            Self.refusal("Action must be getSigninToken, or login in a request with GET")
        }
    }

    private static func token(_ request: PublicRequest) async throws -> Reply {
        let text = request.fields["SessionDuration"]
        let seconds = Int(text)
        guard text.isEmpty || seconds != nil else {
            return refusal("SessionDuration must be a number of seconds")
        }
        let token: Secret
        do {
            token = try await request.console.signIn.signInToken(
                for: Secret(request.fields["Session"]), lastingAtMost: seconds, request.facts)
        } catch {
            guard error.code != .serviceFailure else { throw error }
            return refusal(error.message)
        }
        return json("SigninToken", token.reveal(), status: 200)
    }

    private static func refusal(_ message: String) -> Reply {
        json("Message", message, status: 400)
    }

    private static func json(_ name: String, _ value: String, status: Int) -> Reply {
        var object = JSONObject()
        object.string(name, value)
        return Reply(content: .json(object.text, status: status))
    }

    /// Whoever is signed in already is asked before their session ends: the link may be somebody
    /// else's, who wants them to work in a session that is not theirs.
    private static func login(_ request: PublicRequest) async throws -> Reply {
        if let principal = request.page.principal, !request.isFromOurPage {
            return .page(
                SignInInstead.render(principal, request.fields, request.page.onlyHere))
        }
        guard
            let token = try await request.console.signIn.begin(
                by: Secret(request.fields["SigninToken"]), request.facts)
        else {
            return .page(SignInLinkEnded.render(request.page.onlyHere), status: 400)
        }
        return try await request.entered(token, destination: request.fields["Destination"])
    }
}

/// The question whether one session is to end for the one that a link begins.
struct SignInInstead {
    enum Form: String { case signIn = "sign-in-instead" }

    static func render(
        _ principal: SignedInPrincipal, _ fields: FormFields, _ page: PageContext
    ) -> HTML {
        let names = ["Action", "SigninToken", "Destination"]
        return page.gate(
            page[.signInTitle],
            content: """
                <div class="card stack">
                <p>\(page[.signedInAs]): <strong>\(principal.name) @ \
                \(principal.accountLabel)</strong></p>
                <p>\(page[.signInInsteadText])</p>
                \(page.form(Form.signIn, to: FederationPage(), class: "stack", """
                    \(names.map { page.hidden($0, fields[$0]) })
                    \(page.button(.signOutAndGoOn, .wide))
                    """))
                \(page.goButton(.staySignedIn, .link, to: HomePage()))</div>
                """)
    }
}

/// What a browser reads that comes with a link which opens nothing any more.
struct SignInLinkEnded {
    static func render(_ page: PageContext) -> HTML {
        page.gate(
            page[.signInTitle],
            content: """
                <div class="card stack">
                \(page.message(.danger, page[.linkEnded], "<p>\(page[.linkEndedText])</p>"))
                \(page.goButton(.backToSignIn, .link, to: SignInPage()))</div>
                """)
    }
}

// The words of FederationPage.
extension Phrase {
    static let signInInsteadText = Phrase(
        "This link begins another session. Go on only if you asked for it.",
        "이 링크는 다른 세션을 시작합니다. 직접 요청한 경우에만 계속하십시오.")
    static let signOutAndGoOn = Phrase("Sign out and go on", "로그아웃하고 계속")
    static let staySignedIn = Phrase("Stay signed in", "현재 세션 유지")
    static let linkEnded = Phrase("This link does not sign in.", "이 링크로는 로그인할 수 없습니다.")
    static let linkEndedText = Phrase(
        "It is valid for fifteen minutes, and as long as the credentials that it was made with. "
            + "Ask for a new one where you got it.",
        "링크는 15분 동안, 그리고 링크를 만든 자격 증명이 유효한 동안에만 사용할 수 있습니다. 링크를 받은 곳에서 새로 요청하십시오.")
}
