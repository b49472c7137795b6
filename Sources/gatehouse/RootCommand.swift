import ArgumentParser
import IAMIdentifiers
import Operations
import Store

/// `gatehouse root …`: what the operator can do for a root user who is locked out.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root",
        abstract: "Help a root user who is locked out.",
        subcommands: [ResetPassword.self, SetEmail.self, ListMFA.self, RemoveMFA.self])
}

extension RootCommand {
    struct ResetPassword: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a root user another password, read from standard input.",
            discussion: "The root user's sessions end; its access keys stay.")

        @Argument(help: "The account's ID, or the root user's e-mail address.")
        var account: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let tools = OperatorTools(try await options.open())
            let found = try await AccountCommand.account(account, tools)
            let password = try PasswordInput.read("New password of \(found.email)")
            try await AccountCommand.explaining {
                try await tools.resetRootPassword(of: found.id, to: password)
            }
            Output.print(
                options.json
                    ? #"{"accountId":"\#(found.id)"}"# : "changed the password of \(found.email)")
        }
    }

    struct SetEmail: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-email",
            abstract: "Give a root user another e-mail address.",
            discussion: """
                The root user signs in with it from now on, and its sessions end. Where the server \
                sends mail, root users change their address themselves, on the account page.
                """)

        @Argument(help: "The account's ID, or the root user's present e-mail address.")
        var account: String

        @Argument(help: "The new e-mail address.")
        var email: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let tools = OperatorTools(try await options.open())
            let found = try await AccountCommand.account(account, tools)
            try await AccountCommand.explaining {
                try await tools.setRootEmail(of: found.id, to: email)
            }
            Output.print(
                options.json
                    ? #"{"accountId":"\#(found.id)"}"#
                    : "the root user of \(found.id) signs in as \(email)")
        }
    }

    struct ListMFA: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list-mfa", abstract: "List the MFA devices of a root user.")

        @Argument(help: "The account's ID, or the root user's e-mail address.")
        var account: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let tools = OperatorTools(try await options.open())
            let devices = try await AccountCommand.explaining {
                try await tools.rootMFADevices(of: AccountCommand.account(account, tools).id)
            }
            guard options.json else {
                for device in devices {
                    let used = device.lastUsedAt.map { "last used \($0.iso8601)" } ?? "never used"
                    Output.print("\(device.serialNumber)  \(device.kind.rawValue)  \(used)")
                }
                return
            }
            Output.print("[\(devices.map(Self.json).joined(separator: ","))]")
        }

        private static func json(_ device: MFADevice) -> String {
            var object = JSONObject()
            object.string("serialNumber", device.serialNumber)
            object.string("kind", device.kind.rawValue)
            object.string("enabledAt", device.assignment?.enabledAt.iso8601)
            object.string("lastUsedAt", device.lastUsedAt?.iso8601)
            return object.text
        }
    }

    struct RemoveMFA: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove-mfa",
            abstract: "Remove lost MFA devices of a root user.",
            discussion: """
                Without --serial-number and --all the only device is removed. The root user's \
                sessions end. The next sign-in needs no second factor, and asks for a new device.
                """)

        @Argument(help: "The account's ID, or the root user's e-mail address.")
        var account: String

        @Option(help: "The device, as `gatehouse root list-mfa` names it.")
        var serialNumber: String?

        @Flag(help: "Remove every device.")
        var all = false

        @OptionGroup var options: DataOptions

        func validate() throws {
            if all, serialNumber != nil {
                throw ValidationError("give --serial-number or --all, and not both")
            }
        }

        func run() async throws {
            let tools = OperatorTools(try await options.open())
            let found = try await AccountCommand.account(account, tools)
            let which: OperatorTools.RootDevices =
                all ? .all : serialNumber.map { .one(serialNumber: $0) } ?? .only
            let removed = try await AccountCommand.explaining {
                try await tools.removeRootMFADevices(of: found.id, which)
            }
            guard options.json else {
                for serialNumber in removed { Output.print("removed \(serialNumber)") }
                return
            }
            let names = removed.map { JSONText.quoted($0) }.joined(separator: ",")
            Output.print(#"{"accountId":"\#(found.id)","removed":[\#(names)]}"#)
        }
    }
}
