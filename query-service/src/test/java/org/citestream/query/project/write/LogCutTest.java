package org.citestream.query.project.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.deadletter.Place;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The broker has lost the end of a partition that the view has read. */
@WithPlatform
class LogCutTest {

    private static final TopicPartition CLASSIFIED = new TopicPartition("citations.classified.v1", 1);
    private static final TopicPartition PUBLICATIONS = new TopicPartition("citations.publications.v1", 0);
    private static final String KEPT = "doi:10.5555/cut.kept";
    private static final String LOST = "doi:10.5555/cut.lost";
    private static final String CITED = "doi:10.5555/cut.cited";
    private static final String OTHER = "doi:10.5555/cut.other";

    private Offsets offsets;
    private BatchWriter writer;
    private View view;

    @BeforeEach
    void write(Database database) throws Exception {
        DataSource dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        offsets = new Offsets(dataSource, generation);
        writer = new BatchWriter(dataSource, generation);
        view = new View(dataSource);
        offsets.begin(Map.of(CLASSIFIED, 0L, PUBLICATIONS, 0L));
        write(CLASSIFIED, 0, KEPT, reading(KEPT, 1, CITED));
        write(CLASSIFIED, 2, LOST, reading(LOST, 1, CITED));
        write(PUBLICATIONS, 0, "alias pmid:1", List.of(Facts.alias("pmid:1", CITED)));
        write(PUBLICATIONS, 1, "alias pmid:2", List.of(Facts.alias("pmid:2", CITED)));
    }

    @Test
    void shouldNameTheArticlesAndReadOnAtTheEnd() throws Exception {
        // When
        List<String> articles = offsets.goBack(CLASSIFIED, 4, 2);
        // Then: what was read stays
        assertThat(articles).containsExactly(LOST);
        assertThat(offsets.load(List.of(CLASSIFIED))).containsEntry(CLASSIFIED, 2L);
        assertThat(view.lines("SELECT count(*) FROM active.statement")).containsExactly("2");
        assertThat(view.lines("SELECT topic, partition, held, read, articles[1] FROM app.log_cut"))
                .containsExactly("citations.classified.v1 1 2 4 " + LOST);
        // When: the article is published again
        write(CLASSIFIED, 2, LOST, reading(LOST, 2, OTHER));
        // Then
        assertThat(view.lines("SELECT s.revision, p.id FROM active.statement s"
                        + " JOIN active.publication p ON p.key = s.cited ORDER BY 1"))
                .containsExactly("1 " + CITED, "2 " + OTHER);
        assertThat(view.tallies()).isEqualTo(view.recounted());
    }

    @Test
    void shouldTakeWhatComesThenForNewerThanWhatWasLost() throws Exception {
        // Given
        offsets.goBack(PUBLICATIONS, 2, 0);
        // When: both stand before where they stood
        write(PUBLICATIONS, 0, "alias pmid:2", List.of(Facts.alias("pmid:2", OTHER)));
        // Then
        assertThat(view.lines("SELECT f.id, t.id FROM active.alias a JOIN active.publication f ON f.key = a.publication"
                        + " JOIN active.publication t ON t.key = a.target ORDER BY 1"))
                .containsExactly("pmid:1 " + CITED, "pmid:2 " + OTHER);
    }

    @Test
    void shouldChangeNothingWhenAnotherOwnerHasMovedOn() throws Exception {
        // When, Then
        assertThatThrownBy(() -> offsets.goBack(CLASSIFIED, 3, 2)).isInstanceOf(FencedException.class);
        assertThat(offsets.load(List.of(CLASSIFIED))).containsEntry(CLASSIFIED, 4L);
        assertThat(view.lines("SELECT count(*) FROM app.log_cut")).containsExactly("0");
    }

    private static List<Fact> reading(String citing, long revision, String cited) {
        return List.of(
                Facts.statement(citing, revision, "B1", cited, CitationType.SUPPORTING),
                Facts.closed(citing, revision, 1, 0));
    }

    private void write(TopicPartition partition, long from, String key, List<? extends Fact> facts) throws Exception {
        FactBatch batch = new FactBatch();
        long offset = from;
        for (Fact fact : facts) {
            batch.add(new LoggedFact<>(
                    fact, key, new Place(partition.topic(), partition.partition(), offset++), false, null));
        }
        writer.write(batch, List.of(), List.of(new Offsets.Advance(partition, from, offset)));
    }
}
