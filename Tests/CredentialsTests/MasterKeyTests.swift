import Foundation
import IAMIdentifiers
import Testing

@testable import Credentials

@Suite final class MasterKeyTests {
    let directory = FileManager.default.temporaryDirectory
        .appending(path: "gatehouse-\(UUID().uuidString)").path
    var path: String { directory + "/" + MasterKey.fileName }
    let dataKey = DataKey.random()

    init() throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    @Test func aDataKeyOpensUnderTheKeyAndIDThatSealedIt() throws {
        let master = MasterKey.random()
        let sealed = try master.seal(dataKey)
        #expect(try master.open(sealed, id: dataKey.id).key == dataKey.key)
        #expect(throws: SealingError.notAuthentic) { try master.open(sealed, id: "other") }
        #expect(throws: SealingError.notAuthentic) {
            try MasterKey.random().open(sealed, id: dataKey.id)
        }
    }

    @Test func anAlteredByteOfADataKeyIsRefused() throws {
        let master = MasterKey.random()
        let sealed = try master.seal(dataKey)
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 1
            #expect(throws: SealingError.self) { try master.open(altered, id: dataKey.id) }
        }
        #expect(throws: SealingError.malformed) { try master.open([], id: dataKey.id) }
    }

    @Test func aNewMasterKeyOpensWhatTheOldOneSealed() throws {
        let (old, new) = (MasterKey.random(), MasterKey.random())
        let value = try Sealer(current: dataKey).seal(Secret("s3cret"), for: "row")

        let resealed = try old.reseal(old.seal(dataKey), id: dataKey.id, with: new)
        let opened = try new.open(resealed, id: dataKey.id)
        #expect(try Sealer(current: opened).openSecret(value, for: "row") == Secret("s3cret"))
        #expect(throws: SealingError.notAuthentic) { try old.open(resealed, id: dataKey.id) }
    }

    @Test func theFileIsMadeOnceForTheOwnerAlone() throws {
        let made = try MasterKey.load(from: path, mayCreate: true)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["master.key"])

        let sealed = try made.seal(dataKey)
        let read = try MasterKey.load(from: path, mayCreate: false)
        #expect(try read.open(sealed, id: dataKey.id).key == dataKey.key)
    }

    @Test func aMissingFileIsRefusedOnceThereAreSecrets() {
        #expect(throws: MasterKeyError.missing(path: path)) {
            try MasterKey.load(from: path, mayCreate: false)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o602, 0o660])
    func aFileOpenToOthersIsRefused(_ mode: Int) throws {
        try MasterKey.random().write(to: path)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        #expect(throws: MasterKeyError.exposed(path: path, mode: mode)) {
            try MasterKey.load(from: path, mayCreate: true)
        }
    }

    @Test(arguments: ["", "\n", "short", String(repeating: "A", count: 100)])
    func aFileThatIsNoKeyIsRefusedAndKept(_ text: String) throws {
        let made = FileManager.default.createFile(
            atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        #expect(made)
        #expect(throws: MasterKeyError.malformed(path: path)) {
            try MasterKey.load(from: path, mayCreate: true)
        }
        #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
    }

    @Test func anExistingFileIsNeverReplaced() throws {
        try MasterKey.random().write(to: path)
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: MasterKeyError.self) { try MasterKey.random().write(to: path) }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test func aDirectoryThatIsMissingIsAnError() {
        #expect(throws: MasterKeyError.self) {
            try MasterKey.load(from: directory + "/none/master.key", mayCreate: true)
        }
    }
}
