import IAMIdentifiers
import Operations

/// How many lines of the security check hold, and how that changed.
struct SecurityScoreView {
    static func render(_ check: SecurityCheck.Output, _ page: PageContext) -> HTML {
        guard let passed = check.passed else {
            return "<p class=\"quiet\">\(page[.scoreNotKnown])</p>"
        }
        let total = check.lines.count
        let tone: Tone = passed == total ? .good : passed * 2 < total ? .danger : .warning
        let parts = (0..<total).map { index in
            "<span\(" class=\"\(tone.rawValue)\"", if: index < passed)></span>" as HTML
        }
        return """
            <div class="score"><p><strong>\(page[.score(passed, of: total)])</strong></p>\
            <div class="score-parts" aria-hidden="true">\(parts)</div>\
            <p class="quiet small">\(change(check, passed, page))</p></div>
            """
    }

    /// From what it rose or fell, and when.
    private static func change(
        _ check: SecurityCheck.Output, _ passed: Int, _ page: PageContext
    ) -> HTML {
        let earlier = check.isNewAnswer ? check.scores.first : check.scores.dropFirst().first
        let since = check.isNewAnswer ? page.now : check.scores.first?.since ?? page.now
        guard let earlier else { return "\(page[.scoreIsFirst]) \(page.moment(since))" }
        let phrase: Phrase =
            passed > earlier.passed
            ? .scoreRose(from: earlier.passed, of: earlier.total)
            : .scoreFell(from: earlier.passed, of: earlier.total)
        return "\(page[phrase]) \(page.moment(since))"
    }
}

// The words of the score.
extension Phrase {
    static let securityScore = Phrase("Security score", "보안 점수")
    static let scoreNotKnown = Phrase(
        "The score needs permission to see every line below.",
        "점수를 보려면 아래 모든 항목을 볼 수 있는 권한이 필요합니다.")
    static let scoreIsFirst = Phrase("First measured:", "처음 측정:")

    static func score(_ passed: Int, of total: Int) -> Phrase {
        Phrase("\(passed) of \(total)", "\(total)개 중 \(passed)개")
    }

    static func scoreRose(from passed: Int, of total: Int) -> Phrase {
        Phrase("Up from \(passed) of \(total):", "\(total)개 중 \(passed)개에서 상승:")
    }

    static func scoreFell(from passed: Int, of total: Int) -> Phrase {
        Phrase("Down from \(passed) of \(total):", "\(total)개 중 \(passed)개에서 하락:")
    }
}
