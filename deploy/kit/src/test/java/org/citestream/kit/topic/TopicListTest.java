package org.citestream.kit.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicListTest {

    private final TopicList list = TopicList.read();

    @Test
    void shouldDeriveDeadLettersAndRedrivesWhenAGroupNeedsTopics() {
        // When
        List<Topic> needed = list.neededBy(
                "citestream.catalogue", List.of("citations.publications.v1"), List.of("citestream.control.v1"));

        // Then
        assertThat(needed)
                .extracting(Topic::name)
                .containsExactly(
                        "citations.publications.v1",
                        "citestream.control.v1",
                        "dlq.citestream.catalogue.citations.publications.v1",
                        "redrive.citestream.catalogue");
        assertThat(needed.get(3).partitions()).isEqualTo(12);
        assertThat(needed.get(2).config()).containsEntry("retention.ms", "2592000000");
    }

    @Test
    void shouldNameWhatAGroupReads() {
        assertThat(list.readBy("citestream.projection")).hasSize(3).contains("citations.corrections.v1");
        assertThatThrownBy(() -> list.readBy("nobody")).hasMessageContaining("names no group nobody");
    }

    @Test
    void shouldRefuseATopicWhenTheListDoesNotNameIt() {
        assertThat(list.has("citations.candidate.v1")).isFalse();
        assertThatThrownBy(() -> list.topic("citations.candidate.v1")).hasMessageContaining("citations.candidate.v1");
    }

    @Test
    void shouldKnowWhatItNamesAndWhatIsDerivedFromIt() {
        assertThat(List.of(
                        "citations.changes.v1",
                        "redrive.citestream.classify",
                        "dlq.citestream.projection.citations.classified.v1",
                        "dlq.citestream.projection.redrive.citestream.projection"))
                .allMatch(list::knows);
        assertThat(List.of("__consumer_offsets", "payroll", "dlq.citestream.classify.payroll", "redrive.payroll"))
                .noneMatch(list::knows);
    }
}
