package org.citestream.query.project.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.kit.deadletter.Category;
import org.citestream.kit.deadletter.Origin;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Intent;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Relationship;
import org.citestream.query.vocabulary.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader's side of the contract: every golden record that the projection reads. */
class EventReaderTest {

    private static final UUID STATEMENT = UUID.fromString("219159db-dc00-0967-cc59-c9709525a816");

    private final EventReader reader =
            new EventReader(new Origins("redrive.citestream.projection", Map.of("citations.classified.v1", 4)));

    @Test
    void shouldReadEveryFieldWhenStatementIsClassified() throws UnreadableException {
        // When
        LoggedFact<Fact> entry =
                reader.read(GoldenExample.of("StatementClassified").received("citations.classified.v1", 3));
        // Then
        assertThat(entry.place()).isEqualTo(new Place("citations.classified.v1", 3, 7));
        assertThat(entry.redriven()).isFalse();
        assertThat(entry.traceparent()).isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        StatementClassified fact = (StatementClassified) entry.fact();
        assertThat(fact.id()).isEqualTo(STATEMENT);
        assertThat(fact.citing()).isEqualTo("doi:10.5555/citestream.rat.2021");
        assertThat(fact.cited()).isEqualTo("doi:10.5555/citestream.fear.2015");
        assertThat(fact.revision()).isEqualTo(3);
        assertThat(fact.text()).startsWith("In our animals freezing doubled");
        assertThat(fact.markers()).containsExactly(List.of(89, 92));
        assertThat(fact.headingPath()).containsExactly("Results", "Instinctive behaviours");
        assertThat(fact.position()).isEqualTo(Position.BODY);
        assertThat(fact.section()).isEqualTo(Section.RESULTS);
        assertThat(fact.type()).isEqualTo(CitationType.SUPPORTING);
        assertThat(fact.intent()).isEqualTo(Intent.RESULT);
        assertThat(fact.relationship().kind()).isEqualTo(Relationship.INDEPENDENT);
        assertThat(fact.scores()).isEqualTo(new StatementClassified.Scores(0.91f, 0.07f, 0.02f));
        assertThat(fact.confidence()).isEqualTo(0.91f);
        assertThat(fact.evidence()).hasSize(2);
        assertThat(fact.model().name()).isEqualTo("cues");
        assertThat(fact.classifiedAt()).isEqualTo(Instant.parse("2026-11-22T10:00:01Z"));
    }

    @Test
    void shouldDistinguishNonSentencesFromUnclassifiedStatements() throws UnreadableException {
        // When
        var cell = (StatementClassified) fact("StatementClassified.not-a-sentence");
        // Then
        assertThat(cell.type()).isEqualTo(CitationType.NOT_A_SENTENCE);
        assertThat(CitationType.UNCLASSIFIED.with("the sentence is not English"))
                .isEqualTo(CitationType.UNCLASSIFIED);
        assertThat(CitationType.UNCLASSIFIED.with(null)).isEqualTo(CitationType.UNCLASSIFIED);
        assertThat(CitationType.MENTIONING.with("not-a-sentence")).isEqualTo(CitationType.MENTIONING);
    }

    @Test
    void shouldReadReferencesAndCountsWhenArticleIsListedAndClosed() throws UnreadableException {
        // When
        var listed = (ReferencesListed) fact("ReferencesListed");
        var closed = (ArticleClosed) fact("ArticleClosed");
        var withdrawn = (ArticleWithdrawn) fact("ArticleWithdrawn");
        // Then
        assertThat(listed.references())
                .extracting(ReferencesListed.Reference::key)
                .containsExactly("B5", "B6");
        assertThat(listed.references().get(0).match()).isEqualTo(new ReferencesListed.ReferenceMatch("doi", 1f));
        assertThat(closed.statements()).isEqualTo(21);
        assertThat(closed.references()).isEqualTo(2);
        assertThat(withdrawn.supersededBy()).isEqualTo("doi:10.5555/citestream.rat.2021");
        assertThat(withdrawn.revision()).isEqualTo(4);
    }

    @Test
    void shouldReadDescriptionsAliasesAndNotices() throws UnreadableException {
        // When
        var described = (PublicationDescribed) fact("PublicationDescribed");
        var alias = (AliasFound) fact("AliasFound");
        var notice = (NoticeIssued) fact("NoticeIssued");
        // Then
        assertThat(described.source()).isEqualTo(PublicationDescribed.Source.FULLTEXT);
        assertThat(described.ids().pmid()).isEqualTo("99000001");
        assertThat(described.abstractText()).isEqualTo("We trained rats.");
        assertThat(described.authors().get(0).orcid()).isEqualTo("0000-0002-1825-0097");
        assertThat(described.authors().get(0).institutions())
                .containsExactly(new PublicationDescribed.Institution("05a28rw58", "Sample University"));
        assertThat(described.issns()).containsExactly("2049-3630");
        assertThat(alias.to()).isEqualTo("doi:10.5555/citestream.book.1951");
        assertThat(notice.kind()).isEqualTo("retraction");
        assertThat(notice.urls()).containsExactly("https://doi.org/10.5555/citestream.retraction.1");
    }

    @Test
    void shouldReadCorrectionsWhenPeopleCorrect() throws UnreadableException {
        // When
        var corrected = (StatementCorrected) fact("StatementCorrected");
        var withdrawn = (CorrectionWithdrawn) fact("CorrectionWithdrawn");
        // Then
        assertThat(corrected.to()).isEqualTo(CitationType.SUPPORTING);
        assertThat(corrected.statement()).isEqualTo(STATEMENT);
        assertThat(withdrawn.correction()).isEqualTo("c-1");
    }

    @Test
    void shouldRetractADescriptionWhenItsRecordHasNoValue() throws UnreadableException {
        // Given
        byte[] key = "notice doi:10.5555/x retraction 2022".getBytes(StandardCharsets.UTF_8);
        // When
        LoggedFact<Fact> entry = reader.read(new ConsumerRecord<>("citations.publications.v1", 0, 1, key, null));
        // Then
        assertThat(entry.fact()).isEqualTo(new PublicationFactRemoved("notice", "doi:10.5555/x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ArticleClosed | not json | UNDECODABLE
        ArticleClosed | {"citing":"doi:10.5555/x","revision":"many"} | UNDECODABLE
        ArticleClosed | {"citing":"10.5555/x","revision":1} | CONTRACT
        ArticleClosed | {"citing":"doi:10.5555/x","revision":0,"closedAt":"2026-11-22T10:00:00Z"} | CONTRACT
        ArticleWithdrawn | {"citing":"doi:10.5555/x","revision":1,"why":"a\\u0000b"} | CONTRACT
        AliasFound | {"from":"doi:10.5555/x","to":"pmid:1","method":"doi","score":1} | CONTRACT
        AliasFound | {"from":"ref:0a","to":"ref:0a","method":"title","score":1} | CONTRACT
        SomethingNew | {} | UNKNOWN_TYPE
        """)
    void shouldSayWhyWhenRecordCannotBeRead(String type, String value, Category category) {
        // Given
        var record = new ConsumerRecord<>(
                "citations.classified.v1", 0, 1, new byte[0], value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("type", type.getBytes(StandardCharsets.UTF_8));
        // When, Then
        assertThatThrownBy(() -> reader.read(record)).isInstanceOfSatisfying(UnreadableException.class, unreadable -> {
            assertThat(unreadable.category()).isEqualTo(category);
            assertThat(unreadable.getMessage()).isNotBlank();
        });
    }

    @Test
    void shouldKeepItsOriginWhenRecordIsRedriven() throws UnreadableException {
        // Given
        var record = GoldenExample.of("ArticleClosed").received("redrive.citestream.projection", 3);
        record.headers().add(Origin.TOPIC, "citations.classified.v1".getBytes(StandardCharsets.UTF_8));
        record.headers().add(Origin.PARTITION, "3".getBytes(StandardCharsets.UTF_8));
        record.headers().add(Origin.OFFSET, "5".getBytes(StandardCharsets.UTF_8));
        // When
        LoggedFact<Fact> entry = reader.read(record);
        // Then
        assertThat(entry.place()).isEqualTo(new Place("citations.classified.v1", 3, 5));
        assertThat(entry.redriven()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "citations.classified.v1, citations.classified.v1, 3, 5",
        "redrive.citestream.projection, nobody.knows.v1, 3, 5",
        "redrive.citestream.projection, citations.classified.v1, 4, 5",
        "redrive.citestream.projection, citations.classified.v1, -1, 5",
        "redrive.citestream.projection, citations.classified.v1, 3, soon",
    })
    void shouldKeepItsOwnPositionWhenHeadersCannotBeTrue(String topic, String first, String partition, String offset)
            throws UnreadableException {
        // Given
        var record = GoldenExample.of("ArticleClosed").received(topic, 1);
        record.headers().add(Origin.TOPIC, first.getBytes(StandardCharsets.UTF_8));
        record.headers().add(Origin.PARTITION, partition.getBytes(StandardCharsets.UTF_8));
        record.headers().add(Origin.OFFSET, offset.getBytes(StandardCharsets.UTF_8));
        // When
        LoggedFact<Fact> entry = reader.read(record);
        // Then
        assertThat(entry.place()).isEqualTo(new Place(topic, 1, 7));
        assertThat(entry.redriven()).isFalse();
    }

    private Fact fact(String example) throws UnreadableException {
        return reader.read(GoldenExample.of(example).received("topic", 0)).fact();
    }
}
