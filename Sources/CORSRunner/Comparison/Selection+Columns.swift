extension Selection {
    /// Returns a column with the selected rows: those of earlier runs, whose other ids are not known.
    package func select(from column: ComparedColumn) -> ComparedColumn {
        var selected = column
        selected.entries = column.entries.filter { entry in
            selects(ids: [entry.key.id, entry.caseID], policy: entry.key.policy)
        }
        return selected
    }
}
