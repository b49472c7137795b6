import ArgumentParser
import Foundation
import Operations
import Store

/// `gatehouse mfa …`: MFA devices that come from outside.
struct MFACommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mfa",
        abstract: "Bring in hardware tokens.",
        subcommands: [Import.self])
}

extension MFACommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give an account the hardware tokens of a vendor's file.",
            discussion: """
                Each line of the file is `serial,seed`, with the seed in hexadecimal or Base32. \
                Headings, empty lines and lines that begin with `#` are left out. Either all \
                tokens are imported or none. They are assigned in the console, or by \
                `aws iam enable-mfa-device` with the serial number. Delete the file afterwards: \
                whoever reads it can make the tokens' codes.
                """)

        @Argument(help: "The account's ID, or the root user's e-mail address.")
        var account: String

        @Argument(help: "The file.")
        var file: String

        @Flag(help: "Replace the seeds of tokens that the account has and nobody uses.")
        var replace = false

        @OptionGroup var options: DataOptions

        func run() async throws {
            let tokens = try explaining { try TokenFile.tokens(in: try text()) }
            let tools = OperatorTools(try await options.open())
            let found = try await AccountCommand.account(account, tools)
            let imported: OperatorTools.Imported
            do {
                imported = try await AccountCommand.explaining {
                    try await tools.importTokens(tokens, into: found.id, replacing: replace)
                }
            } catch let refusal as TokenRefusal {
                throw failure(refusal)
            }
            let (added, replaced) = (imported.added, imported.replaced)
            Output.print(
                options.json
                    ? #"{"accountId":"\#(found.id)","imported":\#(added),"replaced":\#(replaced)}"#
                    : "imported \(added) and replaced \(replaced) tokens of \(found.id)")
        }

        private func explaining<Value>(_ body: () throws -> Value) throws -> Value {
            do {
                return try body()
            } catch let refusal as TokenRefusal {
                throw failure(refusal)
            }
        }

        private func failure(_ refusal: TokenRefusal) -> CommandFailure {
            let place = refusal.line.map { "\(file):\($0)" } ?? file
            return CommandFailure("\(place): \(refusal)")
        }

        private func text() throws -> String {
            guard let handle = FileHandle(forReadingAtPath: file),
                let data = try? handle.read(upToCount: TokenFile.largest + 1) ?? Data()
            else { throw CommandFailure("`\(file)` cannot be read") }
            guard data.count <= TokenFile.largest else {
                throw CommandFailure("`\(file)` has more than \(TokenFile.largest) bytes; split it")
            }
            guard let text = String(validating: data, as: UTF8.self) else {
                throw CommandFailure("`\(file)` is not UTF-8")
            }
            return text
        }
    }
}
