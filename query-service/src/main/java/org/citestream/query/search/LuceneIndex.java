package org.citestream.query.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.Bits;
import org.citestream.query.vocabulary.Facet;

/**
 * A Lucene index in a folder of its own. Safe for one writer and any number of readers; a second process on the same folder
 * is refused with a clear message.
 */
public final class LuceneIndex implements SearchIndex {
    private static final String[] IN_STATEMENTS = {Fields.TEXT, Fields.CONTEXT, Fields.TITLE};
    private static final float[] STATEMENT_WEIGHTS = {1f, 0.3f, 0.4f};
    private static final String[] IN_PUBLICATIONS = {Fields.TITLE, Fields.ABSTRACT};
    private static final float[] PUBLICATION_WEIGHTS = {1f, 0.3f};

    private final Analyzer analyzer = Fields.analyzer();
    private final int threads;
    private final ExecutorService helping;
    private final TaskExecutor sideBySide;
    private final DocumentIndex statements;
    private final DocumentIndex publications;
    private final HitCounter counter = new HitCounter();

    /**
     * Opens the index of a folder, or makes an empty one.
     *
     * @param threads that one search, or one batch to put in, may use at the same time; at least 1
     */
    public LuceneIndex(Path folder, int threads) throws IOException {
        this.threads = threads;
        helping = threads == 1 ? null : Executors.newFixedThreadPool(threads, LuceneIndex::helper);
        sideBySide = new TaskExecutor(helping == null ? Runnable::run : helping);
        statements = new DocumentIndex(folder.resolve("statements"), analyzer, helping);
        publications = new DocumentIndex(folder.resolve("publications"), analyzer, helping);
    }

    private static Thread helper(Runnable work) {
        Thread thread = new Thread(work, "citestream-search");
        thread.setDaemon(true);
        return thread;
    }

    /** Publications are committed first: after a crash between the two they are put in once more, which changes nothing. */
    @Override
    public void commit(IndexPlace reached) throws IOException {
        publications.commit(reached);
        statements.commit(reached);
    }

    @Override
    public IndexPlace place() {
        boolean together =
                statements.place().generation() == publications.place().generation();
        return together ? statements.place() : IndexPlace.NOWHERE;
    }

    @Override
    public boolean recover() throws IOException {
        boolean one = statements.recover();
        boolean other = publications.recover();
        return one || other;
    }

    @Override
    public boolean isOpen() {
        return statements.isOpen() && publications.isOpen();
    }

    @Override
    public Optional<String> trouble() {
        return Optional.ofNullable(statements.trouble()).or(() -> Optional.ofNullable(publications.trouble()));
    }

    @Override
    public void clear() throws IOException {
        statements.clear();
        publications.clear();
        commit(IndexPlace.NOWHERE);
        refresh();
    }

    /** Side by side, for taking the texts apart is most of an index's work. */
    @Override
    public void putStatements(Collection<StatementDocument> documents) throws IOException {
        List<StatementDocument> all = List.copyOf(documents);
        List<Callable<Void>> parts = new ArrayList<>();
        for (int part = 0; part < threads; part++) {
            List<StatementDocument> its = all.subList(all.size() * part / threads, all.size() * (part + 1) / threads);
            parts.add(() -> {
                for (StatementDocument document : its) {
                    statements.put(document.id().toString(), Documents.of(document));
                }
                return null;
            });
        }
        sideBySide.invokeAll(parts);
    }

    @Override
    public void putPublications(Collection<PublicationDocument> documents) throws IOException {
        for (PublicationDocument document : documents) {
            publications.put(document.id(), Documents.of(document));
        }
    }

    @Override
    public void removeStatements(Collection<UUID> ids) throws IOException {
        statements.remove(ids.stream().map(UUID::toString).toList());
    }

    @Override
    public void removePublications(Collection<String> ids) throws IOException {
        publications.remove(ids);
    }

    @Override
    public void refresh() throws IOException {
        statements.refresh();
        publications.refresh();
    }

    @Override
    public long version() throws IOException {
        return statements.version() + publications.version();
    }

    @Override
    public StatementHits statements(SearchRequest request) throws IOException {
        Query words = inStatements(analyzer).read(request.words());
        return statements.read(searcher -> {
            Query all = FilteredQuery.of(words, request);
            List<UUID> ids = new ArrayList<>();
            AtomicReference<HitCounter.Counted> counted = new AtomicReference<>();
            // Looking for the best passes over most hits, counting over none: the two go side by side.
            sideBySide.invokeAll(List.<Callable<Void>>of(
                    () -> {
                        page(searcher, all, request, Map.of()).forEach(id -> ids.add(UUID.fromString(id)));
                        return null;
                    },
                    () -> {
                        counted.set(counter.count(searcher, words, request));
                        return null;
                    }));
            return new StatementHits(
                    counted.get().total(), ids, counted.get().facets(), new QueryHighlighter(words, analyzer));
        });
    }

    @Override
    public void forEachHit(String words, SearchRequest.Order order, HitVisitor visitor) throws IOException {
        Query found = inStatements(analyzer).read(words);
        statements.read(searcher -> {
            new HitScroll(searcher, found, order).forEach(visitor);
            return null;
        });
    }

    @Override
    public PublicationHits publications(SearchRequest request, Map<Long, Long> counts) throws IOException {
        Query words = new QuerySyntax(analyzer, IN_PUBLICATIONS, PUBLICATION_WEIGHTS).read(request.words());
        return publications.read(searcher -> {
            Query all = FilteredQuery.of(words, request);
            return new PublicationHits(
                    searcher.count(all), page(searcher, all, request, counts), new QueryHighlighter(words, analyzer));
        });
    }

    /** How words are looked for in statements. */
    static QuerySyntax inStatements(Analyzer analyzer) {
        return new QuerySyntax(analyzer, IN_STATEMENTS, STATEMENT_WEIGHTS);
    }

    /** Ids of the page asked for. Hits that cannot be on it are passed over, so this does not tell how many there are. */
    private static List<String> page(IndexSearcher searcher, Query query, SearchRequest request, Map<Long, Long> counts)
            throws IOException {
        int wanted = request.offset() + request.limit();
        if (wanted == 0) {
            return List.of();
        }
        Sort sort = HitScroll.sort(request.order(), counts);
        ScoreDoc[] top = searcher.search(query, new TopFieldCollectorManager(sort, wanted, null, 1)).scoreDocs;
        List<String> ids = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (int i = request.offset(); i < top.length; i++) {
            ids.add(stored.document(top[i].doc, Set.of(Fields.ID)).get(Fields.ID));
        }
        return ids;
    }

    @Override
    public List<Suggestion> suggest(String typed, int most) throws IOException {
        QuerySyntax.shortEnough(typed);
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || most < 1) {
            return List.of();
        }
        return publications.read(searcher -> new Suggester(searcher, analyzer).suggest(text, most));
    }

    @Override
    public void forEachStatement(IndexedStatement.Visitor visitor) throws IOException {
        statements.read(searcher -> {
            StoredFields stored = searcher.storedFields();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (live == null || live.get(doc)) {
                        Document document = stored.document(leaf.docBase + doc);
                        visitor.visit(new IndexedStatement(
                                UUID.fromString(document.get(Fields.ID)),
                                document.get(Fields.CITED),
                                document.get(Facet.TYPE.parameter() + ".stored"),
                                document.get(Facet.SECTION.parameter() + ".stored")));
                    }
                }
            }
            return null;
        });
    }

    @Override
    public void close() throws IOException {
        if (helping != null) {
            helping.shutdown();
        }
        statements.close();
        publications.close();
        analyzer.close();
    }
}
