import Credentials
import Workers

extension Services {
    /// How much waits in each line, by the line's name.
    package var queues: [(name: String, length: Int)] {
        [
            ("audit.records", afterwards.waitingCount),
            ("computations", computations.waitingCount),
            ("password.hashes", passwords.waitingCount),
            ("requests.signed", turns.waitingCount),
            ("requests.unsigned", strangers.waitingCount + strangersWork.waitingCount),
        ]
    }
}
