package org.citestream.classify.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionRulesTest {

    private final SectionRules rules = new SectionRules();

    @ParameterizedTest
    @CsvSource({
        "1. Introduction, INTRODUCTION",
        "RESULTS AND DISCUSSION, RESULTS",
        "Conclusions, DISCUSSION",
        "Materials & Methods, METHODS",
        "2.1 Statistical analysis, METHODS",
        "Discussão, DISCUSSION",
        "Supplementary Material, OTHER",
        "Limitations of the study, DISCUSSION"
    })
    void shouldTellSectionWhenHeadingIsPlain(String heading, Section section) {
        // When
        Optional<Section> told = rules.section(Optional.empty(), List.of(heading));
        // Then
        assertThat(told).contains(section);
    }

    @Test
    void shouldAskTheNearestAncestorWhenHeadingFitsNoSection() {
        // When
        Optional<Section> told = rules.section(Optional.empty(), List.of("Results", "Instinctive behaviours"));
        // Then
        assertThat(told).contains(Section.RESULTS);
    }

    @Test
    void shouldTrustPublisherWhenSecTypeIsThere() {
        // When
        Optional<Section> told = rules.section(Optional.of("materials|methods"), List.of("What we did"));
        // Then
        assertThat(told).contains(Section.METHODS);
    }

    @Test
    void shouldLeaveItOpenWhenNothingTells() {
        // When
        Optional<Section> told = rules.section(Optional.empty(), List.of("Instinctive behaviours"));
        // Then
        assertThat(told).isEmpty();
    }
}
