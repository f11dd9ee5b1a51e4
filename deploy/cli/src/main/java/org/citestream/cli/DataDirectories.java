package org.citestream.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which data directory a command works on: {@code --data}, else {@code CITESTREAM_DATA}, else the one that was started
 * last, else the default one.
 */
public final class DataDirectories {

    private final Map<String, String> environment;
    private final Path home;

    public DataDirectories(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    public static DataDirectories ofThisAccount() {
        return new DataDirectories(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** The directory of a line that is running or was. */
    public Path ofLine(Optional<Path> option) {
        return named(option).or(this::current).orElseGet(this::standard);
    }

    /** The directory to start a line in. */
    public Path toStart(Optional<Path> option) {
        return named(option).orElseGet(this::standard);
    }

    /** The directory to start the demonstration in, apart from people's own articles. */
    public Path toStartDemo(Optional<Path> option) {
        return named(option).orElseGet(() -> dataHome().resolve("demo"));
    }

    /** Makes {@code directory} the one that commands without {@code --data} work on. */
    public void markCurrent(Path directory) {
        try {
            Path file = currentFile();
            Files.createDirectories(file.getParent());
            Files.writeString(file, directory + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot mark " + directory + " as current", e);
        }
    }

    private Optional<Path> named(Optional<Path> option) {
        return option.or(() -> variable("CITESTREAM_DATA").map(Path::of))
                .map(path -> path.toAbsolutePath().normalize());
    }

    private Optional<Path> current() {
        try {
            String line = Files.readString(currentFile()).strip();
            return line.isEmpty() ? Optional.empty() : Optional.of(Path.of(line));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path standard() {
        return dataHome().resolve("main");
    }

    private Path currentFile() {
        return directory("XDG_STATE_HOME", ".local/state").resolve("current");
    }

    private Path dataHome() {
        return directory("XDG_DATA_HOME", ".local/share");
    }

    private Path directory(String variable, String inHome) {
        return variable(variable)
                .map(Path::of)
                .orElseGet(() -> home.resolve(inHome))
                .resolve("citestream");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
