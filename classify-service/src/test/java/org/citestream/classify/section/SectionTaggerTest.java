package org.citestream.classify.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectionTaggerTest {

    private final SectionTagger tagger = new SectionTagger();

    @Test
    void shouldSayOtherWhenHeadingFitsNoneOfTheFour() {
        // When
        Optional<Section> told = tagger.section(Optional.empty(), List.of("Jasminum humile"));
        // Then
        assertThat(told).contains(Section.OTHER);
    }

    @Test
    void shouldSayNothingWhenThereIsNoHeading() {
        // When
        Optional<Section> told = tagger.section(Optional.empty(), List.of());
        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void shouldAnswerAlikeWhateverWasAskedBefore() {
        // Given
        Optional<Section> fresh = new SectionTagger().section(Optional.empty(), List.of("Discussion"));
        // When
        tagger.section(Optional.of("methods"), List.of("Discussion"));
        Optional<Section> afterType = tagger.section(Optional.empty(), List.of("Discussion"));
        tagger.section(Optional.empty(), List.of("Discussion", "Statistical analysis"));
        Optional<Section> afterHeading = tagger.section(Optional.empty(), List.of("Discussion"));
        // Then
        assertThat(afterType).isEqualTo(fresh).contains(Section.DISCUSSION);
        assertThat(afterHeading).isEqualTo(fresh);
    }

    @Test
    void shouldAskTheModelWhenNoRuleKnowsTheHeading() {
        // Given
        String heading = "Phosphorus analysis";
        assertThat(SectionRules.byHeading(heading)).isEmpty();
        // When
        Optional<Section> told = tagger.section(Optional.empty(), List.of(heading));
        // Then
        assertThat(told).contains(Section.METHODS);
    }
}
