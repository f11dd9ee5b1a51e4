package org.citestream.query.project.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.deadletter.Place;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.NoticeIssued;
import org.citestream.query.project.event.NoticeWithdrawn;
import org.citestream.query.project.event.PublicationDescribed;
import org.citestream.query.project.event.PublicationDescribed.Source;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the view, one at a time. */
@WithPlatform
class BatchWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITING = "doi:10.5555/citing";
    private static final String CITED = "doi:10.5555/cited";
    private static final String OLD_ID = "ref:" + "a".repeat(64);

    private Generation generation;
    private DataSource dataSource;
    private BatchWriter writer;
    private View view;
    private long offset;

    @BeforeEach
    void open(Database database) throws Exception {
        dataSource = TestDatabase.withApp(database);
        generation = new Generations(dataSource).ensureActive();
        writer = new BatchWriter(dataSource, generation);
        view = new View(dataSource);
    }

    @Test
    void shouldShrinkAndGrowWhenNewerRevisionIsClosed() throws Exception {
        // Given
        write(statement(1, "B1"), statement(1, "B2"), Facts.closed(CITING, 1, 2, 0));
        // When
        write(statement(2, "B2"), statement(2, "B3"), statement(2, "B4"), Facts.closed(CITING, 2, 3, 0));
        // Then
        assertThat(view.lines("SELECT reference_key, revision FROM active.statement ORDER BY 1"))
                .containsExactly("B2 2", "B3 2", "B4 2");
        assertThat(view.tallies()).isEqualTo(Map.of(CITED, new Tally(3, 0, 0, 0, 0, 0)));
    }

    @Test
    void shouldChangeNothingWhenOlderRevisionComesLate() throws Exception {
        // Given
        write(statement(1, "B1"), Facts.closed(CITING, 1, 1, 0));
        write(statement(2, "B2"), Facts.closed(CITING, 2, 1, 0));
        // When
        write(statement(1, "B1"), Facts.closed(CITING, 1, 1, 0));
        // Then
        assertThat(view.lines("SELECT reference_key FROM active.statement")).containsExactly("B2");
        assertThat(view.lines("SELECT closed_revision FROM active.article")).containsExactly("2");
    }

    @Test
    void shouldRemoveEverythingWhenArticleIsWithdrawn() throws Exception {
        // Given
        write(
                Facts.references(CITING, 1, List.of(Facts.reference("B1", CITED))),
                statement(1, "B1"),
                Facts.closed(CITING, 1, 1, 1));
        // When
        write(Facts.withdrawn(CITING, 2), statement(2, "B1"));
        // Then
        assertThat(view.tallies()).isEmpty();
        assertThat(view.lines(
                        "SELECT record, cause, citing_publications FROM " + View.OUTBOX + " ORDER BY id DESC LIMIT 1"))
                .containsExactly("StatementRemoved withdrawal -1");
    }

    @Test
    void shouldRecountWhenTwoWorksAreMerged() throws Exception {
        // Given
        write(
                Facts.references(CITING, 1, List.of(Facts.reference("B1", CITED), Facts.reference("B2", OLD_ID))),
                statement(1, "B1"),
                Facts.statement(CITING, 1, "B2", OLD_ID, CitationType.CONTRASTING));
        assertThat(view.tallies()).hasSize(2);
        // When
        writeKeyed("alias " + OLD_ID, Facts.alias(OLD_ID, CITED));
        // Then
        assertThat(view.tallies()).isEqualTo(Map.of(CITED, new Tally(1, 0, 1, 0, 0, 1)));
        assertThat(view.lines("SELECT p.id FROM active.statement s JOIN active.publication p ON p.key = s.cited_as"
                        + " WHERE reference_key = 'B2'"))
                .containsExactly(OLD_ID);
        // When
        writeKeyed("alias " + OLD_ID, new PublicationFactRemoved("alias", OLD_ID));
        // Then
        assertThat(view.tallies())
                .isEqualTo(Map.of(CITED, new Tally(1, 0, 0, 0, 0, 1), OLD_ID, new Tally(0, 0, 1, 0, 0, 1)));
    }

    @Test
    void shouldApplyCorrectionsWhicheverComesFirst() throws Exception {
        // Given
        var corrected = Facts.corrected("c-1", Facts.id(CITING, "B1"), CitationType.CONTRASTING, Instant.EPOCH);
        // When
        write(corrected);
        write(statement(1, "B1"), Facts.closed(CITING, 1, 1, 0));
        write(statement(2, "B1"), Facts.closed(CITING, 2, 1, 0));
        // Then
        assertThat(view.lines("SELECT type, machine_type, revision FROM active.statement"))
                .containsExactly("3 1 2");
        assertThat(view.tallies()).isEqualTo(Map.of(CITED, new Tally(0, 0, 1, 0, 0, 0)));
    }

    @Test
    void shouldWriteNothingWhenAnotherOwnerHasMovedOn() throws Exception {
        // Given
        Offsets offsets = new Offsets(dataSource, generation);
        TopicPartition partition = new TopicPartition("classified", 0);
        offsets.begin(Map.of(partition, 0L));
        writer.write(batch("", statement(1, "B1")), List.of(), List.of(new Offsets.Advance(partition, 0, 1)));
        // When, Then
        assertThatThrownBy(() -> new BatchWriter(dataSource, generation)
                        .write(batch("", statement(1, "B2")), List.of(), List.of(new Offsets.Advance(partition, 0, 1))))
                .isInstanceOf(FencedException.class);
        assertThat(view.lines("SELECT reference_key FROM active.statement")).containsExactly("B1");
        assertThat(offsets.load(List.of(partition))).isEqualTo(Map.of(partition, 1L));
    }

    @Test
    void shouldMergeFieldByFieldWhenSeveralSourcesDescribe() throws Exception {
        // Given
        writeKeyed("reference " + CITED, described(CITED, Source.REFERENCE, "As cited", "J Sci", "1999"));
        writeKeyed("alias " + OLD_ID, Facts.alias(OLD_ID, CITED));
        String query =
                "SELECT title, journal, year, author_names, source FROM active.publication WHERE id = '" + CITED + "'";
        // When
        writeKeyed("registry " + OLD_ID, described(OLD_ID, Source.REGISTRY, "As registered", null, "2001-05"));
        // Then
        assertThat(view.lines(query)).containsExactly("As registered J Sci 2001 {\"Ada Okoye\"} 2");
        // When
        writeKeyed("registry " + OLD_ID, new PublicationFactRemoved("registry", OLD_ID));
        // Then
        assertThat(view.lines(query)).containsExactly("As cited J Sci 1999 {\"Ada Okoye\"} 3");
    }

    @Test
    void shouldTakeTheIdOfALicenceFromWhereItsWordsAreFrom() throws Exception {
        // Given
        ObjectNode registered = JSON.createObjectNode()
                .put("id", CITED)
                .put("source", "registry")
                .put("licence", "https://creativecommons.org/licenses/by/4.0/")
                .put("licenceId", "CC-BY-4.0");
        ObjectNode full = JSON.createObjectNode()
                .put("id", CITED)
                .put("source", "fulltext")
                .put("licence", "Ask the publisher.");
        String query = "SELECT licence, licence_id FROM active.publication WHERE id = '" + CITED + "'";
        writeKeyed("registry " + CITED, JSON.convertValue(registered, PublicationDescribed.class));
        assertThat(view.lines(query)).containsExactly("https://creativecommons.org/licenses/by/4.0/ CC-BY-4.0");
        // When
        writeKeyed("fulltext " + CITED, JSON.convertValue(full, PublicationDescribed.class));
        // Then
        assertThat(view.lines(query)).containsExactly("Ask the publisher. null");
    }

    @Test
    void shouldNotifyOnceWhenNoticeIsIssuedAgain() throws Exception {
        // Given
        var notice = new NoticeIssued(CITED, "retraction", "2022", null, null, null);
        // When
        writeKeyed("notice " + CITED + " retraction 2022", notice);
        writeKeyed("notice " + CITED + " retraction 2022", notice);
        // Then
        assertThat(view.lines("SELECT record, cause FROM " + View.OUTBOX)).containsExactly("NoticeIssued notice");
        assertThat(view.lines("SELECT kind, removed FROM active.notice")).containsExactly("retraction f");
    }

    @Test
    void shouldForgetANoticeWhoseRecordLostItsValue() throws Exception {
        // Given: as notices were taken back before sources stood in their keys
        String key = "notice " + CITED + " retraction 2022";
        writeKeyed(key, new NoticeIssued(CITED, "retraction", "2022", null, null, "doi:10.5555/editor"));
        // When
        writeKeyed(key, new PublicationFactRemoved("notice", CITED));
        // Then
        assertThat(view.lines("SELECT record, payload->>'source' FROM " + View.OUTBOX))
                .containsExactly("NoticeIssued doi:10.5555/editor", "NoticeWithdrawn doi:10.5555/editor");
        assertThat(view.lines("SELECT kind, removed, withdrawn_at IS NOT NULL FROM active.notice"))
                .containsExactly("retraction t t");
    }

    @Test
    void shouldTellNobodyWhenANoticeIsTakenBackBeforeItWasSeen() throws Exception {
        // Given: after compaction the log holds only the last record of a key
        String key = "notice " + CITED + " retraction 2022 crossref";
        // When
        writeKeyed(key, new NoticeWithdrawn(CITED, "retraction", "2022", "crossref", "no longer on the list"));
        // Then
        assertThat(view.lines("SELECT record FROM " + View.OUTBOX)).isEmpty();
        assertThat(view.lines("SELECT kind, date, removed FROM active.notice")).containsExactly("retraction 2022 t");
    }

    private static PublicationDescribed described(
            String id, Source source, String title, String journal, String published) {
        ObjectNode fact = JSON.createObjectNode()
                .put("id", id)
                .put("source", source.name().toLowerCase(Locale.ROOT))
                .put("title", title)
                .put("journal", journal)
                .put("published", published);
        fact.putArray("authors").addObject().put("family", "Okoye").put("given", "Ada");
        return JSON.convertValue(fact, PublicationDescribed.class);
    }

    private static Fact statement(long revision, String key) {
        return Facts.statement(CITING, revision, key, CITED, CitationType.SUPPORTING);
    }

    private void write(Fact... facts) throws Exception {
        writer.write(batch("", facts), List.of(), List.of());
    }

    private void writeKeyed(String key, Fact fact) throws Exception {
        writer.write(batch(key, fact), List.of(), List.of());
    }

    private FactBatch batch(String key, Fact... facts) {
        FactBatch batch = new FactBatch();
        for (Fact fact : facts) {
            batch.add(new LoggedFact<>(fact, key, new Place("topic", 0, ++offset), false, null));
        }
        return batch;
    }
}
