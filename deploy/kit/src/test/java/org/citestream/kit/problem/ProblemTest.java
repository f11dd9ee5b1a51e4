package org.citestream.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldWriteItsMembersBesideTheOthersWhenThereAreSome() throws Exception {
        // Given
        Problem problem = Problem.badParameter("q", "a quote is not closed").with("position", 7);

        // When, Then
        assertThat(JSON.writeValueAsString(problem)).isEqualTo("""
                {"type":"about:blank","title":"Bad parameter","status":400,"detail":"q: a quote is not closed",\
                "parameter":"q","position":7}""");
    }

    @Test
    void shouldNameItsKindWhenProgramsTellItByName() throws Exception {
        assertThat(JSON.writeValueAsString(Problem.named("busy", "Busy", 503, "Later.")))
                .isEqualTo("""
                {"type":"https://citestream.org/problems/busy","title":"Busy","status":503,"detail":"Later."}""");
    }
}
