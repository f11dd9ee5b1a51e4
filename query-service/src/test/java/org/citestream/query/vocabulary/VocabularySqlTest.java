package org.citestream.query.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularySqlTest {

    @Test
    void shouldReplaceWordsByTheirValues() {
        // Given
        String sql = "SELECT ${cause:article} FROM ${schema}.outbox WHERE record = ${change:CitedNoticeIssued}"
                + " AND section IN (${section:results}, ${section:other}) AND relationship = ${relationship:self}";
        // When, Then
        assertThat(VocabularySql.of(sql))
                .isEqualTo("SELECT 'article' FROM ${schema}.outbox WHERE record = 'CitedNoticeIssued'"
                        + " AND section IN (3, 5) AND relationship = 1");
    }

    @ParameterizedTest
    @EnumSource
    void shouldInsertTheCodeOfEveryType(CitationType type) {
        assertThat(VocabularySql.of("${type:" + type.wireName() + "}")).isEqualTo(Integer.toString(type.code()));
    }

    @Test
    void shouldListTheTypesWithColumnAndCode() {
        assertThat(VocabularySql.of("${types # AS @}, ${total t.@}"))
                .isEqualTo("0 AS unclassified, 1 AS supporting, 2 AS mentioning, 3 AS contrasting, 4 AS not_a_sentence,"
                        + " (t.unclassified + t.supporting + t.mentioning + t.contrasting + t.not_a_sentence)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${type:contradicting}", "${change:StatmentAdded}", "${kind:retraction}"})
    void shouldRefuseUnknownWords(String place) {
        assertThatThrownBy(() -> VocabularySql.of("SELECT " + place))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place);
    }
}
