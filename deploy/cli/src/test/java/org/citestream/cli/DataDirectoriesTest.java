package org.citestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoriesTest {

    @TempDir
    Path home;

    @Test
    void shouldTakeOptionBeforeVariableBeforeCurrentWhenSeveralAreGiven() {
        // Given
        new DataDirectories(Map.of(), home).markCurrent(Path.of("/srv/current"));
        var plain = new DataDirectories(Map.of(), home);
        var variable = new DataDirectories(Map.of("CITESTREAM_DATA", "/srv/variable"), home);
        // When, Then
        assertThat(plain.ofLine(Optional.empty())).hasToString("/srv/current");
        assertThat(variable.ofLine(Optional.empty())).hasToString("/srv/variable");
        assertThat(variable.ofLine(Optional.of(Path.of("/srv/option")))).hasToString("/srv/option");
    }

    @Test
    void shouldStartInDataHomeWhenNothingIsSaid() {
        // Given
        var plain = new DataDirectories(Map.of(), home);
        var moved = new DataDirectories(Map.of("XDG_DATA_HOME", "/srv/data"), home);
        // When, Then
        assertThat(plain.toStart(Optional.empty())).isEqualTo(home.resolve(".local/share/citestream/main"));
        assertThat(moved.toStart(Optional.empty())).hasToString("/srv/data/citestream/main");
        assertThat(moved.toStartDemo(Optional.empty())).hasToString("/srv/data/citestream/demo");
    }

    @Test
    void shouldNotStartInCurrentWhenAnotherLineWasStartedLast() {
        // Given
        var plain = new DataDirectories(Map.of(), home);
        plain.markCurrent(Path.of("/srv/demo"));
        // When
        Path toStart = plain.toStart(Optional.empty());
        // Then: people's own articles do not land among the samples
        assertThat(toStart).isEqualTo(home.resolve(".local/share/citestream/main"));
    }
}
