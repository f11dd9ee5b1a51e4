package org.citestream.cli.archive;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The class archives of one Java: for each program the classes that it loads, parsed and linked, in a folder that
 * {@code deploy/citestream} names after version and vendor of the Java. Java itself refuses an archive of another Java or
 * of a jar that was built again, and starts without it; its word about that is turned off. One that is cut off ends
 * Java 17 while it starts, so beside each stands how long it is. Immutable.
 */
public final class ClassArchives {

    /** The launcher itself, Kafka included. */
    public static final String LAUNCHER = "citestream-cli";

    /** System property, set by {@code deploy/citestream}: the folder of this Java's archives. */
    private static final String FOLDER = "citestream.archives";

    /** The first Java whose archives hold profiles of methods beside classes. */
    private static final int FIRST_WITH_CACHE = 25;

    private static final boolean CACHE = Runtime.version().feature() >= FIRST_WITH_CACHE;

    /** Of an archive that it cannot use Java would speak on standard output, and go on. */
    private static final String SILENCE = CACHE ? "-Xlog:aot*=off,cds*=off" : "-Xlog:cds*=off";

    private final Optional<Path> folder;
    private final boolean recording;

    private ClassArchives(Optional<Path> folder, boolean recording) {
        this.folder = folder;
        this.recording = recording;
    }

    /** What {@code deploy/citestream} names; none if this program was not started by it. */
    public static ClassArchives ofThisJava() {
        return Optional.ofNullable(System.getProperty(FOLDER))
                .map(ClassArchives::under)
                .orElseGet(ClassArchives::none);
    }

    /** Java takes a path with a colon for two archives. */
    private static ClassArchives under(String folder) {
        return folder.contains(File.pathSeparator) ? none() : in(Path.of(folder));
    }

    /** Archives in a folder, which need not exist yet. */
    public static ClassArchives in(Path folder) {
        return new ClassArchives(Optional.of(folder), false);
    }

    /** No program starts with an archive. */
    public static ClassArchives none() {
        return new ClassArchives(Optional.empty(), false);
    }

    /** The same folder, but every program that starts with these options writes its archive there as it ends. */
    public ClassArchives recorded() {
        return new ClassArchives(folder, true);
    }

    /** Where they are. */
    public Optional<Path> folder() {
        return folder;
    }

    /** What to tell Java when it starts {@code program}; nothing where there is no archive. */
    public List<String> options(String program) {
        if (folder.isEmpty()) {
            return List.of();
        }
        Path file = file(program);
        if (recording) {
            return List.of(SILENCE, (CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
        }
        return isWhole(file, description(program)) ? using(file) : List.of();
    }

    /** Whether an archive has the length that its description names. */
    private static boolean isWhole(Path file, Path description) {
        try (var lines = Files.lines(description, StandardCharsets.UTF_8)) {
            return lines.findFirst().equals(Optional.of(described(file)));
        } catch (IOException | UncheckedIOException missing) {
            return false;
        }
    }

    private static String described(Path file) throws IOException {
        return "# " + Files.size(file) + " " + file.getFileName();
    }

    /** Whether every program has an archive that is younger than its jar. */
    public boolean areCurrent(Map<String, Path> jars) throws IOException {
        for (var program : jars.entrySet()) {
            if (options(program.getKey()).isEmpty() || !isYounger(file(program.getKey()), program.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a file is there and was written after another, which must be there. */
    private static boolean isYounger(Path file, Path other) throws IOException {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(other)) >= 0;
    }

    /**
     * Takes over what was written into another folder, each archive in one step, so that none is ever seen half.
     *
     * @throws IOException if a program wrote none; then nothing has changed
     */
    public void takeOver(ClassArchives recorded, Iterable<String> programs) throws IOException {
        for (String program : programs) {
            if (!Files.isRegularFile(recorded.file(program))) {
                throw new IOException(program + " left no archive");
            }
        }
        Files.createDirectories(folder.orElseThrow());
        for (String program : programs) {
            Path file = file(program);
            Files.deleteIfExists(description(program));
            Files.move(recorded.file(program), file, StandardCopyOption.REPLACE_EXISTING);
            var description = new ArrayList<String>();
            description.add(described(file));
            using(file).forEach(option -> description.add(quoted(option)));
            Files.write(description(program), description, StandardCharsets.UTF_8);
        }
    }

    /** How long the archive is; then what to tell Java, as a file of options: the launcher is started by it. */
    private Path description(String program) {
        return folder.orElseThrow().resolve(program + ".options");
    }

    private Path file(String program) {
        return folder.orElseThrow().resolve(program + (CACHE ? ".aot" : ".jsa"));
    }

    private static List<String> using(Path file) {
        return List.of(SILENCE, (CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file);
    }

    /** As a file of Java's options wants a word in which there may be blanks. */
    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
