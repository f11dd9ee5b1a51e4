package org.citestream.query.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jboss.logging.Logger;

/**
 * The part of an index that holds documents of one kind. Kinds are kept apart because Lucene reads and writes a field
 * that every document has much faster than one that some lack. Safe for one writer and any number of readers.
 */
final class DocumentIndex implements Closeable {
    /** Incremented whenever documents are indexed differently: an index of an older format is rebuilt. */
    private static final String FORMAT = "8";

    private static final String GENERATION = "generation";
    private static final String SEQUENCE = "sequence";
    private static final String TOUCHED = "touched";
    private static final String LIFE = "life";
    static final String WRITTEN_AS = "format";

    private static final Logger LOG = Logger.getLogger(DocumentIndex.class);

    private final Path folder;
    private final Analyzer analyzer;
    private final Executor helping;
    /** Null while the index cannot be opened. */
    private volatile OpenIndex files;

    private volatile boolean damaged;
    /** Whether documents written since the last commit may be lost, whether or not Lucene closed the index. */
    private volatile boolean commitFailed;

    private volatile String trouble;
    private volatile IndexPosition place = IndexPosition.NOWHERE;

    /**
     * Opens the index in a folder, or creates an empty one if there is none of the current format or it is damaged.
     *
     * @param helping searches the segments of an index in parallel, or null to search them one after the other
     * @throws IOException if another process uses it; an index that cannot be opened for other reasons is left to
     *     {@link #recover()}
     */
    DocumentIndex(Path folder, Analyzer analyzer, Executor helping) throws IOException {
        this.folder = folder;
        this.analyzer = analyzer;
        this.helping = helping;
        try {
            open();
        } catch (LockObtainFailedException held) {
            throw new IOException(
                    "the search index at " + folder + " belongs to another running instance; give each its own"
                            + " citestream.search.directory",
                    held);
        } catch (IOException away) {
            LOG.errorf(away, "The search index at %s cannot be opened; it is tried again", folder);
        }
    }

    private void open() throws IOException {
        try {
            files = OpenIndex.open(folder, FORMAT, analyzer, helping);
        } catch (IOException | RuntimeException failed) {
            if (!OpenIndex.isDamage(failed)) {
                trouble = "cannot be opened: " + failed.getMessage();
                throw failed;
            }
            setAside(failed);
            files = OpenIndex.open(folder, FORMAT, analyzer, helping);
        }
        damaged = false;
        commitFailed = false;
        place = placeOf(files.writer().getLiveCommitData());
    }

    /** An index holds nothing that the tables do not; a damaged one is kept for inspection until there is another. */
    private void setAside(Throwable damage) throws IOException {
        Path aside = folder.resolveSibling(folder.getFileName() + ".damaged");
        if (Files.exists(aside)) {
            IOUtils.rm(aside);
        }
        Files.move(folder, aside);
        trouble = "was damaged (%s) and is being rebuilt; the old one is at %s".formatted(damage.getMessage(), aside);
        LOG.errorf(damage, "The search index %s", trouble);
    }

    /**
     * Reopens the files if Lucene has closed them after a failure, or starts with an empty index if they turned out to
     * be damaged. For the writing thread.
     *
     * @return whether it had to; the index is then at its last commit, or empty
     */
    boolean recover() throws IOException {
        OpenIndex before = files;
        if (before != null && before.writer().isOpen() && !damaged && !commitFailed) {
            return false;
        }
        files = null;
        if (before != null) {
            Throwable cause = before.writer().getTragicException();
            before.abandon();
            if (damaged || OpenIndex.isDamage(cause)) {
                setAside(cause == null ? new CorruptIndexException("found by a search", folder.toString()) : cause);
            } else {
                trouble = "failed to write and was opened again" + (cause == null ? "" : ": " + cause.getMessage());
            }
        }
        place = IndexPosition.NOWHERE;
        open();
        return true;
    }

    /** What went wrong with it since the service started, or null. */
    String trouble() {
        return trouble;
    }

    boolean isOpen() {
        return files != null;
    }

    private OpenIndex files() throws IOException {
        OpenIndex now = files;
        if (now == null) {
            throw new IOException("the search index at " + folder + " " + trouble);
        }
        return now;
    }

    private static IndexPosition placeOf(Iterable<Map.Entry<String, String>> commitData) {
        if (commitData == null) {
            return IndexPosition.NOWHERE;
        }
        Map<String, String> data = new LinkedHashMap<>();
        commitData.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        return data.containsKey(SEQUENCE)
                ? new IndexPosition(
                        Integer.parseInt(data.get(GENERATION)),
                        Long.parseLong(data.get(SEQUENCE)),
                        Long.parseLong(data.get(TOUCHED)),
                        data.getOrDefault(LIFE, ""))
                : IndexPosition.NOWHERE;
    }

    /** The position of the last commit. */
    IndexPosition place() {
        return place;
    }

    /** Adds documents as one block, replacing all that have the term. */
    void put(Term instead, List<Document> documents) throws IOException {
        files().writer().updateDocuments(instead, documents);
    }

    void remove(Collection<Term> terms) throws IOException {
        files().writer().deleteDocuments(terms.toArray(Term[]::new));
    }

    void clear() throws IOException {
        files().writer().deleteAll();
    }

    void refresh() throws IOException {
        files().searchers().maybeRefreshBlocking();
    }

    void commit(IndexPosition reached) throws IOException {
        IndexWriter writer = files().writer();
        writer.setLiveCommitData(Map.of(
                        WRITTEN_AS, FORMAT,
                        GENERATION, Integer.toString(reached.generation()),
                        SEQUENCE, Long.toString(reached.sequence()),
                        TOUCHED, Long.toString(reached.touched()),
                        LIFE, reached.life())
                .entrySet());
        try {
            writer.commit();
        } catch (IOException | RuntimeException failed) {
            commitFailed = true;
            throw failed;
        }
        place = reached;
    }

    /** A number that increases whenever readers may see something else. */
    long version() throws IOException {
        return read(searcher -> ((DirectoryReader) searcher.getIndexReader()).getVersion());
    }

    /** A query on the documents as of one moment. */
    @FunctionalInterface
    interface IndexQuery<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T read(IndexQuery<T> reading) throws IOException {
        SearcherManager searchers = files().searchers();
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.in(searcher);
        } catch (CorruptIndexException found) {
            damaged = true;
            throw found;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        OpenIndex now = files;
        if (now != null) {
            now.close();
        }
    }
}
