package org.citestream.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.ingest.Contract;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.Funding;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.Institution;
import org.citestream.ingest.article.Journal;
import org.citestream.ingest.article.Placement;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.article.ReferenceBuilder;
import org.citestream.ingest.article.RelatedArticle;
import org.citestream.ingest.catalogue.Match;
import org.citestream.ingest.catalogue.ReferenceMatches;
import org.citestream.ingest.describe.Descriptions;
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.describe.ResolvedArticle;
import org.citestream.ingest.describe.StatementFacts;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.ArticleClosed;
import org.citestream.ingest.fact.ArticleWithdrawn;
import org.citestream.ingest.fact.Fact;
import org.citestream.ingest.statement.CitationStatement;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.ingest.statement.Extraction;
import org.citestream.ingest.statement.Relationship;
import org.citestream.ingest.statement.Span;
import org.junit.jupiter.api.Test;

/** This side of the contract: what is published is exactly what the golden examples show. */
class GoldenExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final PublicationId RAT = new PublicationId("doi:10.5555/citestream.rat.2021");
    private static final PublicationId FEAR = new PublicationId("doi:10.5555/citestream.fear.2015");
    private static final String BOOK = "ref:ae35964219d1b24bba10a2fba9551a06219d701a8f3fff6e80750d09f4f3b495";
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void shouldWriteGoldenStatementAndReferencesWhenReadingIsPublished() {
        // Given
        ResolvedArticle reading = reading();
        // When
        List<Fact> facts = StatementFacts.of(reading);
        // Then
        assertThat(facts).hasSize(2);
        assertGolden("StatementExtracted", OutgoingRecord.of(facts.get(0)));
        assertGolden("ReferencesListed", OutgoingRecord.of(facts.get(1)));
    }

    @Test
    void shouldWriteGoldenDescriptionWhenArticleIsDescribed() {
        assertGolden("PublicationDescribed", OutgoingRecord.of(Descriptions.inFull(front())));
    }

    @Test
    void shouldWriteGoldenClosingWhenArticleIsClosed() {
        // Given
        String digest =
                Contract.example("ArticleClosed").path("value").path("digest").asText();
        // When
        ArticleClosed closed = new ArticleClosed(RAT.value(), 3, 21, 2, 1, 0, digest, "1", "jats", TEN);
        // Then
        assertGolden("ArticleClosed", OutgoingRecord.of(closed));
    }

    @Test
    void shouldCountWhatIsPublishedWhenClosing() {
        // When
        ArticleClosed closed = StatementFacts.closing(reading(), TEN);
        // Then
        assertThat(closed).isEqualTo(new ArticleClosed(RAT.value(), 3, 1, 2, 1, 0, "sha256:00", "1", "jats", TEN));
    }

    @Test
    void shouldWriteGoldenWithdrawalWhenArticleIsWithdrawn() {
        assertGolden(
                "ArticleWithdrawn",
                OutgoingRecord.of(
                        new ArticleWithdrawn("pmcid:PMC123", 4, "known under a better id", RAT.value(), TEN)));
    }

    @Test
    void shouldWriteGoldenAliasWhenBetterIdIsFound() {
        assertGolden(
                "AliasFound",
                OutgoingRecord.of(
                        new AliasFound(BOOK, "doi:10.5555/citestream.book.1951", "title", 0.97, TEN.plusSeconds(3))));
    }

    @Test
    void shouldWriteGoldenNoticeWhenArticleIsRetraction() {
        // Given
        PublicationId retraction = new PublicationId("doi:10.5555/citestream.retraction.1");
        var notice = new EditorialNotice(
                EditorialNotice.NoticeKind.RETRACTION, FEAR, retraction, new PublicationDate(2022, 5, 2));
        // When
        List<OutgoingRecord> records = NoticeFacts.replacing(Map.of(), front(retraction, List.of(notice)));
        // Then
        assertThat(records).hasSize(1);
        assertGolden("NoticeIssued", records.get(0));
    }

    @Test
    void shouldTakeBackNoticeWhenArticleNoLongerIssuesIt() {
        // Given
        String key = "notice " + FEAR.value() + " retraction 2022-05-02 doi:10.5555/citestream.retraction.1";
        String keyOfBefore = "notice doi:10.5555/other retraction 2020";
        // When
        List<OutgoingRecord> records = NoticeFacts.replacing(
                new TreeMap<>(Map.of(key, FEAR.value(), keyOfBefore, "doi:10.5555/other")), front());
        // Then
        assertThat(records)
                .contains(OutgoingRecord.takeBack(keyOfBefore, "doi:10.5555/other", "NoticeIssued"))
                .hasSize(2);
        assertGolden(
                "NoticeWithdrawn",
                records.stream()
                        .filter(record -> record.key().equals(key))
                        .findFirst()
                        .orElseThrow());
    }

    private static void assertGolden(String event, OutgoingRecord record) {
        JsonNode example = Contract.example(event);
        ObjectNode made = written(record);
        assertThat(made).isEqualTo(example);
        assertThat(Contract.violations(event, made.path("value"))).isEmpty();
    }

    private static ObjectNode written(OutgoingRecord outgoing) {
        ProducerRecord<byte[], byte[]> record = new Publisher(null, TopicPlan.load(), null).encode(outgoing, TRACE);
        ObjectNode made = JSON.createObjectNode();
        made.put("key", new String(record.key(), StandardCharsets.UTF_8));
        ObjectNode headers = made.putObject("headers");
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        try {
            made.set("value", JSON.readTree(record.value()));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return made;
    }

    private static ResolvedArticle reading() {
        Reference fear = reference(
                "B5",
                "5",
                new Identifiers("10.5555/citestream.fear.2015", null, null, null),
                "Fear extinction in the rat",
                2015,
                "Ren P. Fear extinction in the rat. Ann Sample Sci 2015;3:1-9.");
        Reference book = reference(
                "B6",
                "6",
                Identifiers.NONE,
                "A book of instincts and habits",
                1951,
                "Tinb N. A book of instincts and habits. 1951.");
        var independent = new Relationship(Relationship.Kind.INDEPENDENT, List.of());
        var statement = new CitationStatement(
                "219159db-dc00-0967-cc59-c9709525a816",
                RAT,
                "B5",
                FEAR,
                "In our animals freezing doubled after tone training, in agreement with an earlier report [5].",
                "Tone training took three days.",
                "The effect faded within two weeks.",
                List.of(new Span(89, 92)),
                1,
                1,
                false,
                Position.BODY,
                List.of("Results", "Instinctive behaviours"),
                "results",
                4,
                false,
                "en",
                independent,
                null);
        var own = new PublicationId(BOOK);
        var extraction = new Extraction(
                RAT,
                List.of(
                        new CitedReference(fear, FEAR, independent),
                        new CitedReference(book, own, new Relationship(Relationship.Kind.UNKNOWN, List.of()))),
                List.of(statement),
                List.of(),
                "en");
        var knowledge =
                new ReferenceMatches(Map.of("B5", Match.unaided(FEAR), "B6", Match.unaided(own)), Map.of(), Map.of());
        var article = new Article(Article.Format.JATS, front(), List.of(), List.of(fear, book), List.of());
        return new ResolvedArticle(article, extraction, knowledge, 3, "sha256:00", "1");
    }

    private static Reference reference(
            String key, String label, Identifiers identifiers, String title, int year, String raw) {
        return ReferenceBuilder.reference(key, it -> {
            it.label = label;
            it.identifiers = identifiers;
            it.title = title;
            it.year = year;
            it.raw = raw;
        });
    }

    private static Front front() {
        return front(RAT, List.of());
    }

    private static Front front(PublicationId id, List<EditorialNotice> notices) {
        return new Front(
                id,
                new Identifiers(id.local(), "99000001", null, null),
                "Rats freeze to tones",
                "We trained rats.",
                List.of(
                        new Author(
                                "Okoye",
                                "Ada",
                                "0000-0002-1825-0097",
                                List.of("Sample University"),
                                List.of(new Institution("05a28rw58", "Sample University")),
                                false),
                        Author.person("Ren", "Ping")),
                new Journal("Annals of Sample Science", "Ann Sample Sci", List.of("2049-3630"), "Sample Press"),
                new PublicationDate(2021, 3, null),
                new Placement("9", "2", "11", "19"),
                "research-article",
                PublicationType.RESEARCH_ARTICLE,
                List.of("Neuroscience"),
                List.of("fear", "rat"),
                List.of(new Funding("Sample Fund", null, List.of("S-1"))),
                "https://creativecommons.org/licenses/by/4.0/",
                "en",
                "https://doi.org/10.5555/citestream.rat.2021",
                notices,
                List.of(new RelatedArticle("preprint", new PublicationId("doi:10.5555/citestream.preprint.1"))));
    }
}
