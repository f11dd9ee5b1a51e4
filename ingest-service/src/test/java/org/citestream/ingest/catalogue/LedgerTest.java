package org.citestream.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.citestream.ingest.article.Article;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithPlatform
class LedgerTest {
    private static final String ID = "doi:10.5555/ledger.1";

    private Ledger ledger;

    @BeforeEach
    void createTables(Database database) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load();
        flyway.migrate();
        ledger = new Ledger(flyway.getConfiguration().getDataSource());
    }

    @Test
    void shouldKeepTheLatestReadingWhenAnOlderOneIsClosedAfterIt() {
        // Given
        long first = ledger.open(ID);
        long second = ledger.open(ID);
        // When
        ledger.close(reading(second, "second"));
        ledger.close(reading(first, "first"));
        // Then
        assertThat(second).isGreaterThan(first);
        assertThat(ledger.find(ID))
                .hasValueSatisfying(last -> assertThat(last.digest()).isEqualTo("second"));
    }

    @Test
    void shouldNoteAReadingWhenTheDatabaseDiedAndLostWhatWasOpened() {
        // When
        ledger.close(reading(Long.MAX_VALUE - 1, "lost"));
        // Then
        assertThat(ledger.findByDigest("lost"))
                .hasValueSatisfying(last -> assertThat(last.id()).isEqualTo(ID));
        assertThat(ledger.open(ID)).as("a later revision").isEqualTo(Long.MAX_VALUE);
    }

    private static Reading reading(long revision, String digest) {
        return new Reading(ID, revision, digest, "file", Article.Format.JATS, 3, 2, 1, 0);
    }
}
