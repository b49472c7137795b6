import CClock
import Credentials
import Glibc
import IAMIdentifiers
import Server

/// Looks at the machine: the data directory and its files, the disk, the clock, limits.
struct MachineDoctor {
    private let path: String
    /// Whether the data is in the directory, and not in a database on a server.
    private let holdsData: Bool

    init(_ configuration: Configuration) {
        path = configuration.data
        holdsData = configuration.database == nil
    }

    func findings() -> [Finding] {
        directory() + disk() + [clock(), files(), memory()]
    }

    // MARK: The data directory

    private func directory() -> [Finding] {
        let check = "data directory"
        guard let mode = FileMode(path), mode.isDirectory else {
            let text = "there is no directory `\(path)`"
            return [
                holdsData
                    ? .failure(
                        check, text,
                        do: "name the data directory with --data DIR, or start the server once")
                    : .good(check, "\(text), and none is needed")
            ]
        }
        var findings: [Finding] = []
        if mode.owner != geteuid(), geteuid() != 0 {
            findings.append(
                .failure(
                    check, "`\(path)` belongs to another user",
                    do: "run the server and this command as its owner"))
        }
        let names = names()
        let exposed = ([path] + names.map { "\(path)/\($0)" }).filter {
            FileMode($0)?.isForOthers == true
        }
        for path in exposed.prefix(10) {
            findings.append(
                .failure(
                    check, "others than its owner may use `\(path)`",
                    do: "run `chmod go= \(path)`, and think of who could have read it"))
        }
        for name in names where name.ends(with: ".next") || name.ends(with: ".old") {
            findings.append(
                .warning(
                    check, "`\(path)/\(name)` is left of a change of the master key",
                    do: "once every server and backup has the new key, keep the old one offline "
                        + "and delete it here"))
        }
        guard findings.isEmpty else { return findings }
        return [.good(check, "`\(path)` is its owner's alone")]
    }

    private func names() -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.isExactly("."), !name.isExactly("..") { names.append(name) }
        }
        return names.sorted()
    }

    private func disk() -> [Finding] {
        guard holdsData, FileMode(path) != nil else { return [] }
        let check = "disk"
        var status = statvfs()
        guard statvfs(path, &status) == 0 else {
            return [
                .failure(
                    check, "it cannot be looked at: \(String(cString: strerror(errno)))",
                    do: "look whether it is mounted")
            ]
        }
        let mebibytes = Int(status.f_bavail) * Int(status.f_frsize) / (1 << 20)
        let advice = "make room: without any, requests that change something are refused"
        let text = "\(mebibytes) MiB are free where the data is"
        let inodes = status.f_files > 0 && status.f_favail < 100
        if mebibytes < 100 || inodes {
            return [.failure(check, inodes ? "no more files can be made" : text, do: advice)]
        }
        return [
            mebibytes < 1_024 ? .warning(check, text, do: advice) : .good(check, text)
        ]
    }

    // MARK: The system

    /// Source: adjtimex(2).
    private func clock() -> Finding {
        let check = "clock"
        var time = timex()
        guard adjtimex(&time) >= 0 else {
            return .warning(
                check, "whether it is right cannot be told", do: "run a time service on the host")
        }
        return time.status & STA_UNSYNC == 0
            ? .good(check, "it is kept right by a time service")
            : .warning(
                check,
                "no time service keeps it right; signatures fail if it is five minutes wrong",
                do: "run systemd-timesyncd or chrony on the machine or its host")
    }

    private func files() -> Finding {
        let check = "open files"
        let limit = OpenFiles.raiseLimit()
        return limit < 1_024
            ? .warning(
                check, "\(limit) may be open, of which each connection is one",
                do: "raise LimitNOFILE of the unit, or `ulimit -n`")
            : .good(check, "\(limit) may be open")
    }

    private func memory() -> Finding {
        let check = "locked memory"
        return SecretMemory.shared.isLocked
            ? .good(check, "secrets are not swapped out")
            : .warning(
                check, "secrets may be swapped out",
                do: "raise LimitMEMLOCK of the unit to 256K, or `ulimit -l 256`")
    }
}
