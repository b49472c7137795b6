import ArgumentParser
import IAMIdentifiers
import Operations
import Store

/// `gatehouse account …`: the operator's way to accounts.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Make, list, close and reopen accounts, and raise their quotas.",
        subcommands: [
            Create.self, List.self, Close.self, Reopen.self, Limits.self,
        ])
}

extension AccountCommand {
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an account. The root user's password is read from standard input.")

        @Option(help: "The root user's e-mail address.")
        var email: String

        @Option(help: "The account's name.")
        var name: String

        @Option(help: "Twelve digits of your choice; random without it.")
        var accountId: String?

        @Flag(help: "Make an access key of the root user and print it, this once.")
        var accessKey = false

        @OptionGroup var options: DataOptions

        func run() async throws {
            let id = try accountId.map(AccountCommand.accountID)
            let made = try await AccountCommand.explaining {
                let details = try AccountDetails(name: name, email: email)
                let password = try PasswordInput.read("Password of the root user")
                return try await OperatorTools(try await options.openOrMake()).make(
                    SignUp.Request(
                        details, password: password, accountID: id,
                        accessKey: accessKey ? .init() : nil))
            }
            Output.print(options.json ? Self.json(made) : Self.text(made))
        }

        private static func json(_ made: SignUp.Made) -> String {
            var object = JSONObject()
            object.string("accountId", made.account.id.description)
            object.string("accessKeyId", made.accessKey?.id.description)
            object.string("secretAccessKey", made.accessKey?.secret.reveal())
            return object.text
        }

        private static func text(_ made: SignUp.Made) -> String {
            var lines = ["Account ID         \(made.account.id)"]
            if let key = made.accessKey {
                lines += [
                    "Access key ID      \(key.id)",
                    "Secret access key  \(key.secret.reveal())",
                    "The secret access key is not shown again.",
                ]
            }
            return lines.joined(separator: "\n")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            let accounts = try await OperatorTools(try await options.open()).accounts()
            guard options.json else {
                for account in accounts {
                    let status = Self.status(account)
                    Output.print("\(account.id)  \(status)  \(account.email)  \(account.name)")
                }
                return
            }
            Output.print("[\(accounts.map(Self.json).joined(separator: ","))]")
        }

        private static func status(_ account: Account) -> String {
            account.erasedAt == nil ? account.status.rawValue : "erased"
        }

        private static func json(_ account: Account) -> String {
            var object = JSONObject()
            object.string("accountId", account.id.description)
            object.string("name", account.name)
            object.string("email", account.email)
            object.string("status", status(account))
            object.string("createdAt", account.createdAt.iso8601)
            return object.text
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Close an account: its keys are refused and nobody signs in.",
            discussion: """
                `gatehouse account reopen` opens it again within 90 days. Then a running server \
                deletes everything in it.
                """)

        @Argument(help: "The account's ID.")
        var account: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let id = try AccountCommand.accountID(account)
            let tools = OperatorTools(try await options.open())
            try await AccountCommand.explaining { try await tools.close(id) }
            Output.print(
                options.json ? #"{"accountId":"\#(id)","status":"closed"}"# : "closed \(id)")
        }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open a closed account again.")

        @Argument(help: "The account's ID.")
        var account: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let id = try AccountCommand.accountID(account)
            let tools = OperatorTools(try await options.open())
            try await AccountCommand.explaining { try await tools.reopen(id) }
            Output.print(
                options.json ? #"{"accountId":"\#(id)","status":"active"}"# : "reopened \(id)")
        }
    }

    static func accountID(_ text: String) throws -> AccountID {
        guard let id = AccountID(text) else {
            throw CommandFailure("`\(text)` is not an account ID; it has twelve digits")
        }
        return id
    }

    /// The account of this ID, or whose root user has this e-mail address.
    static func account(_ idOrEmail: String, _ tools: OperatorTools) async throws -> Account {
        guard let account = try await explaining({ try await tools.account(idOrEmail) }) else {
            throw CommandFailure("there is no account `\(idOrEmail)`; see `gatehouse account list`")
        }
        return account
    }

    /// Runs `body`; says what was refused in one line.
    static func explaining<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let refusal as AccountRefusal {
            throw CommandFailure(refusal.description)
        } catch let refusal as MFARefusal {
            throw CommandFailure(refusal.description)
        } catch let refusal as MailRefusal {
            throw CommandFailure(refusal.description)
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        }
    }
}
