import IAMIdentifiers
import Testing

@Suite struct ParentDirectoryTests {
    @Test(
        "the directory that a path is in",
        arguments: [
            ("d", "."), ("data", "."), ("data/", "."), ("./d", "."), ("a/b", "a"),
            ("a/b/", "a"), ("a//b", "a"), ("a/b/c", "a/b"), ("/d", "/"), ("//d/", "/"),
            ("/var/lib", "/var"), ("/", "/"), ("//", "/"), ("", "."), (".", "."), ("é/x", "é"),
        ])
    func parent(_ path: String, _ parent: String) {
        #expect(path.parentDirectory == parent)
    }
}
