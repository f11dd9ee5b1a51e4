package org.citestream.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;
import org.junit.jupiter.api.Test;

/** Memory and the database rank alike, codes that this version does not know included. */
@WithPlatform
class RelevanceTest {

    private record Labels(int type, int section) {

        int rank() {
            return Relevance.of(type, section);
        }
    }

    @Test
    void shouldOrderAllCombinationsAlikeInMemoryAndInSql(Database database) throws SQLException {
        // Given
        DataSource dataSource = TestDatabase.withApp(database);
        List<Labels> inMemory = new ArrayList<>();
        for (int type = 0; type <= CitationType.values().length; type++) {
            for (int section = 0; section <= Section.values().length; section++) {
                inMemory.add(new Labels(type, section));
            }
        }
        inMemory.sort(
                Comparator.comparing(Labels::rank).thenComparing(Labels::type).thenComparing(Labels::section));
        // When
        List<Labels> inSql = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            new Sql()
                    .add("SELECT type, section, " + Relevance.sql() + " AS rank")
                    .add("FROM generate_series(0, ?) AS type,", CitationType.values().length)
                    .add("generate_series(0, ?) AS section", Section.values().length)
                    .add("ORDER BY rank, type, section")
                    .each(connection, 0, row -> {
                        inSql.add(new Labels(row.getInt("type"), row.getInt("section")));
                        ranks.add(row.getInt("rank"));
                    });
        }
        // Then
        assertThat(inSql).isEqualTo(inMemory);
        assertThat(ranks).isEqualTo(inMemory.stream().map(Labels::rank).toList());
    }

    @Test
    void shouldRankAsInEarlierCursors() {
        assertThat(rank(CitationType.CONTRASTING, Section.RESULTS)).isZero();
        assertThat(rank(CitationType.CONTRASTING, Section.OTHER)).isEqualTo(4);
        assertThat(rank(CitationType.SUPPORTING, Section.METHODS)).isEqualTo(12);
        assertThat(rank(CitationType.MENTIONING, Section.DISCUSSION)).isEqualTo(21);
        assertThat(rank(CitationType.UNCLASSIFIED, Section.UNKNOWN)).isEqualTo(25);
    }

    private static int rank(CitationType type, Section section) {
        return Relevance.of(type.code(), section.code());
    }
}
