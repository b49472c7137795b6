/// A policy document being written, with what is wrong with it and where, and what else was found.
struct PolicyDraft: Sendable {
    /// How it is written: as boxes, or as text.
    enum View: String, Sendable { case visual, json }

    var document: String
    /// The sentence that refused it; nil while nothing is known to be wrong.
    var error: String?
    /// The line of the error, counted from 1.
    var line: Int?
    /// What the validation found; nil while it was not asked.
    var findings: [ValidationFinding]?
    /// The sentence with which it refused to tell.
    var unchecked: String?
    var view = View.json
    /// The statement whose boxes are shown, counted from 0.
    var open: Int?
    /// The service whose actions are offered, as it was typed; nil for that of the statement.
    var service: String?
    /// What the boxes of the open statement say while that cannot be written into the document;
    /// nil when the document says the same. See ``VisualStatement/faults``.
    var unfinished: VisualStatement?
    /// Whether the boxes say what is missing: it was asked to leave them, or to save.
    var showsFaults = false
    /// Whether a step was not taken, because the open statement is not finished.
    var isStepRefused = false
    /// What the editor was drawn from; nil for a policy that is new.
    var origin: PolicyOrigin?
    /// What the policy says since somebody else changed it.
    var newer: NewerPolicy?
    /// Whether the form had more than ``FormFields/longest``.
    var isTooLong = false
    /// The sentence with which saving was refused to who may not.
    var denial: String?
    /// Whether boxes were asked for, of a document that has no statements to show.
    var isNotVisual = false

    init(document: String, error: String? = nil, line: Int? = nil) {
        self.document = document
        self.error = error
        self.line = line
    }

    /// Where a new policy begins: nothing is allowed until something is written.
    static let template = {
        var draft = PolicyDraft(
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
        draft.view = .visual
        draft.open = 0
        return draft
    }()

    /// The editor: the ways to write, the boxes or the text, and below them what was found.
    /// - Parameter offersVisual: whether boxes are offered beside the text; they are for policies
    ///   of identities.
    func editor(_ page: PageContext, offersVisual: Bool = true) -> HTML {
        let policy = offersVisual && view == .visual ? VisualPolicy(document) : nil
        let message: HTML =
            error.map { error in
                let place = line.map { page[.atLine($0)] + " " } ?? ""
                return """
                    <p class="error" id="field-document-error">\(place)\(error)</p>
                    """
            } ?? ""
        let warning: HTML =
            isNotVisual
            ? page.message(.warning, page[.notVisual], "<p>\(page[.notVisualText])</p>")
            : ""
        return """
            <div class="stack tight policy-editor" id="policy-editor" data-policy-editor\
            \(" data-refused", if: isStepRefused)>
            \(origin.map { $0.hidden(page) })\(denied(page))\
            \(newer.map { $0.render(to: document, page) })
            \(offersVisual ? switches(isVisual: policy != nil, page) : "")
            \(warning)
            \(policy.map { boxes($0, message, page) } ?? text(message, page))
            \(results(page, isVisual: policy != nil))
            <div data-policy-lost hidden>\
            \(page.message(.warning, page[.notDrawn], "<p>\(page[.notDrawnText])</p>"))</div>
            <p class="visually-hidden" role="status" data-policy-status></p></div>
            """
    }

    /// The status of the page that shows what was not to be saved.
    var status: Int { isTooLong ? 400 : 200 }

    private func denied(_ page: PageContext) -> HTML {
        guard !isTooLong else {
            return page.message(.danger, page[.policyTooLong], "<p>\(page[.policyNotSaved])</p>")
        }
        guard let denial else { return "" }
        return page.message(
            .danger, page[.deniedTitle],
            "<p>\(page[.policyNotSaved])</p>\(ErrorPages.facts(ofDenial: denial, page))")
    }

    /// What Enter in a box presses: the first button of a form. Without it that would be one that
    /// changes how the policy is written.
    private func implicitButton(isVisual: Bool, _ page: PageContext) -> HTML {
        let naming: HTML =
            isVisual
            ? "name=\"\(PolicyStep.field)\" value=\"\(PolicyStep.update.value)\" formnovalidate"
            : ""
        return """
            <button class="visually-hidden" tabindex="-1" aria-hidden="true" \
            \(naming)>\
            \(page[isVisual ? .update : .save])</button>
            """
    }

    private func switches(isVisual: Bool, _ page: PageContext) -> HTML {
        let buttons = [(View.visual, Phrase.visual), (.json, .json)].map { view, label in
            """
            <button class="button small" name="\(PolicyStep.field)" \
            value="\(PolicyStep.show(view).value)" formnovalidate \
            aria-pressed="\((view == .visual) == isVisual ? "true" : "false")">\
            \(page[label])</button>
            """ as HTML
        }
        return """
            \(implicitButton(isVisual: isVisual, page))
            <div class="switch" role="group" aria-label="\(page[.policyEditor])">\(buttons)</div>
            """
    }

    private func text(_ message: HTML, _ page: PageContext) -> HTML {
        """
        <div class="field"><label for="field-document">\(page[.policyDocumentJSON])</label>
        \(message)
        <textarea id="field-document" name="document" rows="18" spellcheck="false" \
        autocapitalize="off" autocomplete="off"\
        \(" aria-invalid=\"true\" aria-describedby=\"field-document-error\"", if: error != nil)>
        \(document)</textarea></div>
        """
    }

    /// What the validation found, or the document with the line of its error marked. A script puts
    /// this anew while the policy is written.
    private func results(_ page: PageContext, isVisual: Bool) -> HTML {
        let marks = line.map { [CodeView.Mark(lines: $0...$0, tone: .danger)] } ?? []
        let shown: HTML =
            findings.map { ValidationFinding.render($0, in: document, page) }
            ?? (error != nil || isVisual ? CodeView.render(document, page, marks: marks) : "")
        return """
            <div class="stack tight" id="policy-results">
            \(unchecked.map { page.message(.warning, page[.notChecked], "<p>\($0)</p>") })
            \(unfinished == nil
                ? "" : page.message(.note, page[.notFinished], "<p>\(page[.notFinishedText])</p>"))
            \(shown)</div>
            """
    }

    /// The button that has the document checked and saves nothing.
    func checkButton(_ page: PageContext) -> HTML {
        """
        <button class="\(ButtonKind.plain.rawValue)" name="\(Self.checking.name)" \
        value="\(Self.checking.value)" formnovalidate>\(page[.checkPolicy])</button>
        """
    }

    /// What that button says.
    static let checking = (name: "go", value: "check")
}
