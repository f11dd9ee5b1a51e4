package org.citestream.query.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The part of an index that holds documents of one kind. Kinds stand apart because Lucene reads and writes a field that
 * every document has much faster than one that some lack. Safe for one writer and any number of readers.
 */
final class DocumentIndex implements Closeable {
    private static final int BUFFER_MB = 24;

    /** Another number whenever documents are indexed in another way: an index of the way before is begun anew. */
    private static final String FORMAT = "3";

    private static final String GENERATION = "generation";
    private static final String SEQUENCE = "sequence";
    private static final String TOUCHED = "touched";
    private static final String WRITTEN_AS = "format";

    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile IndexPlace place;

    /**
     * Opens the shelf of a folder, or makes an empty one where there is none of the present format.
     *
     * @param helping looks through the parts of an index side by side, or null to look one after the other
     */
    DocumentIndex(Path folder, Analyzer analyzer, Executor helping) throws IOException {
        directory = FSDirectory.open(Files.createDirectories(folder));
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false)
                .setOpenMode(
                        isReadable(directory) ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE);
        try {
            writer = new IndexWriter(directory, config);
        } catch (LockObtainFailedException held) {
            directory.close();
            throw new IOException(
                    "the search index at " + folder + " belongs to another running instance; give each its own"
                            + " citestream.search.directory",
                    held);
        }
        place = placeOf(writer.getLiveCommitData());
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
                return new IndexSearcher(reader, helping);
            }
        });
    }

    private static boolean isReadable(FSDirectory directory) throws IOException {
        return DirectoryReader.indexExists(directory)
                && FORMAT.equals(
                        SegmentInfos.readLatestCommit(directory).getUserData().get(WRITTEN_AS));
    }

    private static IndexPlace placeOf(Iterable<Map.Entry<String, String>> commitData) {
        if (commitData == null) {
            return IndexPlace.NOWHERE;
        }
        Map<String, String> data = new LinkedHashMap<>();
        commitData.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        return data.containsKey(SEQUENCE)
                ? new IndexPlace(
                        Integer.parseInt(data.get(GENERATION)),
                        Long.parseLong(data.get(SEQUENCE)),
                        Long.parseLong(data.get(TOUCHED)))
                : IndexPlace.NOWHERE;
    }

    /** How far the last commit had followed. */
    IndexPlace place() {
        return place;
    }

    void put(String id, Document document) throws IOException {
        writer.updateDocument(new Term(Fields.ID, id), document);
    }

    void remove(Collection<String> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(id -> new Term(Fields.ID, id)).toArray(Term[]::new));
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit(IndexPlace reached) throws IOException {
        writer.setLiveCommitData(Map.of(
                        WRITTEN_AS, FORMAT,
                        GENERATION, Integer.toString(reached.generation()),
                        SEQUENCE, Long.toString(reached.sequence()),
                        TOUCHED, Long.toString(reached.touched()))
                .entrySet());
        writer.commit();
        place = reached;
    }

    /** Another number, greater than all before, whenever readers may see something else. */
    long version() throws IOException {
        return read(searcher -> ((DirectoryReader) searcher.getIndexReader()).getVersion());
    }

    /** What is asked of the documents as they stand at one moment. */
    @FunctionalInterface
    interface Reading<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    <T> T read(Reading<T> reading) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
