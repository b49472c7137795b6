import Glibc

/// What the command line asks for.
struct Options {
    static let usage = """
        Usage: Benchmarks [--json] [--python FILE] [--debian DIRECTORY] [--write DIRECTORY]
          --json              print one JSON object instead of a table
          --python FILE       a Python that has what Benchmarks/Peers/requirements.txt names: moto
                              and Cedar are measured too
          --debian DIRECTORY  what Tools/unpack-packages made of nginx, postgresql-15 and slapd,
                              which are measured too
          --write DIRECTORY   write the table of the READMEs there
          --decisions N       decide N times over 10 statements and do nothing else, for a program
                              that counts instructions
          --signatures N      verify a signature N times, likewise

        Measures the gatehouse beside it, which must be built: `make bench` sees to all of this.
        """

    var json = false
    /// A Python that can import the peers; nil for none.
    var python: String?
    /// Where the packages are; nil for none.
    var debian: String?
    /// Where the READMEs are; nil to leave them.
    var readmes: String?
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
        func value(of option: String) throws -> String {
            guard let value = rest.next() else {
                throw BenchmarkFailure("\(option) needs a value\n\(Self.usage)")
            }
            return value
        }
        while let argument = rest.next() {
            switch argument {
            case "--json": json = true
            case "--python": python = try value(of: argument)
            case "--debian": debian = try value(of: argument)
            case "--write": readmes = try value(of: argument)
            case "--decisions", "--signatures":
                guard let times = Int(try value(of: argument)), times >= 0 else {
                    throw BenchmarkFailure("\(argument) needs a number\n\(Self.usage)")
                }
                repeated = argument == "--decisions" ? .decision(times) : .signature(times)
            default: throw BenchmarkFailure("`\(argument)` is not an option\n\(Self.usage)")
            }
        }
        guard readmes == nil || (python != nil && debian != nil) else {
            throw BenchmarkFailure("--write needs --python and --debian\n\(Self.usage)")
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
