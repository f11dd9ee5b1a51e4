package org.citestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell entry {@code deploy/citestream}, in a checkout of its own whose path has a blank, on Javas of every version. */
class LauncherTest {

    @TempDir
    Path folder;

    private Path checkout;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        checkout = folder.resolve("a checkout");
        Path jar = checkout.resolve("deploy/cli/target/citestream-cli.jar");
        Files.createDirectories(jar.getParent());
        // Surefire runs in the module's folder.
        Files.copy(Path.of("../citestream"), checkout.resolve("deploy/citestream"));
        writeJar(jar);
        for (String service : List.of("ingest-service", "classify-service", "query-service")) {
            Path built = checkout.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(built.getParent());
            Files.createFile(built);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | ''",
                "20 | ''",
                "21 | --enable-native-access=ALL-UNNAMED",
                "23 | --enable-native-access=ALL-UNNAMED",
                "24 | --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow",
                "25 | --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
            })
    void shouldGiveEachJavaOnlyOptionsItKnows(String version, String options) throws Exception {
        // When
        LauncherExit ended = launch(javaThatShowsItsArguments(version));
        // Then
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output().lines().filter(argument -> argument.startsWith("--")))
                .containsExactlyElementsOf(List.of(options.split(" ")).stream()
                        .filter(option -> !option.isEmpty())
                        .toList());
        assertThat(ended.output().lines())
                .contains("-Dcitestream.java.options=" + options, "-Dcitestream.home=" + checkout, "status");
    }

    @Test
    void shouldRefuseAJavaThatIsTooOld() throws Exception {
        // Given
        Path java = javaThatShowsItsArguments("11");
        // When
        LauncherExit ended = launch(java);
        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors())
                .isEqualTo("citestream: " + java.resolve("bin/java")
                        + " is Java 11; Citestream needs a JDK 17 or newer (JAVA_HOME chooses one).\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | -XX:TieredStopAtLevel=1 | 2", "quick | -XX:TieredStopAtLevel=1 | 2", "peak | -XX:Tier4 | 4"})
    void shouldCompileAsAskedWhenServicesAreStarted(String compile, String option, int count) throws Exception {
        // When
        LauncherExit ended = launch(javaThatShowsItsArguments("17"), "up", compile);
        // Then
        List<String> compiler = ended.output()
                .lines()
                .filter(argument -> argument.startsWith("-XX:Tier") || argument.startsWith("-XX:ReservedCode"))
                .toList();
        assertThat(compiler).hasSize(count);
        assertThat(compiler.get(0)).startsWith(option);
        assertThat(ended.output().lines())
                .as("the same for the services")
                .contains("-Dcitestream.java.options= " + String.join(" ", compiler));
    }

    @Test
    void shouldRefuseAnotherWayToCompile() throws Exception {
        // When
        LauncherExit ended = launch(javaThatShowsItsArguments("17"), "up", "slow");
        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.errors()).isEqualTo("citestream: CITESTREAM_COMPILE is quick or peak, unlike: slow\n");
    }

    @Test
    void shouldStartWithTheArchiveOfItsJavaUnlessThatIsCutOff() throws Exception {
        // Given
        Path java = javaThatShowsItsArguments("17");
        Path archives = checkout.resolve("deploy/cli/target/class-archives/Some_Vendor-17.0.1_2");
        Files.createDirectories(archives);
        Path options = archives.resolve("citestream-cli.options");
        Files.writeString(options, "# 5 citestream-cli.jsa\n-Dfrom=archive\n");
        Files.writeString(archives.resolve("citestream-cli.jsa"), "whole");
        // When
        LauncherExit whole = launch(java);
        // Then
        assertThat(whole.output().lines()).contains("@" + options, "-Dcitestream.archives=" + archives);
        // When
        Files.writeString(archives.resolve("citestream-cli.jsa"), "who");
        LauncherExit cutOff = launch(java);
        // Then
        assertThat(cutOff.errors()).isEmpty();
        assertThat(cutOff.output().lines()).contains("status").noneMatch(argument -> argument.startsWith("@"));
    }

    /** On the Java that runs this test. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "up"})
    void shouldStartWithoutAWarningAndHandItsOptionsOn(String command) throws Exception {
        // When
        LauncherExit ended = launch(Path.of(System.getProperty("java.home")), command, "");
        // Then
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output().lines()).containsExactly("by the launcher", "by a child");
        assertThat(ended.exitCode()).isZero();
    }

    private record LauncherExit(int exitCode, String output, String errors) {}

    private LauncherExit launch(Path javaHome) throws IOException, InterruptedException {
        return launch(javaHome, "status", "");
    }

    private LauncherExit launch(Path javaHome, String command, String compile)
            throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        var builder = new ProcessBuilder(
                        "sh", checkout.resolve("deploy/citestream").toString(), command)
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("CITESTREAM_COMPILE", compile);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new LauncherExit(process.waitFor(), output, Files.readString(errors));
    }

    /** A Java home whose java says that it is {@code version} and otherwise prints its arguments, one a line. */
    private Path javaThatShowsItsArguments(String version) throws IOException {
        Path home = folder.resolve("java " + version);
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, """
                #!/bin/sh
                case $* in
                  *-version)
                    printf '    java.home = %%s\\n    java.specification.version = %%s\\n' '%s' '%s' >&2
                    printf '    java.vendor = Some Vendor\\n    java.vm.version = 17.0.1+2\\n' >&2
                    ;;
                  *) printf '%%s\\n' "$@" ;;
                esac
                """.formatted(home, version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    /** Stands in for the command line: its classes are those of {@link UnsafeProgram} and what starts a child. */
    private static void writeJar(Path file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, UnsafeProgram.class.getName());
        try (OutputStream out = Files.newOutputStream(file);
                var jar = new JarOutputStream(out, manifest)) {
            for (Class<?> type : List.of(UnsafeProgram.class, Java.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(jar);
                }
            }
        }
    }
}
