import ArgumentParser
import Credentials
import IAMIdentifiers
import Operations

/// `gatehouse keys …`: the keys that seal secrets, and those of backups.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Make keys, and replace those that seal secrets.",
        subcommands: [BackupKeyPair.self, List.self, Rotate.self, Reseal.self, RotateMaster.self])

    struct BackupKeyPair: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backup",
            abstract: "Make a key pair for backups, and print its public half.",
            discussion: """
                Keep the file away from the server's machine: whoever has it can read the \
                backups, and nobody without it.
                """)

        @Argument(help: "A new file for the private half.")
        var file: String

        func run() throws {
            let key = BackupKey.random()
            try BackupKeyFile.write(key, to: file)
            Output.print(key.publicText)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the data keys, the newest first, and how many values each sealed.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            let services = try await options.open()
            try await AccountCommand.explaining {
                let keys = try await DataKeys(services.database).list(at: services.now())
                for key in keys { Output.print(options.json ? key.json : key.line) }
            }
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a data key, which seals what is written from then on.",
            discussion: """
                It seals in a minute, when all servers know it; they go on running. What older \
                keys sealed opens as before, and is sealed anew by `gatehouse keys reseal`.
                """)

        @OptionGroup var options: DataOptions

        func run() async throws {
            let services = try await options.open()
            let source = try MasterKeySource(directory: options.data)
            try await AccountCommand.explaining {
                let key = try await DataKeys(services.database).rotate(
                    under: try source.read(), at: services.now())
                Output.print(options.json ? key.json : key.line)
            }
        }
    }

    struct Reseal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Seal anew what older data keys sealed.",
            discussion: """
                Servers go on running. Older keys stay: they prove the audit records of their \
                time, and open backups. The command ends with status 1 if a value does not open.
                """)

        @OptionGroup var options: DataOptions

        func run() async throws {
            let services = try await options.open()
            let result = try await AccountCommand.explaining {
                try await Resealing(services.database, services.sealer).run()
            }
            if options.json {
                var object = JSONObject()
                object.json("resealed", String(result.resealed))
                object.json("current", String(result.current))
                object.json("damaged", String(result.damaged.count))
                Output.print(object.text)
            } else {
                Output.print(
                    "\(result.resealed) values sealed anew; \(result.current) were already")
            }
            guard let first = result.damaged.first else { return }
            throw CommandFailure(
                "\(result.damaged.count) values do not open, the first in `\(first)`: they were "
                    + "changed, or their data key is gone")
        }
    }

    struct RotateMaster: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replace the master key, and seal the data keys under the new one.",
            discussion: """
                The new key takes the place of the file master.key, and the old one stays beside \
                it as master.key.old: backups of before need it. Keep it with them. Servers go on \
                running. Other servers of the same database need the new file before they start \
                again.

                Where the master key comes from a command, --new-key names a file with the new \
                one, which is made if it is not there. Have the command print it from then on.
                """)

        @Option(help: "A file for the new key, which then is put in place by hand.")
        var newKey: String?

        @OptionGroup var options: DataOptions

        func run() async throws {
            let services = try await options.open()
            let source = try MasterKeySource(directory: options.data)
            let keys = DataKeys(services.database)
            let count = try await AccountCommand.explaining {
                do {
                    guard let newKey else {
                        return try await source.rotate {
                            try await keys.changeMasterKey(from: $0, to: $1)
                        }
                    }
                    return try await keys.changeMasterKey(
                        from: source.read(), to: try MasterKey.load(from: newKey, mayCreate: true))
                } catch let error as MasterKeyError {
                    throw CommandFailure(error.description)
                } catch is SealingError {
                    throw CommandFailure("the keys were changed meanwhile; run the command again")
                }
            }
            Output.print(
                "\(count) data keys are sealed under the new master key"
                    + (newKey.map { "; put `\($0)` in place before a server starts again" } ?? ""))
        }
    }
}

extension DataKeys.Listed {
    fileprivate var line: String {
        "\(id)  \(isCurrent ? "seals now, since" : "of") \(sealsFrom.iso8601)  \(values) values"
    }

    fileprivate var json: String {
        var object = JSONObject()
        object.string("keyId", id)
        object.string("sealsFrom", sealsFrom.iso8601)
        object.json("isCurrent", isCurrent ? "true" : "false")
        object.json("values", String(values))
        return object.text
    }
}
