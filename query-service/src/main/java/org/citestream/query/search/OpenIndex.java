package org.citestream.query.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/** The files of an index, open for one writer and any number of readers, until they are closed or close themselves. */
record OpenIndex(FSDirectory directory, IndexWriter writer, SearcherManager searchers) {

    private static final int BUFFER_MB = 24;

    /** The exceptions that Lucene throws for damaged files. */
    private static final List<Class<? extends Exception>> DAMAGE = List.of(
            CorruptIndexException.class,
            IndexFormatTooOldException.class,
            IndexFormatTooNewException.class,
            EOFException.class,
            FileNotFoundException.class,
            NoSuchFileException.class,
            RuntimeException.class);

    /**
     * Opens the index in a folder, or creates an empty one if there is none of this format.
     *
     * @param helping searches the segments of an index in parallel, or null to search them one after the other
     * @throws LockObtainFailedException if another writer has it open
     */
    static OpenIndex open(Path folder, String format, Analyzer analyzer, Executor helping) throws IOException {
        FSDirectory directory = FSDirectory.open(Files.createDirectories(folder));
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(BUFFER_MB)
                            .setCommitOnClose(false)
                            .setOpenMode(
                                    isReadable(directory, format)
                                            ? IndexWriterConfig.OpenMode.APPEND
                                            : IndexWriterConfig.OpenMode.CREATE));
            return new OpenIndex(directory, writer, new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
                    return new IndexSearcher(reader, helping);
                }
            }));
        } catch (IOException | RuntimeException unusable) {
            IOUtils.closeWhileHandlingException(writer, directory);
            throw unusable;
        }
    }

    private static boolean isReadable(FSDirectory directory, String format) throws IOException {
        return DirectoryReader.indexExists(directory)
                && format.equals(
                        SegmentInfos.readLatestCommit(directory).getUserData().get(DocumentIndex.WRITTEN_AS));
    }

    /** Whether the files themselves are damaged, not just inaccessible or out of space. */
    static boolean isDamage(Throwable failure) {
        return !(failure instanceof AlreadyClosedException)
                && DAMAGE.stream().anyMatch(kind -> kind.isInstance(failure));
    }

    /** Releases the files whatever state they are in; what was not committed is lost. */
    void abandon() {
        IOUtils.closeWhileHandlingException(searchers, writer::rollback, directory);
    }

    void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }
}
