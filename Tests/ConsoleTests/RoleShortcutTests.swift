import Testing

@testable import Console

/// The roles that a browser remembers.
@Suite struct RoleShortcutTests {
    private static func shortcut(_ number: Int, named name: String = "") -> RoleShortcut {
        RoleShortcut(account: "123456789012", role: "role-\(number)", displayName: name)
    }

    @Test("what is written is read back")
    func readsBack() {
        let list = RoleShortcuts()
            .adding(
                .init(account: "example", role: "team/audit", displayName: "밤 감사", colour: .red)
            )
            .adding(Self.shortcut(2))
        #expect(RoleShortcuts(list.text) == list)
    }

    @Test("five are kept, the latest first, and each once")
    func keepsFive() {
        var list = RoleShortcuts()
        for number in [1, 2, 3, 4, 5, 6, 4] { list = list.adding(Self.shortcut(number)) }
        #expect(list.list.map(\.role) == ["role-4", "role-6", "role-5", "role-3", "role-2"])
        list = list.adding(Self.shortcut(6, named: "Another name"))
        #expect(list.list.first?.displayName == "Another name")
        #expect(list.list.count == 5)
    }

    @Test("a list never outgrows its cookie")
    func fits() {
        var list = RoleShortcuts()
        for number in 0..<5 {
            list = list.adding(
                .init(
                    account: String(repeating: "a", count: 63),
                    role: String(repeating: "r", count: 575) + "\(number)",
                    displayName: String(repeating: "한", count: 21)))
        }
        #expect(list.text.utf8.count <= 1_000)
        #expect(list.list.first?.role.last == "4")
    }

    @Test(
        "what was not written here is left out",
        arguments: ["", "\n", "a\tb\tc", "\t\t\t", "a\t\tx\tred", "\ta\tx\tred"])
    func leavesOut(_ text: String) {
        #expect(RoleShortcuts(text).list.isEmpty)
    }

    @Test("a colour that there is not is none")
    func unknownColour() {
        #expect(RoleShortcuts("a\tb\tc\tpurple").list.first?.colour == nil)
    }
}
