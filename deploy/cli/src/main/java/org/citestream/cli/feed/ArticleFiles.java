package org.citestream.cli.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.citestream.cli.CliException;
import org.citestream.cli.ExitCode;
import org.citestream.cli.feed.FoundFile.Article;
import org.citestream.cli.feed.FoundFile.Unreadable;

/**
 * Finds articles in files, folders (with all below them, in the order of their names) and archives. A file that is named
 * is taken whatever it is called; in folders and archives only what is called like an article or an archive.
 */
final class ArticleFiles {

    private final int largest;

    /** @param largest bytes of an unpacked article; what exceeds it is told as unreadable and not held in memory */
    ArticleFiles(int largest) {
        this.largest = largest;
    }

    /** How many files {@link #each} will look into; archives count as one. */
    static long count(List<Path> paths) {
        return paths.stream().flatMap(path -> expand(path).stream()).count();
    }

    /** Hands on one article after the other; one that waits lets this wait. */
    void each(List<Path> paths, Consumer<FoundFile> taker) {
        for (Path path : paths) {
            for (Path file : expand(path)) {
                open(file, taker);
            }
        }
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
                    .filter(file -> Kind.of(name(file)) != Kind.OTHER)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new CliException(ExitCode.NOT_RUNNING, "Cannot list folder " + path + ": " + e.getMessage(), e);
        }
    }

    private void open(Path file, Consumer<FoundFile> taker) {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            switch (Kind.of(name(file))) {
                case XML, OTHER -> taker.accept(article(name, in));
                case XML_GZ -> taker.accept(article(name, new GZIPInputStream(in)));
                case TAR -> members(name, new TarArchiveInputStream(in), taker);
                case TAR_GZ -> members(name, new TarArchiveInputStream(new GZIPInputStream(in)), taker);
                case ZIP -> members(name, new ZipArchiveInputStream(in), taker);
            }
        } catch (IOException e) {
            taker.accept(new Unreadable(name, "cannot be read: " + reason(e)));
        }
    }

    private void members(String archive, ArchiveInputStream<?> in, Consumer<FoundFile> taker) throws IOException {
        ArchiveEntry entry = in.getNextEntry();
        while (entry != null) {
            String name = archive + "!" + entry.getName();
            switch (entry.isDirectory() ? Kind.OTHER : Kind.of(entry.getName())) {
                case XML -> taker.accept(article(name, in));
                case XML_GZ -> taker.accept(article(name, new GZIPInputStream(in)));
                case TAR, TAR_GZ, ZIP ->
                    taker.accept(new Unreadable(name, "an archive inside an archive; unpack it first"));
                case OTHER -> {}
            }
            entry = in.getNextEntry();
        }
    }

    private FoundFile article(String name, InputStream in) throws IOException {
        byte[] xml = in.readNBytes(largest + 1);
        return xml.length > largest
                ? new Unreadable(name, "larger than " + largest + " bytes (--largest)")
                : new Article(name, xml);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private enum Kind {
        XML,
        XML_GZ,
        TAR,
        TAR_GZ,
        ZIP,
        OTHER;

        /** @param name of a file, with the folders before it where it lies in an archive */
        static Kind of(String name) {
            if (isOfTheFinder(name)) {
                return OTHER;
            }
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) {
                return TAR_GZ;
            }
            if (lower.endsWith(".tar")) {
                return TAR;
            }
            if (lower.endsWith(".zip")) {
                return ZIP;
            }
            if (isXml(lower)) {
                return XML;
            }
            return lower.endsWith(".gz") && isXml(lower.substring(0, lower.length() - ".gz".length())) ? XML_GZ : OTHER;
        }

        /** What macOS puts beside each file of a zip it makes: named like the file, but no XML. */
        private static boolean isOfTheFinder(String name) {
            return name.startsWith("__MACOSX/")
                    || name.substring(name.lastIndexOf('/') + 1).startsWith("._");
        }

        private static boolean isXml(String name) {
            return name.endsWith(".xml") || name.endsWith(".nxml");
        }
    }
}
