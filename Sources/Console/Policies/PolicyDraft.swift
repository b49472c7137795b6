/// A policy document being written, with what is wrong with it and where.
struct PolicyDraft: Sendable, Equatable {
    var document: String
    /// The sentence that refused it; nil while nothing is known to be wrong.
    var error: String?
    /// The line of the error, counted from 1.
    var line: Int?

    init(document: String, error: String? = nil, line: Int? = nil) {
        self.document = document
        self.error = error
        self.line = line
    }

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

    /// The box to write in and, after an error, the document with its line marked.
    func editor(_ page: PageContext) -> HTML {
        let message: HTML =
            error.map { error in
                let place = line.map { page[.atLine($0)] + " " } ?? ""
                return """
                    <p class="error" id="field-document-error">\(place)\(error)</p>
                    \(CodeView.render(document, page, wrongLine: line))
                    """
            } ?? ""
        return """
            <div class="field"><label for="field-document">\(page[.policyDocumentJSON])</label>
            \(message)
            <textarea id="field-document" name="document" rows="18" spellcheck="false" \
            autocapitalize="off" autocomplete="off"\
            \(" aria-invalid=\"true\" aria-describedby=\"field-document-error\"", if: error != nil)>
            \(document)</textarea></div>
            """
    }
}
