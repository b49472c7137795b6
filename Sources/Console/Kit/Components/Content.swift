import IAMIdentifiers
import Operations

/// What is read rather than pressed.
extension PageContext {
    /// A message that stands in the page.
    func message(_ kind: Tone, _ title: String, _ content: HTML = "") -> HTML {
        """
        <div class="message \(kind.rawValue)" role="\(kind == .danger ? "alert" : "status")">
        <strong>\(title)</strong>\(content)</div>
        """
    }

    func badge(_ text: String, _ tone: Tone = .neutral) -> HTML {
        "<span class=\"badge \(tone.rawValue)\">\(text)</span>"
    }

    func card(_ title: String, actions: HTML = "", _ content: HTML) -> HTML {
        """
        <section class="card"><div class="stack"><div class="card-title"><h2>\(title)</h2>
        <div class="actions">\(actions)</div></div>
        \(content)</div></section>
        """
    }

    /// Names and values, as of one thing.
    func facts(_ rows: [(Phrase, HTML)]) -> HTML {
        let pairs = rows.map { name, value in
            let isLong = name == .arn || name == .signInAddress
            return """
                <div\(" class=\"wide\"", if: isLong)><dt>\(self[name])</dt><dd>\(value)</dd></div>
                """ as HTML
        }
        return "<dl class=\"facts-list\">\(pairs)</dl>"
    }

    /// An identifier, whole and copyable. A long one breaks where its parts end.
    func identifier(_ text: String) -> HTML {
        var pieces: [HTML] = []
        for part in text.parts(at: ":") {
            if !pieces.isEmpty { pieces.append(":<wbr>") }
            for (index, piece) in part.parts(at: "/").enumerated() {
                pieces.append(index == 0 ? "\(piece)" : "/<wbr>\(piece)")
            }
        }
        return "<span class=\"copyable\"><code>\(pieces)</code>\(copyButton(text))</span>"
    }

    /// A cell of a table's row. On a phone, where the row is a card, it says which column it is of.
    func cell(_ column: Phrase, class style: String = "", _ content: HTML) -> HTML {
        let classes: HTML = style.isEmpty ? "" : " class=\"\(style)\""
        return "<td\(classes) data-label=\"\(self[column])\"><div>\(content)</div></td>"
    }

    /// A table in a frame, whose rows are cards on a phone.
    /// - Parameter columns: the headings; an empty one is a column of controls.
    func table(_ caption: String, columns: [Phrase?], rows: [HTML]) -> HTML {
        let head = columns.map { column -> HTML in
            column.map(heading)
                ?? "<td><span class=\"visually-hidden\">\(self[.actions])</span></td>"
        }
        return table(caption, head: head, rows: rows)
    }

    /// - Parameter head: the cells above the columns.
    func table(_ caption: String, head: [HTML], rows: [HTML]) -> HTML {
        """
        <div class="scroll stacks" tabindex="0" role="region" aria-label="\(caption)"><table>
        <caption class="visually-hidden">\(caption)</caption>
        <thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table></div>
        """
    }

    func heading(_ column: Phrase) -> HTML { "<th scope=\"col\">\(self[column])</th>" }

    /// A heading that sorts a list by its column; pressed again, the other way round.
    /// - Parameter sort: the column's name in the query; empty for the one that sorts at first.
    func heading(
        _ column: Phrase, sorting query: ListQuery, by sort: String = "",
        at target: (ListQuery) -> any ConsolePage
    ) -> HTML {
        let order: HTML =
            query.isSorted(by: sort)
            ? " aria-sort=\"\(query.isDescending ? "descending" : "ascending")\"" : ""
        return """
            <th scope="col"\(order)><a href="\(target(query.sorted(by: sort)))">\
            \(self[column])</a></th>
            """
    }

    /// The ways to sort a list on a phone, where there are no headings above its rows.
    /// - Parameter orders: each with its name in the query.
    func sorts(
        _ orders: [(Phrase, String)], of query: ListQuery,
        at target: (ListQuery) -> any ConsolePage
    ) -> HTML {
        let links = orders.map { label, order in
            let mark = query.isSorted(by: order) ? (query.isDescending ? " ↓" : " ↑") : ""
            return """
                <li><a href="\(target(query.sorted(by: order)))">\(self[label])\(mark)</a></li>
                """ as HTML
        }
        return """
            <nav class="sorts" aria-label="\(self[.sortBy])"><ul class="chips">\(links)</ul></nav>
            """
    }

    /// What a list says when it has nothing, and what to do first.
    func empty(_ text: Phrase, _ action: HTML = "") -> HTML {
        "<div class=\"scroll\"><div class=\"empty\"><p>\(self[text])</p>\(action)</div></div>"
    }

    /// "1–50 of 1,485" and the ways to the neighbouring pages.
    func pages<Row>(of list: ListPage<Row>, at target: (ListQuery) -> any ConsolePage) -> HTML {
        let count = Phrase.range(list.first, list.last, of: list.total, in: language)
        let back: HTML =
            list.query.page > 1
            ? linkButton(.previous, .small, to: target(list.query.at(page: list.query.page - 1)))
            : ""
        let next: HTML =
            list.isLastPage
            ? ""
            : linkButton(.nextPage, .small, to: target(list.query.at(page: list.query.page + 1)))
        return """
            <div class="table-foot"><span>\(self[count])</span>\
            <nav class="pages" aria-label="\(self[.pages])">\(back)\(next)</nav></div>
            """
    }

    /// The parts of a thing's page, as links.
    func tabs(_ tabs: [(Phrase, any ConsolePage)], current: any ConsolePage) -> HTML {
        let links = tabs.map { label, target in
            """
            <li><a href="\(target)"\(" aria-current=\"page\"", if: target.href == current.href)>\
            \(self[label])</a></li>
            """ as HTML
        }
        return "<nav class=\"tabs\" aria-label=\"\(self[.sections])\"><ul>\(links)</ul></nav>"
    }

    /// A moment with its zone, and how long ago it was.
    func moment(_ moment: Timestamp?) -> HTML {
        guard let moment else { return "<span class=\"quiet\">\(self[.never])</span>" }
        let text = moment.iso8601
        let shown = text.prefix(16).replacing("T", with: " ") + " UTC"
        return """
            <time datetime="\(text)" class="no-break">\(String(shown))</time> \
            <span class="quiet small">(\(self[.ago(now - moment)]))</span>
            """
    }
}

/// What a message or badge means; the value is its class.
enum Tone: String {
    case neutral = ""
    case note, good, warning, danger
}
