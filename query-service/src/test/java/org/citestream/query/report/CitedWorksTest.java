package org.citestream.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.util.List;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.database.Snapshot;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.vocabulary.FacetCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A work that is remembered shows every change that its report without memory shows. */
@WithPlatform
class CitedWorksTest {

    private static final String CITED = "doi:10.5555/remembered.cited";
    private static final String ONE = "doi:10.5555/remembered.1";
    private static final String TWO = "doi:10.5555/remembered.2";

    private final AgroalDataSource database;
    private final Snapshot snapshot;
    private final CitedWorks works;
    private FilledView view;

    CitedWorksTest(Database database) throws SQLException {
        this.database = (AgroalDataSource) TestDatabase.withApp(database);
        this.snapshot = new Snapshot(this.database);
        this.works = new CitedWorks(new CitedWorkReader(), settings(1));
    }

    @BeforeEach
    void fill() throws SQLException {
        view = new FilledView(database)
                .works(List.of(
                        SampleWork.of(CITED, "The cited work", "2001"),
                        SampleWork.of(ONE, "One", "2019").by("Ada Okoye"),
                        SampleWork.of(TWO, "Two", "2020").by("Ping Ren")))
                .said(List.of(
                        SampleStatement.of(ONE, CITED, "One says.").as("supporting", 0.9),
                        SampleStatement.of(TWO, CITED, "Two says.").as("mentioning", 0.8)));
    }

    @Test
    void shouldReuseTheCachedWorkWhileNothingIsWritten() {
        assertThat(remembered()).isSameAs(remembered());
    }

    @Test
    void shouldStayCachedWhenOtherWorksAreWritten() throws SQLException {
        // Given
        CitedWork before = remembered();

        // When
        view.works(List.of(SampleWork.of("doi:10.5555/remembered.stranger", "A stranger", "2022")));

        // Then
        assertThat(remembered()).isSameAs(before);
    }

    @Test
    void shouldNoticeThatACitingWorkIsDescribedAgain() throws SQLException {
        // Given
        remembered();

        view.works(List.of(SampleWork.of(ONE, "One, corrected", "2021").by("Ada Okoye", "Third Person")));
        // When
        Report report = agreed();
        // Then
        assertThat(report.facets().get("year")).containsExactly(new FacetCount("2021", 1), new FacetCount("2020", 1));
    }

    @Test
    void shouldSeeANoticeOnACitingWork() throws SQLException {
        // Given
        remembered();

        // When
        view.works(List.of(SampleWork.of(TWO, "Two", "2020").by("Ping Ren").noticed("retraction")));

        // Then
        assertThat(agreed().facets().get("notice"))
                .containsExactlyInAnyOrder(new FacetCount("retraction", 1), new FacetCount("none", 1));
    }

    @Test
    void shouldSeeNewStatements() throws SQLException {
        // Given
        remembered();

        // When
        view.said(List.of(SampleStatement.of(TWO, CITED, "Two says more.")
                .as("contrasting", 0.7)
                .nth(1)));

        // Then
        assertThat(agreed().matching()).isEqualTo(3);
    }

    @Test
    void shouldNoticeThatTwoCitingWorksAreMerged() throws SQLException {
        // Given
        remembered();

        // When
        view.alias(TWO, ONE);

        // Then
        assertThat(agreed().groups()).hasSize(1);
    }

    @Test
    void shouldReadWhatIsNewBesideWhatItKnows() throws SQLException {
        // Given
        Citer known = citer(remembered(), ONE);

        // When
        String three = "doi:10.5555/remembered.3";
        view.works(List.of(
                SampleWork.of(three, "Three", "2022"),
                SampleWork.of(TWO, "Two, corrected", "2021").by("Ping Ren").noticed("correction")));
        view.said(List.of(SampleStatement.of(three, CITED, "Three says.").as("contrasting", 0.7)));

        // Then
        assertThat(citer(remembered(), ONE)).isSameAs(known);
        assertThat(agreed().facets().get("year"))
                .containsExactlyInAnyOrder(
                        new FacetCount("2022", 1), new FacetCount("2021", 1), new FacetCount("2019", 1));
    }

    @Test
    void shouldNoticeThatTwoCitingWorksAreMergedBesideNewStatements() throws SQLException {
        // Given
        remembered();

        // When
        view.alias(TWO, ONE);
        view.said(List.of(SampleStatement.of(ONE, CITED, "One says more.")
                .as("contrasting", 0.7)
                .nth(1)));

        // Then
        assertThat(agreed().groups()).hasSize(1);
        assertThat(agreed().matching()).isEqualTo(3);
    }

    @Test
    void shouldForgetACitingWorkWithoutStatements() throws SQLException {
        // Given
        remembered();

        // When
        view.run("DELETE FROM %s.statement WHERE text = 'Two says.'");
        view.said(List.of(SampleStatement.of(ONE, CITED, "One says more.")
                .as("contrasting", 0.7)
                .nth(1)));

        // Then
        assertThat(remembered().citers()).extracting(Citer::id).containsExactly(ONE);
        assertThat(agreed().groups()).hasSize(1);
    }

    private static Citer citer(CitedWork work, String id) {
        return work.citers().stream()
                .filter(citer -> citer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CitedWork remembered() {
        return snapshot.read(connection -> {
            long key = publications().find(connection, CITED).orElseThrow();
            return works.get(connection, key, CitedWorks.versionOf(connection, key));
        });
    }

    /** The report, the same with memory and without. */
    private Report agreed() {
        Report report =
                reports(works).read(CITED, ReportQuery.plain(settings(1))).orElseThrow();
        Report fresh = reports(new CitedWorks(new CitedWorkReader(), settings(Integer.MAX_VALUE)))
                .read(CITED, ReportQuery.plain(settings(1)))
                .orElseThrow();
        assertThat(report).usingRecursiveComparison().isEqualTo(fresh);
        return report;
    }

    private ReportReader reports(CitedWorks remembering) {
        ObjectMapper json = new ObjectMapper();
        return new ReportReader(
                snapshot,
                publications(),
                new StatementReader(json, publications()),
                new NoticedReferenceReader(publications(), settings(1)),
                remembering,
                new CitedWorkReader(),
                settings(1));
    }

    private static PublicationReader publications() {
        return new PublicationReader(new ObjectMapper());
    }

    private static ReportSettings settings(int rememberFrom) {
        return new SmallRyeConfigBuilder()
                .withMapping(ReportSettings.class)
                .withDefaultValue("citestream.report.remember-from", Integer.toString(rememberFrom))
                .build()
                .getConfigMapping(ReportSettings.class);
    }
}
