package org.citestream.cli.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

    @TempDir
    Path folder;

    @Test
    void shouldBeginALogAnewWhileItIsWritten() throws IOException {
        // Given
        Path log = folder.resolve("query-service.log");
        try (OutputStream writer = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                LogRotation rotation = new LogRotation(folder, 1000)) {
            writer.write("old words\n".repeat(200).getBytes(StandardCharsets.UTF_8));
            // When
            rotation.look();
            writer.write("new words\n".getBytes(StandardCharsets.UTF_8));
            rotation.look();
        }
        // Then
        assertThat(log).hasContent("new words");
        assertThat(folder.resolve("query-service.log.1")).hasSize(2000);
    }

    @Test
    void shouldLeaveSmallLogsAndOtherFilesAlone() throws IOException {
        // Given
        Files.writeString(folder.resolve("ingest-service.log"), "words");
        Files.writeString(folder.resolve("platform.log"), "words ".repeat(1000));
        // When
        try (LogRotation rotation = new LogRotation(folder, 1000)) {
            rotation.look();
        }
        // Then
        assertThat(folder.resolve("ingest-service.log")).hasContent("words");
        assertThat(folder).isDirectoryNotContaining("glob:**.1");
    }
}
