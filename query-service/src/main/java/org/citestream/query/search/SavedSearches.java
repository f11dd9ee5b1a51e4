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
 * Tells which of a few statements a saved search would find, by the index's own rules: in a small one in memory that holds
 * only these, for as long as this lives. Not thread-safe.
 */
public final class SavedSearches implements Closeable {

    private final Analyzer analyzer = IndexFields.analyzer();
    private final Layers layers = new Layers();
    private final Map<String, Set<UUID>> found = new HashMap<>();
    private final ByteBuffersDirectory memory = new ByteBuffersDirectory();

    /** Null without statements. */
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

    /** Over those of the statements that are still there. */
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
     * @throws BadQueryException if they cannot be read as a query
     */
    public static void check(String words) {
        LuceneIndex.inStatements(IndexFields.analyzer()).read(words);
    }

    /** Whether the words find the statement; not, if it is gone. */
    public boolean finds(String words, UUID statement) {
        return searcher != null
                && statement != null
                && found.computeIfAbsent(words, this::all).contains(statement);
    }

    /** What an earlier syntax took finds nothing any more, rather than stopping everybody's alerts. */
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
