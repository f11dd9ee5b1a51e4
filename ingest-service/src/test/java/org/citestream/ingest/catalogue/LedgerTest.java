package org.citestream.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.citestream.ingest.PlatformResource;
import org.citestream.ingest.article.Article;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class LedgerTest {
    private static final String ID = "doi:10.5555/ledger.1";
    private static final String LOST = "doi:10.5555/ledger.2";

    @Inject
    Ledger ledger;

    @Test
    void shouldKeepTheLatestReadingWhenAnOlderOneIsClosedAfterIt() {
        // Given
        long first = ledger.open(ID);
        long second = ledger.open(ID);
        // When
        ledger.close(reading(ID, second, "second"));
        ledger.close(reading(ID, first, "first"));
        // Then
        assertThat(second).isGreaterThan(first);
        assertThat(ledger.find(ID))
                .hasValueSatisfying(last -> assertThat(last.digest()).isEqualTo("second"));
    }

    @Test
    void shouldNoteAReadingWhenTheDatabaseDiedAndLostWhatWasOpened() {
        // When
        ledger.close(reading(LOST, Long.MAX_VALUE - 1, "lost"));
        // Then
        assertThat(ledger.findByDigest("lost"))
                .hasValueSatisfying(last -> assertThat(last.id()).isEqualTo(LOST));
        assertThat(ledger.open(LOST)).as("a later revision").isEqualTo(Long.MAX_VALUE);
    }

    private static LedgerEntry reading(String id, long revision, String digest) {
        return new LedgerEntry(id, revision, digest, "file", Article.Format.JATS, 3, 2, 1, 0);
    }
}
