import IAMIdentifiers
import Store
import Testing

@Suite struct SQLTests {
    @Test func valuesAreBoundInTheirOrder() {
        let sql: SQL = "SELECT \("a") FROM t WHERE x = \(1) AND y = \(nil as Int?) AND z = \(true)"
        #expect(sql.text == "SELECT ? FROM t WHERE x = ? AND y = ? AND z = ?")
        #expect(sql.values == [.text("a"), .integer(1), .null, .integer(1)])
    }

    @Test func fragmentsKeepTheirValues() {
        let filter: SQL = "x = \(1)"
        let sql: SQL = "SELECT \(0) WHERE " + filter + " OR \(filter)" + " LIMIT \(9)"
        #expect(sql.text == "SELECT ? WHERE x = ? OR x = ? LIMIT ?")
        #expect(sql.values == [.integer(0), .integer(1), .integer(1), .integer(9)])
    }

    @Test func aListHasAPlaceForEachElement() {
        let sql: SQL = "x IN \(SQL.list(["a", "b"]))"
        #expect(sql.text == "x IN (?, ?)")
        #expect(sql.values == [.text("a"), .text("b")])
        #expect(SQL.list([Int]()).text == "(NULL)")
    }

    @Test("lists of a page make few statements")
    func listsMakeFewStatements() {
        func list(_ count: Int) -> SQL { SQL.list((1...count).map { $0 as any SQLBindable }) }
        #expect(Set((1...1_001).map { list($0).text }).count == 11)
        let five: [SQLValue] = [1, 2, 3, 4, 5, 5, 5, 5].map { .integer($0) }
        #expect(list(5).values == five)
        #expect(list(1_025).values.count == 1_025)
    }

    @Test func aMigrationsDigestIsOfItsText() {
        func digest(_ statements: [String]) -> Int64 {
            Migration(number: 1, name: "", statements: statements).digest
        }
        // FNV-1a's offset basis, and RFC 9923's value for "foobar".
        #expect(digest([]) == Int64(bitPattern: 0xcbf2_9ce4_8422_2325))
        #expect(digest(["foobar"]) == Int64(bitPattern: 0x8594_4171_f739_67e8))
        #expect(digest(["a", "b"]) != digest(["b", "a"]))
    }

    @Test func theMigrationsAreNumberedFromOneWithoutGaps() {
        #expect(Migrations.all.map(\.number) == Array(1...Migrations.all.count))
    }
}
