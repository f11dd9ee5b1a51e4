package org.citestream.cli.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;

/**
 * Finds the files to send: those that are named, whatever they are called, and in folders, with all below them and in the
 * order of their names, those that are called like an article or an archive. What is in them ingest-service knows.
 */
final class ArticleFiles {

    private static final Pattern NAME =
            Pattern.compile("(?:.*\\.(?:xml|nxml|tei|json)(?:\\.gz)?|.*\\.(?:tar|tar\\.gz|tgz|zip))");

    private ArticleFiles() {}

    static List<Path> below(List<Path> paths) {
        return paths.stream().flatMap(path -> expand(path).stream()).toList();
    }

    private static List<Path> expand(Path path) {
        if (!Files.isDirectory(path)) {
            if (!Files.isReadable(path)) {
                throw new CliException(ExitCode.NOT_RUNNING, "There is no readable file or folder " + path + ".");
            }
            return List.of(path);
        }
        try (var below = Files.walk(path)) {
            return below.filter(Files::isRegularFile)
                    .filter(ArticleFiles::isCalledLikeOne)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CliException(ExitCode.NOT_RUNNING, "Cannot list folder " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean isCalledLikeOne(Path file) {
        String name = String.valueOf(file.getFileName());
        // "._a.xml" is what macOS puts beside a.xml; a.json beside a.xml describes it.
        return !name.startsWith(".")
                && NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
                && !(name.endsWith(".json") && Files.exists(file.resolveSibling(name.replaceFirst("json$", "xml"))));
    }
}
