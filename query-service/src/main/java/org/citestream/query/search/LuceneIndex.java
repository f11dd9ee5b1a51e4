package org.citestream.query.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
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
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.citestream.kit.loop.NamedThreads;
import org.citestream.query.vocabulary.Facet;

/**
 * A Lucene index in its own folder. Safe for one writer and any number of readers; a second process on the same folder
 * is refused with a clear message.
 */
public final class LuceneIndex implements SearchIndex {
    /** Statements from which on several threads index them. */
    private static final int WORTH_SHARING = 1000;

    private static final String[] IN_STATEMENTS = {IndexFields.TEXT, IndexFields.CONTEXT, IndexFields.TITLE};
    private static final float[] STATEMENT_WEIGHTS = {1f, 0.3f, 0.4f};
    private static final String[] IN_PUBLICATIONS = {IndexFields.TITLE, IndexFields.ABSTRACT};
    private static final float[] PUBLICATION_WEIGHTS = {1f, 0.3f};

    private final Analyzer analyzer = IndexFields.analyzer();
    private final Analyzer indexing = IndexFields.indexing();
    private final Layers layers = new Layers();
    private final int threads;
    private final ExecutorService helping;
    private final TaskExecutor sideBySide;
    private final DocumentIndex statements;
    private final DocumentIndex publications;
    private final EntityCounter entityCounter = new EntityCounter();
    private final HitCounter counter = new HitCounter(layers);

    /**
     * Opens the index in a folder, or creates an empty one.
     *
     * @param threads number of threads that one search, or the indexing of one batch, may use; at least 1
     */
    public LuceneIndex(Path folder, int threads) throws IOException {
        this.threads = threads;
        helping = threads == 1 ? null : Executors.newFixedThreadPool(threads, new NamedThreads("citestream-search-"));
        sideBySide = new TaskExecutor(helping == null ? Runnable::run : helping);
        statements = new DocumentIndex(folder.resolve("statements"), indexing, helping);
        publications = new DocumentIndex(folder.resolve("publications"), indexing, helping);
    }

    /**
     * Publications are committed first: after a crash between the two they are indexed again, which changes nothing.
     */
    @Override
    public void commit(IndexPosition reached) throws IOException {
        publications.commit(reached);
        statements.commit(reached);
    }

    @Override
    public IndexPosition place() {
        boolean together =
                statements.place().generation() == publications.place().generation();
        return together ? statements.place() : IndexPosition.NOWHERE;
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
        commit(IndexPosition.NOWHERE);
        refresh();
    }

    /**
     * In parallel where there is much, because analysing texts is most of the work of indexing; of little, two threads would make
     * two segments of half the size, which must be merged.
     */
    @Override
    public void putArticles(Collection<ArticleDocument> articles) throws IOException {
        int many = articles.stream()
                .mapToInt(article -> article.statements().size())
                .sum();
        Iterator<ArticleDocument> next = articles.iterator();
        List<Callable<Void>> parts = new ArrayList<>();
        for (int part = 0; part < (many < WORTH_SHARING ? 1 : threads); part++) {
            parts.add(() -> {
                for (ArticleDocument its = taken(next); its != null; its = taken(next)) {
                    statements.put(article(its.key()), IndexDocuments.of(its));
                }
                return null;
            });
        }
        sideBySide.invokeAll(parts);
    }

    private static ArticleDocument taken(Iterator<ArticleDocument> articles) {
        synchronized (articles) {
            return articles.hasNext() ? articles.next() : null;
        }
    }

    private static Term article(long key) {
        return new Term(IndexFields.ARTICLE, IndexDocuments.key(key));
    }

    private static Term publication(String id) {
        return new Term(IndexFields.ID, id);
    }

    @Override
    public void putPublications(Collection<PublicationDocument> documents) throws IOException {
        for (PublicationDocument document : documents) {
            publications.put(publication(document.id()), List.of(IndexDocuments.of(document)));
        }
    }

    @Override
    public void removeArticles(Collection<Long> keys) throws IOException {
        statements.remove(keys.stream().map(LuceneIndex::article).toList());
    }

    @Override
    public void removePublications(Collection<String> ids) throws IOException {
        publications.remove(ids.stream().map(LuceneIndex::publication).toList());
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
            Query all = QueryTranslation.ofStatements(FilteredQuery.of(words, request), layers);
            List<UUID> ids = new ArrayList<>();
            AtomicReference<HitCounter.HitCounts> counted = new AtomicReference<>();
            // Finding the best hits skips most of them, counting skips none, so the two run in parallel.
            sideBySide.invokeAll(List.<Callable<Void>>of(
                    () -> {
                        ScoreDoc[] hits = request.bySentence()
                                ? new SentenceHits(searcher, layers).top(all, request)
                                : top(searcher, all, request, Map.of());
                        ids.addAll(StatementIds.of(searcher, hits, request.offset()));
                        return null;
                    },
                    () -> {
                        counted.set(counter.count(searcher, words, request));
                        return null;
                    }));
            return new StatementHits(
                    counted.get().total(),
                    counted.get().sentences(),
                    ids,
                    counted.get().facets(),
                    new QueryHighlighter(words, analyzer));
        });
    }

    @Override
    public void forEachHit(String words, SearchRequest.SearchOrder order, HitVisitor visitor) throws IOException {
        Query found = inStatements(analyzer).read(words);
        statements.read(searcher -> {
            new HitScroll(searcher, QueryTranslation.ofStatements(found, layers), order).forEach(visitor);
            return null;
        });
    }

    @Override
    public PublicationHits publications(SearchRequest request, Map<Long, Long> counts) throws IOException {
        return publications(request, counts, true);
    }

    @Override
    public PublicationHits publications(SearchRequest request) throws IOException {
        return publications(request, Map.of(), false);
    }

    private PublicationHits publications(SearchRequest request, Map<Long, Long> counts, boolean facets)
            throws IOException {
        Query words = inPublications(analyzer).read(request.words());
        return publications.read(searcher -> {
            Query all = QueryTranslation.ofPublications(FilteredQuery.of(words, request));
            List<String> ids = new ArrayList<>();
            StoredFields stored = searcher.storedFields();
            ScoreDoc[] top = top(searcher, all, request, counts);
            for (int i = request.offset(); i < top.length; i++) {
                ids.add(stored.document(top[i].doc, Set.of(IndexFields.ID)).get(IndexFields.ID));
            }
            return new PublicationHits(
                    searcher.count(all),
                    ids,
                    facets ? Map.of(Facet.PUBLICATION_TYPE, types(searcher, words, request)) : Map.of(),
                    new QueryHighlighter(words, analyzer));
        });
    }

    @Override
    public long[] publicationKeys(String words, int most) throws IOException {
        Query found = QueryTranslation.ofPublications(inPublications(analyzer).read(words));
        return publications.read(searcher -> WorkKeys.of(searcher, found, most));
    }

    @Override
    public Map<Long, String> publicationsNumbered(Collection<Long> numbers) throws IOException {
        return publications.read(searcher -> WorkKeys.numbered(searcher, numbers));
    }

    /** The greatest count first; there are few types, so each is counted by itself. */
    private static List<StatementHits.FacetValue> types(IndexSearcher searcher, Query words, SearchRequest request)
            throws IOException {
        Terms types = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.filter(Facet.PUBLICATION_TYPE));
        if (types == null) {
            return List.of();
        }
        Query others = QueryTranslation.ofPublications(FilteredQuery.but(Facet.PUBLICATION_TYPE, words, request));
        List<StatementHits.FacetValue> counted = new ArrayList<>();
        TermsEnum each = types.iterator();
        for (BytesRef type = each.next(); type != null; type = each.next()) {
            int count = searcher.count(new BooleanQuery.Builder()
                    .add(others, Occur.FILTER)
                    .add(
                            new TermQuery(
                                    new Term(IndexFields.filter(Facet.PUBLICATION_TYPE), BytesRef.deepCopyOf(type))),
                            Occur.FILTER)
                    .build());
            if (count > 0) {
                counted.add(new StatementHits.FacetValue(type.utf8ToString(), count));
            }
        }
        counted.sort(Comparator.comparingLong(StatementHits.FacetValue::count)
                .reversed()
                .thenComparing(StatementHits.FacetValue::value));
        return counted;
    }

    /** How statements are searched for words. */
    static QuerySyntax inStatements(Analyzer analyzer) {
        return QuerySyntax.ofStatements(analyzer, IN_STATEMENTS, STATEMENT_WEIGHTS);
    }

    /** How publications are searched for words. */
    static QuerySyntax inPublications(Analyzer analyzer) {
        return QuerySyntax.ofPublications(analyzer, IN_PUBLICATIONS, PUBLICATION_WEIGHTS);
    }

    /** The best hits up to the requested page. Hits that cannot be on it are skipped, so this does not count them. */
    private static ScoreDoc[] top(IndexSearcher searcher, Query query, SearchRequest request, Map<Long, Long> counts)
            throws IOException {
        int wanted = request.limit() == 0 ? 0 : request.offset() + request.limit();
        if (wanted == 0) {
            return new ScoreDoc[0];
        }
        Sort sort = HitScroll.sort(request.order(), counts);
        return searcher.search(query, new TopFieldCollectorManager(sort, wanted, null, 1)).scoreDocs;
    }

    @Override
    public EntityCount.EntityPage entities(EntityRequest request) throws IOException {
        QuerySyntax.shortEnough(request.words());
        return publications.read(searcher -> {
            List<String> words =
                    new Suggester(searcher, analyzer).words(request.words().toLowerCase(Locale.ROOT));
            Query works = words.isEmpty()
                    ? new MatchAllDocsQuery()
                    : Suggester.beginning(IndexFields.entityWords(request.kind()), words);
            return entityCounter.count(searcher, request, works, words);
        });
    }

    @Override
    public List<String> worksOf(Entity.EntityKind kind, String key) throws IOException {
        return publications.read(searcher -> {
            List<String> ids = new ArrayList<>();
            Query its = new TermQuery(new Term(IndexFields.entityIs(kind), key));
            for (ScoreDoc hit : searcher.search(its, SearchRequest.FURTHEST).scoreDocs) {
                ids.add(searcher.storedFields()
                        .document(hit.doc, Set.of(IndexFields.ID))
                        .get(IndexFields.ID));
            }
            return ids;
        });
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
    public Optional<String> corrected(String words, boolean publications) throws IOException {
        return publications
                ? this.publications.read(
                        searcher -> new SpellingCorrection(searcher.getIndexReader(), IN_PUBLICATIONS).of(words))
                : statements.read(
                        searcher -> new SpellingCorrection(searcher.getIndexReader(), IN_STATEMENTS).of(words));
    }

    @Override
    public void forEachStatement(IndexedStatement.StatementVisitor visitor) throws IOException {
        statements.read(searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                LeafReader part = leaf.reader();
                Bits live = part.getLiveDocs();
                StatementIds ids = StatementIds.in(part);
                NumericDocValues cited = DocValues.getNumeric(part, IndexFields.CITED);
                NumericDocValues facets = DocValues.getNumeric(part, CodedFacets.FIELD);
                for (int doc = cited.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = cited.nextDoc()) {
                    if ((live == null || live.get(doc)) && facets.advanceExact(doc)) {
                        visitor.visit(new IndexedStatement(
                                ids.of(doc),
                                cited.longValue(),
                                CodedFacets.name(facets.longValue(), Facet.TYPE),
                                CodedFacets.name(facets.longValue(), Facet.SECTION)));
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
        indexing.close();
    }
}
