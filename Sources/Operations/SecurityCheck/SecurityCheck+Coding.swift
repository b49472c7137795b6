package import AWSWire

// The fields of a check, as of every operation.

extension SecurityCheck.Output {
    package init(from fields: inout FieldReader) {
        self.init(
            lines: fields.structures("Lines") ?? [], rootSignIns: fields.structures("RootSignIns"),
            newcomers: fields.structure("Newcomers"))
        administrator = fields.string("Administrator")
        administratorWithoutMFA = fields.string("AdministratorWithoutMFA")
        rootLastUsedAt = fields.timestamp("RootLastUsedAt")
        scores = fields.structures("Scores") ?? []
        isNewAnswer = fields.boolean("IsNewAnswer") ?? false
    }

    package func encode(into writer: inout FieldWriter) {
        writer.structures("Lines", lines)
        writer.structures("RootSignIns", rootSignIns)
        writer.structure("Newcomers", newcomers)
        writer.string("Administrator", administrator)
        writer.string("AdministratorWithoutMFA", administratorWithoutMFA)
        writer.timestamp("RootLastUsedAt", rootLastUsedAt)
        writer.structures("Scores", scores)
        writer.boolean("IsNewAnswer", isNewAnswer)
    }
}

extension SecurityCheck.Line {
    package init(from fields: inout FieldReader) {
        self.init(
            subject: fields.requiredEnumeration("Subject"), holds: fields.boolean("Holds"))
    }

    package func encode(into writer: inout FieldWriter) {
        writer.enumeration("Subject", subject)
        writer.boolean("Holds", holds)
    }
}

extension SecurityCheck.Newcomers {
    package init(from fields: inout FieldReader) {
        self.init(
            users: fields.requiredInteger("Users"), groups: fields.requiredInteger("Groups"),
            policies: fields.requiredInteger("Policies"))
    }

    package func encode(into writer: inout FieldWriter) {
        writer.integer("Users", users)
        writer.integer("Groups", groups)
        writer.integer("Policies", policies)
    }
}

extension SecurityCheck.Score {
    package init(from fields: inout FieldReader) {
        self.init(
            since: fields.requiredTimestamp("Since"), passed: fields.requiredInteger("Passed"),
            total: fields.requiredInteger("Total"))
    }

    package func encode(into writer: inout FieldWriter) {
        writer.timestamp("Since", since)
        writer.integer("Passed", passed)
        writer.integer("Total", total)
    }
}

extension RootSignIn {
    package init(from fields: inout FieldReader) {
        self.init(
            at: fields.requiredTimestamp("At"),
            sourceAddress: fields.requiredString("SourceAddress"),
            usedMFA: fields.requiredBoolean("UsedMFA"),
            succeeded: fields.requiredBoolean("Succeeded"))
    }

    package func encode(into writer: inout FieldWriter) {
        writer.timestamp("At", at)
        writer.string("SourceAddress", sourceAddress)
        writer.boolean("UsedMFA", usedMFA)
        writer.boolean("Succeeded", succeeded)
    }
}
