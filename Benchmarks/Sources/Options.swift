import Glibc

/// What the command line asks for.
struct Options {
    static let usage = """
        Usage: Benchmarks [--json] [--python FILE [--peers]]
          --json           print one JSON object instead of a table
          --python FILE    a Python that has what Benchmarks/Peers/requirements.txt names: moto and
                           Cedar are asked the same questions
          --peers          measure moto_server too (about 15 s more)
          --decisions N    decide N times over 10 statements and do nothing else, for a program
                           that counts instructions
          --signatures N   verify a signature N times, likewise

        Measures .build/release/gatehouse, which must be built: `make bench` sees to both.
        """

    var json = false
    var peers = false
    /// A Python that can import the peers; nil for none.
    var python: String?
    /// One piece of work, to be done so many times.
    enum Repeated {
        case decision(Int)
        case signature(Int)
    }

    /// What to do instead of all measurements; nil for the measurements.
    var repeated: Repeated?
    /// The program that is measured: the one beside this.
    let gatehouse: String

    /// - Throws: ``BenchmarkFailure`` that says what is wrong.
    init(_ arguments: some Sequence<String>) throws {
        var rest = arguments.makeIterator()
        while let argument = rest.next() {
            switch argument {
            case "--json": json = true
            case "--peers": peers = true
            case "--python":
                python = rest.next()
                guard python != nil else {
                    throw BenchmarkFailure("--python needs a file\n\(Self.usage)")
                }
            case "--decisions", "--signatures":
                guard let times = rest.next().flatMap({ Int($0) }), times >= 0 else {
                    throw BenchmarkFailure("\(argument) needs a number\n\(Self.usage)")
                }
                repeated = argument == "--decisions" ? .decision(times) : .signature(times)
            default: throw BenchmarkFailure("`\(argument)` is not an option\n\(Self.usage)")
            }
        }
        guard python != nil || !peers else {
            throw BenchmarkFailure("--peers needs --python too\n\(Self.usage)")
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
