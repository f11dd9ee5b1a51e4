package org.citestream.query.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Finds which of a few statements a saved search matches, by the rules of the index: in a small index in memory that
 * holds only these statements, until it is closed. Not thread-safe.
 */
public final class SavedSearches implements Closeable {

    private final Analyzer analyzer = IndexFields.analyzer();
    private final Layers layers = new Layers();
    private final Map<String, Set<UUID>> found = new HashMap<>();
    private final ByteBuffersDirectory memory = new ByteBuffersDirectory();

    /** Null if there are no statements. */
    private final IndexSearcher searcher;

    private SavedSearches(List<ArticleDocument> articles) throws IOException {
        searcher = articles.isEmpty() ? null : indexed(articles);
    }

    private IndexSearcher indexed(List<ArticleDocument> articles) throws IOException {
        try (Analyzer indexing = IndexFields.indexing();
                IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(indexing))) {
            for (ArticleDocument article : articles) {
                writer.addDocuments(IndexDocuments.of(article));
            }
        }
        return new IndexSearcher(DirectoryReader.open(memory));
    }

    /** An index of those statements that still exist. */
    public static SavedSearches over(Connection connection, Collection<UUID> ids) throws SQLException {
        try {
            return over(ids.isEmpty() ? List.of() : new ViewDocuments(connection).articlesOf(ids));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory cannot fail to be written", impossible);
        }
    }

    static SavedSearches over(List<ArticleDocument> articles) throws IOException {
        return new SavedSearches(articles);
    }

    /**
     * Checks the words of a search before it is saved.
     *
     * @throws BadQueryException if they are not a valid query
     */
    public static void check(String words) {
        LuceneIndex.inStatements(IndexFields.analyzer()).read(words);
    }

    /** Whether the words find the statement; false if it no longer exists. */
    public boolean finds(String words, UUID statement) {
        return searcher != null
                && statement != null
                && found.computeIfAbsent(words, this::all).contains(statement);
    }

    /** A search in an earlier syntax finds nothing, rather than stopping everybody's alerts. */
    private Set<UUID> all(String words) {
        try {
            Query query = QueryTranslation.ofStatements(
                    LuceneIndex.inStatements(analyzer).read(words), layers);
            TopDocs hits = searcher.search(query, searcher.getIndexReader().maxDoc());
            ScoreDoc[] documents = hits.scoreDocs;
            return Set.copyOf(StatementIds.of(searcher, documents, 0));
        } catch (BadQueryException unread) {
            return Set.of();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory cannot fail to be read", impossible);
        }
    }

    @Override
    public void close() {
        IOUtils.closeWhileHandlingException(searcher == null ? null : searcher.getIndexReader(), memory, analyzer);
    }
}
