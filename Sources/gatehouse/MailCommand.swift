import ArgumentParser
import IAMIdentifiers
import Operations
import Store

/// `gatehouse mail …`: messages that were not delivered yet.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "List mail that was not delivered, and try it again.",
        subcommands: [List.self, Retry.self])
}

extension MailCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List messages that wait to be sent or were given up, the oldest first.",
            discussion: """
                Messages that were delivered are not kept. What a message says is sealed and not \
                shown. The number before the hyphen of an ID is the account's.
                """)

        @Flag(help: "List only messages that were given up.")
        var failed = false

        @OptionGroup var options: DataOptions

        func run() async throws {
            let tools = OperatorTools(try await options.open())
            let mail = try await AccountCommand.explaining {
                try await tools.queuedMail(failedOnly: failed)
            }
            guard options.json else {
                for message in mail { Output.print(Self.text(message)) }
                return
            }
            Output.print("[\(mail.map(Self.json).joined(separator: ","))]")
        }

        private static func text(_ mail: QueuedMail) -> String {
            let progress = mail.progress
            let state: String
            if let failedAt = progress.failedAt {
                state = "given up \(failedAt.iso8601)"
            } else if progress.isClaimed {
                state = "being sent"
            } else {
                state = "next try \(progress.nextAttemptAt?.iso8601 ?? "never")"
            }
            let tries = progress.attempts == 1 ? "1 try" : "\(progress.attempts) tries"
            let line = "\(MailID(mail))  \(mail.recipient)  \(mail.subject)  \(tries), \(state)"
            return progress.lastError.map { "\(line)\n    \($0)" } ?? line
        }

        private static func json(_ mail: QueuedMail) -> String {
            let progress = mail.progress
            var object = JSONObject()
            object.string("id", MailID(mail).description)
            object.string("accountId", mail.account.description)
            object.string("to", mail.recipient)
            object.string("subject", mail.subject)
            object.string("createdAt", mail.createdAt.iso8601)
            object.json("attempts", "\(progress.attempts)")
            object.json("isBeingSent", "\(progress.isClaimed)")
            object.string("nextAttemptAt", progress.nextAttemptAt?.iso8601)
            object.string("uselessAfter", progress.uselessAfter?.iso8601)
            object.string("failedAt", progress.failedAt?.iso8601)
            object.string("lastError", progress.lastError)
            return object.text
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try messages at once, whether they wait or were given up.",
            discussion: """
                A running server tries them within seconds, another when it starts. A message \
                whose link has ended is not sent any more.
                """)

        @Argument(help: "The message, as `gatehouse mail list` names it.")
        var message: String?

        @Flag(help: "Try every message.")
        var all = false

        @OptionGroup var options: DataOptions

        func validate() throws {
            if all == (message != nil) {
                throw ValidationError("give the ID of a message or --all, and not both")
            }
        }

        func run() async throws {
            let tools = OperatorTools(try await options.open())
            let retried = try await AccountCommand.explaining {
                guard let message else { return try await tools.retryAllMail() }
                guard let id = MailID(message) else {
                    throw CommandFailure(
                        "`\(message)` is not the ID of a message; see `gatehouse mail list`")
                }
                try await tools.retryMail(id)
                return [id]
            }
            guard options.json else {
                for id in retried { Output.print("trying \(id)") }
                return
            }
            let quoted = retried.map { JSONText.quoted($0.description) }
            Output.print(#"{"retried":[\#(quoted.joined(separator: ","))]}"#)
        }
    }
}
