-- Journals are not rows of their own: a journal is the works that carry one of its ISSNs, or, lacking any, its name.
CREATE INDEX publication_issns ON ${schema}.publication USING gin (issns);
CREATE INDEX publication_journal ON ${schema}.publication (lower(journal)) WHERE journal IS NOT NULL;
