/// A policy document being written, with what is wrong with it and where, and what else was found.
struct PolicyDraft: Sendable, Equatable {
    var document: String
    /// The sentence that refused it; nil while nothing is known to be wrong.
    var error: String?
    /// The line of the error, counted from 1.
    var line: Int?
    /// What the validation found; nil while it was not asked.
    var findings: [ValidationFinding]?
    /// The sentence with which it refused to tell.
    var unchecked: String?

    init(document: String, error: String? = nil, line: Int? = nil) {
        self.document = document
        self.error = error
        self.line = line
    }

    /// What the editor's buttons say: to check the document, or, without it, to save.
    static let checking = (name: "go", value: "check")

    /// Where a new policy begins: nothing is allowed until something is written.
    static let template = PolicyDraft(
        document: """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [],
                  "Resource": "*"
                }
              ]
            }
            """)

    /// The box to write in; after an error the document with its line marked, and what was found
    /// when it was checked.
    func editor(_ page: PageContext) -> HTML {
        let message: HTML =
            error.map { error in
                let place = line.map { page[.atLine($0)] + " " } ?? ""
                let marks = line.map { [CodeView.Mark(lines: $0...$0, tone: .danger)] } ?? []
                return """
                    <p class="error" id="field-document-error">\(place)\(error)</p>
                    \(findings == nil ? CodeView.render(document, page, marks: marks) : "")
                    """
            } ?? ""
        return """
            <div class="field"><label for="field-document">\(page[.policyDocumentJSON])</label>
            \(message)
            \(findings.map { ValidationFinding.render($0, in: document, page) })
            \(unchecked.map { page.message(.warning, page[.notChecked], "<p>\($0)</p>") })
            <textarea id="field-document" name="document" rows="18" spellcheck="false" \
            autocapitalize="off" autocomplete="off"\
            \(" aria-invalid=\"true\" aria-describedby=\"field-document-error\"", if: error != nil)>
            \(document)</textarea></div>
            """
    }

    /// The button that has the document checked and saves nothing.
    func checkButton(_ page: PageContext) -> HTML {
        page.button(.checkPolicy, name: Self.checking.name, value: Self.checking.value)
    }
}
