package org.citestream.ingest.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Paragraph;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.article.Reference;

/** Turns an article into citation statements: one for each work that a sentence cites. Stateless and thread-safe. */
public final class StatementExtractor {
    private final int mostStatements;

    /** @param mostStatements more than this in one article are refused */
    public StatementExtractor(int mostStatements) {
        this.mostStatements = mostStatements;
    }

    /** As {@link #extract(Article, Function)}, each reference standing for the work that its own ids name. */
    public Extraction extract(Article article) {
        return extract(article, reference -> PublicationIds.of(article.id(), reference));
    }

    /**
     * Extracts all statements.
     *
     * @param cited the publication that a reference stands for; asked once a reference
     * @throws TooManyStatementsException if there are more than allowed
     */
    public Extraction extract(Article article, Function<Reference, PublicationId> cited) {
        Relationships relationships = new Relationships(article.front().authors());
        List<CitedReference> references = new ArrayList<>(article.references().size());
        Map<String, CitedReference> byKey = new HashMap<>();
        for (Reference reference : article.references()) {
            CitedReference entry = new CitedReference(reference, cited.apply(reference), relationships.to(reference));
            references.add(entry);
            byKey.put(reference.key(), entry);
        }
        List<UnresolvedMarker> unresolved = new ArrayList<>();
        MarkerReader markers = new MarkerReader(new References(article.references()), unresolved);
        StatementWriter writer = new StatementWriter(article, byKey, mostStatements);
        for (Paragraph paragraph : article.paragraphs()) {
            writer.write(paragraph, markers.read(paragraph));
        }
        return new Extraction(
                article.id(),
                listed(article, references, writer.statements()),
                writer.statements(),
                unresolved,
                article.front().language());
    }

    private static List<CitedReference> listed(
            Article article, List<CitedReference> references, List<CitationStatement> statements) {
        if (article.shared().isEmpty()) {
            return references;
        }
        Set<String> cited = new HashSet<>();
        statements.forEach(statement -> cited.add(statement.referenceKey()));
        return references.stream()
                .filter(entry -> !article.shared().contains(entry.reference().key())
                        || cited.contains(entry.reference().key()))
                .toList();
    }
}
