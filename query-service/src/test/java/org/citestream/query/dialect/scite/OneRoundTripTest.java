package org.citestream.query.dialect.scite;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.citestream.query.PlatformResource;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.report.CountedDatabase;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.junit.jupiter.api.Test;

/** A batch of 500 DOIs is one statement to the database, however many of them are known. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class OneRoundTripTest {

    private static final int BATCH = 500;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    PublicationReader publications;

    @Inject
    SciteSettings settings;

    @Test
    void shouldAskTheDatabaseOnceForABatch() throws SQLException {
        // Given
        List<String> dois =
                IntStream.range(0, BATCH).mapToObj(i -> "10.5555/trip." + i).toList();
        List<SampleWork> works = dois.stream()
                .limit(BATCH / 2)
                .map(doi -> SampleWork.of("doi:" + doi, doi, "2001")
                        .by("Ping Ren")
                        .noticed("erratum")
                        .in("J", "review"))
                .toList();
        new FilledView(dataSource)
                .works(works)
                .said(works.stream()
                        .map(work -> SampleStatement.of(works.get(0).id(), work.id(), "We cite."))
                        .toList());
        CountedDatabase database = new CountedDatabase(dataSource);
        TallyReader tallies = new TallyReader(database.snapshot());
        PaperReader papers = new PaperReader(database.snapshot(), publications, settings);
        Map<String, Function<List<String>, Map<String, ?>>> batches = Map.of(
                "tallies", tallies::tallies,
                "sections", tallies::sections,
                "pubmed types", tallies::pubmedTypes,
                "papers", papers::papers);
        // When, Then
        batches.forEach((name, read) -> {
            assertThat(read.apply(dois)).as(name).hasSize(BATCH / 2);
            assertThat(database.talks()).as(name).containsExactly("executeQuery");
        });
    }
}
