package org.citestream.ingest.arrival.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.CompressException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.citestream.ingest.LimitSettings;

/**
 * Streams the articles of a package one after the other, nothing unpacked to the disk. By their first bytes it knows
 * gzip, tar and zip; anything else is taken as one article or a set. Thread-safe.
 */
@ApplicationScoped
public class Unpacker {
    private static final int BUFFER = 64 * 1024;
    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;
    private static final int TAR_MAGIC_AT = 257;
    private static final String TAR_MAGIC = "ustar";

    private final PackSettings settings;
    private final ArticleSets sets;

    public Unpacker(PackSettings settings, LimitSettings limits) {
        this.settings = settings;
        this.sets = new ArticleSets(limits);
    }

    /** Takes one article; the stream is valid during the call only. */
    @FunctionalInterface
    public interface ArticleConsumer {
        void take(String name, InputStream article) throws IOException;
    }

    /**
     * Hands on every article of a package.
     *
     * @param name of the package, the articles' own name where they have none
     * @throws PackRefusedException if a limit is broken or the package is damaged; earlier articles were handed on
     */
    public void unpack(String name, InputStream source, ArticleConsumer taker) throws IOException {
        var packed = new CountingInput(source);
        try {
            open(name, new BufferedInputStream(packed, BUFFER), packed, taker);
        } catch (ZipException | EOFException | CompressException damaged) {
            throw new PackRefusedException("The package is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private void open(String name, BufferedInputStream bytes, CountingInput packed, ArticleConsumer taker)
            throws IOException {
        switch (magic(bytes)) {
            case GZIP -> {
                var unpacked = new RatioLimitedInput(new GZIPInputStream(bytes, BUFFER), packed, settings);
                inside(name, new BufferedInputStream(unpacked, BUFFER), packed, taker);
            }
            case ZIP -> entries(new ZipArchiveInputStream(bytes, "UTF-8", true, true), packed, taker);
            default -> inside(name, bytes, packed, taker);
        }
    }

    private void inside(String name, BufferedInputStream bytes, CountingInput packed, ArticleConsumer taker)
            throws IOException {
        if (isListing(name)) {
            return;
        }
        if (isTar(bytes)) {
            entries(new TarArchiveInputStream(bytes, "UTF-8"), packed, taker);
        } else {
            sets.each(name, bytes, taker);
        }
    }

    private void entries(
            ArchiveInputStream<? extends ArchiveEntry> archive, CountingInput packed, ArticleConsumer taker)
            throws IOException {
        long seen = 0;
        for (ArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            seen++;
            if (seen > settings.entries()) {
                throw new PackRefusedException(
                        "The package has more than " + settings.entries()
                                + " entries; the limit is the setting citestream.archive.entries",
                        null);
            }
            if (!entry.isDirectory() && isArticle(entry.getName()) && archive.canReadEntryData(entry)) {
                InputStream content = new RatioLimitedInput(archive, packed, settings);
                // A name is only ever shown, never a path to write to.
                String name = entry.getName().replaceAll("\\p{Cntrl}", "?");
                var buffered = new BufferedInputStream(content, BUFFER);
                if (magic(buffered) == GZIP) {
                    var inner = new RatioLimitedInput(new GZIPInputStream(buffered, BUFFER), packed, settings);
                    sets.eachOfEntry(name, new BufferedInputStream(inner, BUFFER), taker);
                } else {
                    sets.eachOfEntry(name, buffered, taker);
                }
            }
        }
    }

    /** What PubMed Central lays beside its articles: {@code oa_comm.filelist.csv} says which there are. */
    private static boolean isListing(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".filelist.csv") || lower.endsWith(".filelist.txt");
    }

    /** Packages hold figures, PDFs and what a desktop leaves behind; only XML and JSON are looked at. */
    private static boolean isArticle(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
        boolean named =
                plain.endsWith(".xml") || plain.endsWith(".nxml") || plain.endsWith(".tei") || plain.endsWith(".json");
        return named && !name.startsWith(".");
    }

    private static int magic(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = (bytes.read() << 8) | bytes.read();
        bytes.reset();
        return magic;
    }

    private static boolean isTar(BufferedInputStream bytes) throws IOException {
        bytes.mark(TAR_MAGIC_AT + TAR_MAGIC.length());
        byte[] head = bytes.readNBytes(TAR_MAGIC_AT + TAR_MAGIC.length());
        bytes.reset();
        return head.length == TAR_MAGIC_AT + TAR_MAGIC.length()
                && new String(head, TAR_MAGIC_AT, TAR_MAGIC.length(), StandardCharsets.US_ASCII).equals(TAR_MAGIC);
    }
}
