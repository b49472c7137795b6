extension Question {
    /// The question with everything taken from it that it does not need for something to be true of
    /// it: layers, policies, statements, elements, values, and what the request's context holds.
    package func shrunk(while holds: (Question) -> Bool) -> Question {
        var question = self
        var isShrinking = true
        while isShrinking {
            isShrinking = false
            for candidate in question.smaller where holds(candidate) {
                question = candidate
                isShrinking = true
                break
            }
        }
        return question
    }

    /// The questions with one thing less.
    private var smaller: [Question] {
        let whole = json
        // What makes it a question stays.
        let fixed: Set = ["principal", "action", "resource"]
        return (whole.object ?? [:]).keys.sorted().filter { !fixed.contains($0) }
            .flatMap { name -> [JSON] in
                guard var members = whole.object, let value = members[name] else { return [] }
                let without = members.filter { $0.key != name }
                return [.object(without)]
                    + value.smaller.map { value in
                        members[name] = value
                        return .object(members)
                    }
            }
            .compactMap(Question.init).filter { $0 != self }
    }
}

extension JSON {
    /// The values with one thing less, those first that lack the most.
    fileprivate var smaller: [JSON] {
        switch self {
        case .array(let values):
            let without = values.indices.map { index in
                var rest = values
                rest.remove(at: index)
                return JSON.array(rest)
            }
            let within = values.indices.flatMap { index in
                values[index].smaller.map { value in
                    var changed = values
                    changed[index] = value
                    return JSON.array(changed)
                }
            }
            return (without.count > 1 ? without : []) + (values.count == 1 ? values : []) + within
        case .object(let members):
            let names = members.keys.sorted()
            let without = names.map { name in
                var rest = members
                rest[name] = nil
                return JSON.object(rest)
            }
            let within = names.flatMap { name in
                (members[name]?.smaller ?? []).map { value in
                    var changed = members
                    changed[name] = value
                    return JSON.object(changed)
                }
            }
            return without + within
        default: return []
        }
    }
}
