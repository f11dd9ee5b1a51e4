package org.citestream.query.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Tally TALLY = new Tally(1, 20, 3, 4, 5, 15);

    @Test
    void shouldListTheTotalFirst() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(TALLY))
                .isEqualTo(
                        "{\"total\":33,\"supporting\":1,\"mentioning\":20,\"contrasting\":3,\"unclassified\":4,\"notASentence\":5,"
                                + "\"citingPublications\":15}");
        assertThat(JSON.writeValueAsString(ShownTally.of(TALLY, 12)))
                .isEqualTo(
                        "{\"total\":33,\"supporting\":1,\"mentioning\":20,\"contrasting\":3,\"unclassified\":4,\"notASentence\":5,"
                                + "\"citingPublications\":15,\"citingPublicationsWithStatements\":12}");
    }

    @Test
    void shouldAddUp() {
        assertThat(TALLY.plus(TALLY).plus(Tally.NONE)).isEqualTo(new Tally(2, 40, 6, 8, 10, 30));
    }

    @Test
    void shouldRefuseACountBelowZero() {
        assertThatThrownBy(() -> new Tally(0, 0, -1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
