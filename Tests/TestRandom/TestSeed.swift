import Foundation

/// The one seed from which all random tests take their numbers.
///
/// It is 1 unless the environment variable `GATEHOUSE_TEST_SEED` names another, so that `make test`
/// does the same each time. `make fuzz-tests` runs the random tests with new seeds, and says which.
package enum TestSeed {
    package static let variable = "GATEHOUSE_TEST_SEED"

    /// What repeats a run, for the messages of tests that fail.
    package static var hint: String { "\(variable)=\(value)" }

    /// The seed of this run. It is printed once.
    private static let value: UInt64 = {
        let text = ProcessInfo.processInfo.environment[variable] ?? "1"
        guard let seed = UInt64(text) else {
            fatalError("\(variable) is `\(text)`; give a number from 0 to 2^64 - 1")
        }
        print("The random tests have the seed \(seed); \(variable)=\(seed) repeats them.")
        return seed
    }()

    /// The random numbers of one test: the same in each run with one seed, and others than those
    /// of other tests.
    /// - Parameter test: its name, and that of the case if it has several.
    package static func generator(_ test: String = #function) -> SeededGenerator {
        SeededGenerator(seed: seed(of: test))
    }

    /// The seed of one test, for what makes its own generators.
    package static func seed(of test: String = #function) -> UInt64 {
        // FNV-1a, so that tests of one seed do not have the same numbers.
        test.utf8.reduce(0xcbf2_9ce4_8422_2325 ^ value) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
    }
}
