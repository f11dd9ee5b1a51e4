package org.citestream.classify.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"classify", "evaluate", "train"})
    void shouldSayThatAFileIsNotThere(String command, @TempDir Path folder) {
        // Given
        Path missing = folder.resolve("missing.jsonl");
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        int code;
        // When
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            code = Commands.run(new String[] {command, missing.toString()});
        } finally {
            System.setErr(err);
        }
        // Then
        assertThat(code).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("no such file: " + missing + "\n");
    }
}
