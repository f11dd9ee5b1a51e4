package org.citestream.cli.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.citestream.cli.Java;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the Java that runs this test: whatever becomes of an archive, a program starts, and prints its own words alone. */
class ClassArchivesTest {

    private static final String PROGRAM = "program";

    @TempDir
    Path folder;

    private Path jar;
    private ClassArchives archives;

    @BeforeEach
    void recordOneProgram() throws Exception {
        // Java 17 takes no class of a jar whose path has a blank from an archive.
        jar = folder.resolve("program.jar");
        writeJar("first build");
        archives = ClassArchives.in(folder.resolve("some archives"));
        ClassArchives fresh = ClassArchives.in(folder.resolve("new"));
        Files.createDirectories(fresh.folder().orElseThrow());
        assertThat(start(fresh.recorded().options(PROGRAM))).startsWith("first build\n");
        assertThat(start(fresh.recorded().options(ClassArchives.LAUNCHER))).startsWith("first build\n");
        archives.takeOver(fresh, List.of(PROGRAM, ClassArchives.LAUNCHER));
    }

    @Test
    void shouldTakeClassesFromTheArchive() throws Exception {
        // Given
        Path loaded = folder.resolve("loaded");
        var options = new ArrayList<>(archives.options(PROGRAM));
        options.add("-Xlog:class+load:file=" + loaded);
        // When
        String output = start(options);
        // Then
        assertThat(output).isEqualTo("first build\n");
        assertThat(Files.readAllLines(loaded))
                .anyMatch(
                        line -> line.contains(PrintsItsBuild.class.getName()) && line.contains("shared objects file"));
    }

    @Test
    void shouldStartTheLauncherByItsFileOfOptions() throws Exception {
        // Given
        Path options = archives.folder().orElseThrow().resolve(ClassArchives.LAUNCHER + ".options");
        // When, Then
        assertThat(start(List.of("@" + options))).isEqualTo("first build\n");
        assertThat(options)
                .content()
                .contains(archives.options(ClassArchives.LAUNCHER).get(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 5_000, 200_000})
    void shouldGoOnSilentlyWhenAnArchiveIsCutOff(int bytes) throws Exception {
        // Given
        byte[] whole = Files.readAllBytes(archive());
        assertThat(whole).hasSizeGreaterThan(bytes);
        replace(Arrays.copyOf(whole, bytes));
        // When, Then
        assertThat(archives.areCurrent(Map.of(PROGRAM, jar))).isFalse();
        assertThat(start(archives.options(PROGRAM))).isEqualTo("first build\n");
    }

    @Test
    void shouldGoOnSilentlyWhenAnotherJavaMadeTheArchive() throws Exception {
        // Given
        String whole = Files.readString(archive(), StandardCharsets.ISO_8859_1);
        String version = System.getProperty("java.vm.version");
        assertThat(whole).contains(version);
        replace(whole.replace(version, "x".repeat(version.length())).getBytes(StandardCharsets.ISO_8859_1));
        // When, Then
        assertThat(start(archives.options(PROGRAM))).isEqualTo("first build\n");
    }

    @Test
    void shouldNotUseTheArchiveOfAnEarlierBuild() throws Exception {
        // When
        writeJar("a later build");
        // Then
        assertThat(start(archives.options(PROGRAM))).isEqualTo("a later build\n");
    }

    @Test
    void shouldGoOnSilentlyWhenAnArchiveDisappears() throws Exception {
        // Given
        List<String> options = archives.options(PROGRAM);
        Files.delete(archive());
        // When, Then
        assertThat(start(options)).isEqualTo("first build\n");
        assertThat(archives.options(PROGRAM)).isEmpty();
    }

    @Test
    void shouldBeCurrentAsLongAsNoJarIsYounger() throws Exception {
        var jars = Map.of(PROGRAM, jar, ClassArchives.LAUNCHER, jar);
        assertThat(archives.areCurrent(jars)).isTrue();
        // When
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        // Then
        assertThat(archives.areCurrent(jars)).isFalse();
    }

    @Test
    void shouldChangeNothingWhenAProgramLeftNoArchive() throws IOException {
        // Given
        ClassArchives fresh = ClassArchives.in(Files.createDirectory(folder.resolve("none")));
        // When, Then
        assertThatThrownBy(() -> archives.takeOver(fresh, List.of(PROGRAM)))
                .isInstanceOf(IOException.class)
                .hasMessage("program left no archive");
        assertThat(archive()).exists();
    }

    private Path archive() {
        String option = archives.options(PROGRAM).get(1);
        return Path.of(option.substring(option.indexOf('=') + 1));
    }

    /** Java leaves its archives without the right to write. */
    private void replace(byte[] bytes) throws IOException {
        Path archive = archive();
        Files.delete(archive);
        Files.write(archive, bytes);
    }

    /** What the program prints on both streams. */
    private String start(List<String> options) throws IOException, InterruptedException {
        List<String> command = Java.command();
        command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private void writeJar(String build) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, PrintsItsBuild.class.getName());
        String name = PrintsItsBuild.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                var entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry(name));
            try (var bytes = PrintsItsBuild.class.getClassLoader().getResourceAsStream(name)) {
                bytes.transferTo(entries);
            }
            entries.putNextEntry(new JarEntry(PrintsItsBuild.BUILD));
            entries.write(build.getBytes(StandardCharsets.UTF_8));
        }
    }
}
