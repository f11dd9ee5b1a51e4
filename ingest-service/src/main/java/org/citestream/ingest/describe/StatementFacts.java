package org.citestream.ingest.describe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citestream.ingest.article.MarkerMatch;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.catalogue.Match;
import org.citestream.ingest.fact.ArticleClosed;
import org.citestream.ingest.fact.Fact;
import org.citestream.ingest.fact.FactJson;
import org.citestream.ingest.fact.IdsValue;
import org.citestream.ingest.fact.ReferenceEntry;
import org.citestream.ingest.fact.ReferencesListed;
import org.citestream.ingest.fact.RelationshipValue;
import org.citestream.ingest.fact.StatementExtracted;
import org.citestream.ingest.statement.CitationStatement;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.ingest.statement.Relationship;

/** A reading of an article → its facts for {@code citations.statements.v1}. Stateless. */
public final class StatementFacts {
    private static final ObjectMapper JSON = FactJson.mapper();

    /** A control character as {@code \\u0001}. */
    private static final int BYTES_OF_ESCAPED = 6;

    /** Names of fields, numbers and punctuation of one entry, and more than they need. */
    private static final int BYTES_AROUND = 1024;

    private StatementFacts() {}

    /** Statements in the order of the text, then the reference list in its order. */
    public static List<Fact> of(ResolvedArticle reading) {
        var facts = new ArrayList<Fact>();
        var inText = new HashSet<String>();
        for (CitationStatement statement : reading.extraction().statements()) {
            facts.add(statement(reading, statement));
            inText.add(statement.referenceKey());
        }
        facts.addAll(references(reading, inText));
        return facts;
    }

    /** What follows when all of them are acknowledged. */
    public static ArticleClosed closing(ResolvedArticle reading, Instant now) {
        return new ArticleClosed(
                reading.extraction().citing().value(),
                reading.revision(),
                reading.extraction().statements().size(),
                reading.extraction().references().size(),
                resolved(reading),
                reading.extraction().unresolved().size(),
                reading.digest(),
                reading.extractor(),
                reading.article().format().name().toLowerCase(Locale.ROOT),
                now);
    }

    /** References whose cited work has a registered id. */
    public static int resolved(ResolvedArticle reading) {
        return (int) reading.extraction().references().stream()
                .map(entry -> reading.knowledge().match(entry.reference().key()))
                .filter(match -> match.cited().kind() != PublicationId.Scheme.REF)
                .count();
    }

    private static StatementExtracted statement(ResolvedArticle reading, CitationStatement statement) {
        return new StatementExtracted(
                statement.id(),
                statement.citing().value(),
                reading.revision(),
                statement.referenceKey(),
                reading.knowledge().match(statement.referenceKey()).cited().value(),
                statement.text(),
                statement.before(),
                statement.after(),
                statement.markers().stream()
                        .map(span -> List.of(span.start(), span.end()))
                        .toList(),
                statement.mentions(),
                statement.groupSize(),
                statement.impliedByRange(),
                statement.position().wireName(),
                statement.headingPath().stream().map(Bounds::brief).toList(),
                Bounds.brief(statement.secType()),
                statement.ordinal(),
                statement.truncated(),
                Bounds.brief(statement.language()),
                relationship(statement.relationship()),
                reading.extractor(),
                match(statement.match()));
    }

    private static StatementExtracted.MarkerMatchValue match(MarkerMatch match) {
        return match == null
                ? null
                : new StatementExtracted.MarkerMatchValue(match.method().wireName(), match.score());
    }

    private static RelationshipValue relationship(Relationship relationship) {
        return new RelationshipValue(
                relationship.kind().wireName(),
                relationship.shared().stream()
                        .limit(Bounds.LIST)
                        .map(Bounds::brief)
                        .toList());
    }

    private static List<ReferencesListed> references(ResolvedArticle reading, Set<String> inText) {
        List<ReferenceEntry> entries =
                new ArrayList<>(reading.extraction().references().size());
        long most = 0;
        for (CitedReference entry : reading.extraction().references()) {
            ReferenceEntry listed = entry(reading, entry, inText);
            entries.add(listed);
            most += mostBytes(listed);
        }
        // Few lists are so long that their entries must be measured.
        boolean measured = most > Bounds.REFERENCES;
        List<List<ReferenceEntry>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        int bytes = 0;
        for (ReferenceEntry listed : entries) {
            int size = measured ? size(listed) : 0;
            List<ReferenceEntry> last = parts.get(parts.size() - 1);
            if (last.size() == ReferencesListed.MOST_ENTRIES || (bytes + size > Bounds.REFERENCES && !last.isEmpty())) {
                last = new ArrayList<>();
                parts.add(last);
                bytes = 0;
            }
            last.add(listed);
            bytes += size;
        }
        var listed = new ArrayList<ReferencesListed>();
        for (int part = 0; part < parts.size(); part++) {
            listed.add(new ReferencesListed(
                    reading.extraction().citing().value(), reading.revision(), part, parts.size(), parts.get(part)));
        }
        return listed;
    }

    private static ReferenceEntry entry(ResolvedArticle reading, CitedReference entry, Set<String> inText) {
        Reference reference = entry.reference();
        Match match = reading.knowledge().match(reference.key());
        IdsValue ids = IdsValue.of(reference.identifiers());
        return new ReferenceEntry(
                reference.key(),
                Bounds.brief(reference.label()),
                match.cited().value(),
                IdsValue.NONE.equals(ids) ? null : ids,
                Bounds.brief(reference.title()),
                reference.year(),
                Bounds.cut(reference.raw(), Bounds.RAW),
                new ReferenceEntry.MatchValue(match.method().wireName(), match.score()),
                relationship(entry.relationship()),
                inText.contains(reference.key()));
    }

    /** What an entry cannot be larger than: its texts, each character escaped, and names and numbers around them. */
    private static long mostBytes(ReferenceEntry entry) {
        long characters = length(entry.key())
                + length(entry.label())
                + length(entry.cited())
                + length(entry.title())
                + length(entry.raw())
                + entry.relationship().shared().stream()
                        .mapToLong(String::length)
                        .sum();
        if (entry.ids() != null) {
            characters += length(entry.ids().doi())
                    + length(entry.ids().pmid())
                    + length(entry.ids().pmcid())
                    + length(entry.ids().arxiv());
        }
        return characters * BYTES_OF_ESCAPED + BYTES_AROUND;
    }

    private static long length(String text) {
        return text == null ? 0 : text.length();
    }

    private static int size(ReferenceEntry entry) {
        try {
            return JSON.writeValueAsBytes(entry).length;
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a reference that is not JSON: " + entry.key(), bug);
        }
    }
}
