import Glibc

/// What the command line asks for.
struct Options {
    static let usage = """
        Usage: Benchmarks [--json] [--peers]
          --json     print one JSON object instead of a table
          --peers    measure moto_server too, where it is installed (about 15 s more)

        Measures .build/release/gatehouse, which must be built: `make bench` sees to both.
        """

    var json = false
    var peers = false
    /// The program that is measured: the one beside this.
    let gatehouse: String

    /// - Throws: ``BenchmarkFailure`` that says what is wrong.
    init(_ arguments: some Sequence<String>) throws {
        for argument in arguments {
            switch argument {
            case "--json": json = true
            case "--peers": peers = true
            default: throw BenchmarkFailure("`\(argument)` is not an option\n\(Self.usage)")
            }
        }
        guard let own = realpath("/proc/self/exe", nil) else {
            throw BenchmarkFailure("cannot tell where this program is")
        }
        defer { free(own) }
        let directory = String(cString: own).split(separator: "/").dropLast()
        gatehouse = "/" + directory.joined(separator: "/") + "/gatehouse"
        guard access(gatehouse, X_OK) == 0 else {
            throw BenchmarkFailure("there is no `\(gatehouse)`; `make build` makes it")
        }
    }
}
