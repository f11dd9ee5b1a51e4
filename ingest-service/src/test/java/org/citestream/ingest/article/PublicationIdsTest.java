package org.citestream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PublicationIdsTest {
    private static final PublicationId CITING = new PublicationId("doi:10.5555/citing");
    private static final String TITLE = "Hand-raised rodents keep their innate fears";

    private static Reference reference(String key, String title, String author, Integer year, String container) {
        return ReferenceBuilder.reference(key, it -> {
            it.title = title;
            it.authors = author == null ? List.of() : List.of(Author.person(author, "K"));
            it.container = container;
            it.year = year;
            it.placement = new Placement("4", null, "12", null);
        });
    }

    @Test
    void shouldPreferTheBestKnownIdWhenThereAreSeveral() {
        assertThat(new Identifiers("10.1/a", "1", "PMC1", null).best()).contains(new PublicationId("doi:10.1/a"));
        assertThat(new Identifiers(null, "1", "PMC1", "2103.00001").best()).contains(new PublicationId("pmid:1"));
        assertThat(new Identifiers(null, null, null, "2103.00001").best())
                .contains(new PublicationId("arxiv:2103.00001"));
        assertThat(Identifiers.NONE.best()).isEmpty();
    }

    @Test
    void shouldBeTheSameWorkWhenTitleYearAndFirstAuthorAgree() {
        // Given
        PublicationId one = PublicationIds.of(CITING, reference("B1", TITLE, "Müller", 2001, "A"));

        // When
        PublicationId other = PublicationIds.of(
                new PublicationId("doi:10.5555/other"),
                reference("r9", TITLE.toUpperCase(Locale.ROOT), "Muller", 2001, "B"));

        // Then
        assertThat(other).isEqualTo(one);
        assertThat(one.kind()).isEqualTo(PublicationId.Scheme.REF);
        assertThat(one.local()).hasSize(64);
    }

    @Test
    void shouldGoByItsPlaceWhenTheTitleNamesNoWork() {
        // Given
        PublicationId one = PublicationIds.of(CITING, reference("B1", "Editorial", "Doe", 2001, "Ethol. Lett."));

        // When
        PublicationId other = PublicationIds.of(CITING, reference("B2", null, null, 2001, "Ethol Lett"));

        // Then
        assertThat(other).isEqualTo(one);
    }

    @Test
    void shouldNeverBeSharedWhenNothingIdentifiesTheWork() {
        // Given
        Reference blank = reference("B1", null, null, null, null);

        // When, Then
        assertThat(PublicationIds.of(CITING, blank)).isEqualTo(PublicationIds.of(CITING, blank));
        assertThat(PublicationIds.of(CITING, blank))
                .isNotEqualTo(PublicationIds.of(CITING, reference("B2", null, null, null, null)))
                .isNotEqualTo(PublicationIds.of(new PublicationId("pmid:1"), blank));
    }

    @Test
    void shouldRefuseWhenAnIdHasNoKnownKind() {
        assertThatThrownBy(() -> new PublicationId("isbn:1")).hasMessageContaining("isbn:1");
        assertThatThrownBy(() -> new PublicationId("doi:")).isInstanceOf(IllegalArgumentException.class);
    }
}
