package org.citestream.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationIds;
import org.citestream.ingest.fact.PublicationDescribed;
import org.junit.jupiter.api.Test;

class IdentificationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double THRESHOLD = 0.9;
    private static final PublicationId NAMELESS = new PublicationId("ref:" + "0".repeat(64));
    private static final String TITLE = "Fear extinction in the rat and its neural basis";

    @Test
    void shouldBeSureWhenTitleAuthorAndYearAgree() {
        assertThat(WorkSimilarity.of(work(TITLE, "ren", 2015), work(TITLE, "ren", 2015)))
                .isEqualTo(1.0);
    }

    @Test
    void shouldStayBelowThresholdWhenAuthorIsUnknown() {
        assertThat(WorkSimilarity.of(work(TITLE, "", 2015), work(TITLE, "ren", 2015)))
                .isCloseTo(0.85, within(1e-9));
    }

    @Test
    void shouldMatchWhenTitleDiffersByAMisprintOnly() {
        // Given
        BibliographicKey printed = work("Fear extincton in the rat and its neural basis", "ren", 2015);
        // When
        Optional<Match> match = Identification.byTitle(
                NAMELESS, printed, List.of(described("doi:10.5555/a", TITLE, "Ren", 2015, null)), Map.of(), THRESHOLD);
        // Then
        assertThat(match.map(Match::cited)).contains(new PublicationId("doi:10.5555/a"));
        assertThat(match.get().score()).isBetween(0.9, 0.99);
    }

    @Test
    void shouldNotMatchWhenTitlesDifferInANumber() {
        assertThat(WorkSimilarity.of(
                        work("Studies of instinct and of habit, part I", "ren", 2015),
                        work("Studies of instinct and of habit, part II", "ren", 2015)))
                .isZero();
    }

    @Test
    void shouldNotMatchWhenTitleIsTooShortToNameAWork() {
        assertThat(WorkSimilarity.of(work("Editorial", "ren", 2015), work("Editorial", "ren", 2015)))
                .isZero();
    }

    @Test
    void shouldGuessNothingWhenTwoWorksAreAsAlike() {
        // Given
        var candidates = List.of(
                described("doi:10.5555/a", TITLE, "Ren", 2015, null),
                described("doi:10.5555/b", TITLE, "Ren", 2015, null));
        // When
        Optional<Match> match =
                Identification.byTitle(NAMELESS, work(TITLE, "ren", 2015), candidates, Map.of(), THRESHOLD);
        // Then
        assertThat(match).isEmpty();
    }

    @Test
    void shouldMatchWhenTwoIdsAreOfOneWork() {
        // Given
        var candidates = List.of(
                described("doi:10.5555/a", TITLE, "Ren", 2015, null), described("pmid:77", TITLE, "Ren", 2015, null));
        Map<String, PublicationId> roots = Map.of("pmid:77", new PublicationId("doi:10.5555/a"));
        // When
        Optional<Match> match =
                Identification.byTitle(NAMELESS, work(TITLE, "ren", 2015), candidates, roots, THRESHOLD);
        // Then
        assertThat(match.map(Match::cited)).contains(new PublicationId("doi:10.5555/a"));
    }

    @Test
    void shouldTakePublishedVersionWhenPreprintHasSameTitle() {
        // Given
        var candidates = List.of(
                described("doi:10.1101/2014.1", TITLE, "Ren", 2015, null),
                described("doi:10.5555/a", TITLE, "Ren", 2015, "Annals of Sample Science"));
        // When
        Optional<Match> published =
                Identification.byTitle(NAMELESS, work(TITLE, "ren", 2015), candidates, Map.of(), THRESHOLD);
        Optional<Match> preprint = Identification.byTitle(
                NAMELESS,
                new BibliographicKey(work(TITLE, "ren", 2015).title(), "ren", 2015, BibliographicKey.Form.PREPRINT, ""),
                candidates,
                Map.of(),
                THRESHOLD);
        // Then
        assertThat(published.map(Match::cited)).contains(new PublicationId("doi:10.5555/a"));
        assertThat(preprint.map(Match::cited)).contains(new PublicationId("doi:10.1101/2014.1"));
    }

    @Test
    void shouldNameEveryClaimantWhenOnePmidHasTwoDois() {
        // Given
        PublicationId pmid = new PublicationId("pmid:77");
        var holders = List.of(holder("doi:10.5555/a", "reference"), holder("doi:10.5555/b", "reference"));
        // When
        var claimants = Identification.claimants(pmid, holders);
        // Then
        assertThat(claimants).containsExactly(new PublicationId("doi:10.5555/a"), new PublicationId("doi:10.5555/b"));
    }

    @Test
    void shouldBelieveTheWorkItselfWhenReferenceListsSayOtherwise() {
        // Given
        PublicationId pmid = new PublicationId("pmid:77");
        var holders = List.of(holder("doi:10.5555/a", "fulltext"), holder("doi:10.5555/b", "reference"));
        // When
        var claimants = Identification.claimants(pmid, holders);
        // Then
        assertThat(claimants).containsExactly(new PublicationId("doi:10.5555/a"));
    }

    private static CatalogueQueries.IdClaim holder(String id, String source) {
        return new CatalogueQueries.IdClaim("pmid:77", new PublicationId(id), source);
    }

    private static BibliographicKey work(String title, String family, Integer year) {
        return new BibliographicKey(PublicationIds.normalise(title), family, year, BibliographicKey.Form.PUBLISHED, "");
    }

    private static PublicationDescribed described(String id, String title, String family, int year, String journal) {
        ObjectNode fact = JSON.createObjectNode()
                .put("id", id)
                .put("source", "reference")
                .put("title", title)
                .put("journal", journal)
                .put("published", Integer.toString(year));
        fact.putArray("authors").addObject().put("family", family);
        return JSON.convertValue(fact, PublicationDescribed.class);
    }
}
