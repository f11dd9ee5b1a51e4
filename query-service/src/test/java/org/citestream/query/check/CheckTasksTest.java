package org.citestream.query.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.check.CheckTask.TaskState;
import org.citestream.query.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What is held and for how long, without workers: whoever waits, waits. */
class CheckTasksTest {

    private static final byte[] NO_LIST = "<html/>".getBytes(StandardCharsets.UTF_8);

    @Test
    void shouldHoldNoMoreThanItMay() {
        // Given
        CheckTasks tasks = tasks(Map.of("citestream.check.tasks", "2", "citestream.check.manuscript-bytes", "1K"));
        CheckTask first = tasks.submit(NO_LIST, Optional.empty());
        tasks.submit(NO_LIST, Optional.empty());
        // When, Then
        assertThatThrownBy(() -> tasks.submit(NO_LIST, Optional.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("in a moment");
        tasks.cancel(first);
        assertThat(first.state()).isEqualTo(TaskState.CANCELLED);
        assertThat(first.holdsManuscript()).isFalse();
        assertThatThrownBy(() -> tasks.submit(new byte[1020], Optional.empty())).isInstanceOf(ProblemException.class);
        tasks.submit(NO_LIST, Optional.empty());
    }

    @Test
    void shouldForgetAManuscriptThatWasReadAndAReportAfterItsTime() {
        // Given
        CheckTasks tasks = tasks(Map.of("citestream.check.reports-for", "0s"));
        CheckTask task = tasks.submit(NO_LIST, Optional.empty());
        assertThat(tasks.find(task.id())).contains(task);
        // When
        tasks.work();
        // Then
        assertThat(task.state()).isEqualTo(TaskState.FAILED);
        assertThat(task.problem().orElseThrow().detail()).contains("root element is <html>");
        assertThat(task.await(Duration.ZERO)).isTrue();
        assertThat(task.holdsManuscript()).isFalse();
        assertThat(tasks.again(task)).isFalse();
        assertThat(tasks.find(task.id())).isEmpty();
    }

    @Test
    void shouldCheckAgainWhatIsKept() {
        // Given
        CheckTasks tasks = tasks(Map.of("citestream.check.manuscripts-for", "1h"));
        CheckTask task = tasks.submit(NO_LIST, Optional.of(ListFormat.CSL_JSON));
        tasks.work();
        // When
        boolean waits = tasks.again(task);
        // Then
        assertThat(waits).isTrue();
        assertThat(task.state()).isEqualTo(TaskState.WAITING);
        assertThat(task.problem()).isEmpty();
        tasks.work();
        assertThat(task.problem().orElseThrow().detail()).contains("Read as csl-json");
        tasks.forget(task);
        assertThat(tasks.find(task.id())).isEmpty();
    }

    private static CheckTasks tasks(Map<String, String> changed) {
        CheckSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CheckSettings.class)
                .withDefaultValues(changed)
                .build()
                .getConfigMapping(CheckSettings.class);
        return new CheckTasks(new ReferenceLists(settings), null, settings);
    }
}
