package org.citestream.ingest.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.ReferenceBuilder;
import org.junit.jupiter.api.Test;

class RelationshipsTest {
    private static final Author ADA = new Author("Flynn", "Ada Beth", "0000-0002-1825-0097", List.of(), false);

    private static Relationship between(List<Author> citing, boolean truncated, Author... cited) {
        return new Relationships(citing).to(ReferenceBuilder.reference("B1", it -> {
            it.authors = List.of(cited);
            it.authorsTruncated = truncated;
        }));
    }

    @Test
    void shouldBeSelfWhenFamilyNameAndInitialsAgree() {
        // When
        Relationship relationship =
                between(List.of(ADA), false, Author.person("Doe", "J"), Author.person("FLYNN", "AB"));

        // Then
        assertThat(relationship.kind()).isEqualTo(Relationship.Kind.SELF);
        assertThat(relationship.shared()).containsExactly("Ada Beth Flynn");
    }

    @Test
    void shouldBeSelfWhenOneGivesFewerInitials() {
        assertThat(between(List.of(ADA), true, Author.person("Flynn", "A.")).kind())
                .isEqualTo(Relationship.Kind.SELF);
    }

    @Test
    void shouldBeIndependentWhenInitialsOrOrcidDiffer() {
        assertThat(between(List.of(ADA), false, Author.person("Flynn", "AC")).kind())
                .isEqualTo(Relationship.Kind.INDEPENDENT);
        assertThat(between(List.of(ADA), false, new Author("Flynn", "Ada", "0000-0002-1694-233X", List.of(), false))
                        .kind())
                .isEqualTo(Relationship.Kind.INDEPENDENT);
    }

    @Test
    void shouldBeUnknownWhenListsAreMissingOrCut() {
        assertThat(between(List.of(), false, ADA).kind()).isEqualTo(Relationship.Kind.UNKNOWN);
        assertThat(between(List.of(ADA), false).kind()).isEqualTo(Relationship.Kind.UNKNOWN);
        assertThat(between(List.of(ADA), true, Author.person("Doe", "J")).kind())
                .isEqualTo(Relationship.Kind.UNKNOWN);
    }
}
