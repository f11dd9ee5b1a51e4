package org.citestream.query.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHitCountCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/**
 * A Lucene index in a folder of its own. Safe for one writer and any number of readers; a second process on the same folder
 * is refused with a clear message.
 */
public final class LuceneIndex implements SearchIndex {
    private static final String[] IN_STATEMENTS = {Fields.TEXT, Fields.CONTEXT, Fields.TITLE};
    private static final float[] STATEMENT_WEIGHTS = {1f, 0.3f, 0.4f};
    private static final String[] IN_PUBLICATIONS = {Fields.TITLE, Fields.ABSTRACT};
    private static final float[] PUBLICATION_WEIGHTS = {1f, 0.3f};
    private static final int MOST_FACET_VALUES = 50;
    private static final String GENERATION = "generation";
    private static final String SEQUENCE = "sequence";
    private static final String TOUCHED = "touched";

    private final FSDirectory directory;
    private final Analyzer analyzer = Fields.analyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final FacetStates facetStates = new FacetStates();
    private volatile IndexPlace place;

    /** Opens the index of a folder, or makes an empty one. */
    public LuceneIndex(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setRAMBufferSizeMB(48)
                .setCommitOnClose(false)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
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
        searchers = new SearcherManager(writer, null);
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

    @Override
    public IndexPlace place() {
        return place;
    }

    @Override
    public void clear() throws IOException {
        writer.deleteAll();
        commit(IndexPlace.NOWHERE);
        refresh();
    }

    @Override
    public void putStatements(Collection<StatementDocument> documents) throws IOException {
        for (StatementDocument document : documents) {
            writer.updateDocument(new Term(Fields.ID, document.id().toString()), Documents.of(document));
        }
    }

    @Override
    public void putPublications(Collection<PublicationDocument> documents) throws IOException {
        for (PublicationDocument document : documents) {
            writer.updateDocument(new Term(Fields.ID, document.id()), Documents.of(document));
        }
    }

    @Override
    public void removeStatements(Collection<UUID> ids) throws IOException {
        writer.deleteDocuments(
                ids.stream().map(id -> new Term(Fields.ID, id.toString())).toArray(Term[]::new));
    }

    @Override
    public void removePublications(Collection<String> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(id -> new Term(Fields.ID, id)).toArray(Term[]::new));
    }

    @Override
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    @Override
    public long version() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return ((DirectoryReader) searcher.getIndexReader()).getVersion();
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void commit(IndexPlace reached) throws IOException {
        writer.setLiveCommitData(Map.of(
                        GENERATION, Integer.toString(reached.generation()),
                        SEQUENCE, Long.toString(reached.sequence()),
                        TOUCHED, Long.toString(reached.touched()))
                .entrySet());
        writer.commit();
        place = reached;
    }

    @Override
    public StatementHits statements(SearchRequest request) throws IOException {
        Query words = inStatements(analyzer).read(request.words());
        IndexSearcher searcher = searchers.acquire();
        try {
            Query query = filtered(Fields.STATEMENT, words, request, null);
            Page page = page(searcher, query, request);
            Map<SearchFacet, List<StatementHits.FacetValue>> facets = new EnumMap<>(SearchFacet.class);
            for (SearchFacet facet : SearchFacet.values()) {
                boolean own =
                        !request.allowed(facet).isEmpty() || (facet == SearchFacet.YEAR && request.years() != null);
                FacetsCollector counted =
                        own ? collect(searcher, filtered(Fields.STATEMENT, words, request, facet)) : page.counted();
                facets.put(facet, count(searcher, facet, counted));
            }
            return new StatementHits(
                    page.total(),
                    page.ids().stream().map(UUID::fromString).toList(),
                    facets,
                    new QueryHighlighter(words, analyzer));
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void forEachHit(String words, SearchRequest.Order order, HitVisitor visitor) throws IOException {
        Query found = new QuerySyntax(analyzer, IN_STATEMENTS, STATEMENT_WEIGHTS).read(words);
        IndexSearcher searcher = searchers.acquire();
        try {
            Query query = filtered(Fields.STATEMENT, found, SearchRequest.of(words, 0), null);
            new HitScroll(searcher, query, order).forEach(visitor);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public PublicationHits publications(SearchRequest request) throws IOException {
        Query words = new QuerySyntax(analyzer, IN_PUBLICATIONS, PUBLICATION_WEIGHTS).read(request.words());
        IndexSearcher searcher = searchers.acquire();
        try {
            Query query = filtered(Fields.PUBLICATION, words, request, null);
            Page page = page(searcher, query, request);
            return new PublicationHits(page.total(), page.ids(), new QueryHighlighter(words, analyzer));
        } finally {
            searchers.release(searcher);
        }
    }

    /** How words are looked for in statements. */
    static QuerySyntax inStatements(Analyzer analyzer) {
        return new QuerySyntax(analyzer, IN_STATEMENTS, STATEMENT_WEIGHTS);
    }

    private record Page(long total, List<String> ids, FacetsCollector counted) {}

    private static Page page(IndexSearcher searcher, Query query, SearchRequest request) throws IOException {
        int wanted = request.offset() + request.limit();
        if (wanted == 0) {
            int total = searcher.search(query, new TotalHitCountCollectorManager());
            return new Page(total, List.of(), collect(searcher, query));
        }
        Sort sort = HitScroll.sort(request.order());
        Object[] both = searcher.search(
                query,
                new MultiCollectorManager(
                        new TopFieldCollectorManager(sort, wanted, null, Integer.MAX_VALUE),
                        new FacetsCollectorManager()));
        TopFieldDocs top = (TopFieldDocs) both[0];
        List<String> ids = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (int i = request.offset(); i < top.scoreDocs.length; i++) {
            ScoreDoc hit = top.scoreDocs[i];
            ids.add(stored.document(hit.doc, java.util.Set.of(Fields.ID)).get(Fields.ID));
        }
        return new Page(top.totalHits.value, ids, (FacetsCollector) both[1]);
    }

    private static FacetsCollector collect(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, new FacetsCollectorManager());
    }

    private List<StatementHits.FacetValue> count(IndexSearcher searcher, SearchFacet facet, FacetsCollector counted)
            throws IOException {
        List<StatementHits.FacetValue> values = new ArrayList<>();
        if (searcher.getIndexReader().numDocs() == 0) {
            return values;
        }
        StringDocValuesReaderState state = facetStates.of(searcher.getIndexReader(), facet);
        for (LabelAndValue value : new StringValueFacetCounts(state, counted)
                .getTopChildren(MOST_FACET_VALUES, facet.wireName())
                .labelValues) {
            values.add(new StatementHits.FacetValue(value.label, value.value.longValue()));
        }
        values.sort(Comparator.comparingLong(StatementHits.FacetValue::count)
                .reversed()
                .thenComparing(StatementHits.FacetValue::value));
        return values;
    }

    /** The words under all filters, leaving out those of one facet. */
    private static Query filtered(String kind, Query words, SearchRequest request, SearchFacet except) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words, Occur.MUST);
        all.add(new TermQuery(new Term(Fields.KIND, kind)), Occur.FILTER);
        for (SearchFacet facet : SearchFacet.values()) {
            List<String> allowed = request.allowed(facet);
            if (facet != except && !allowed.isEmpty()) {
                all.add(
                        new TermInSetQuery(
                                Fields.filter(facet),
                                allowed.stream().map(BytesRef::new).toList()),
                        Occur.FILTER);
            }
        }
        if (request.years() != null && except != SearchFacet.YEAR) {
            all.add(
                    IntPoint.newRangeQuery(
                            Fields.YEAR_NUMBER,
                            request.years().first(),
                            request.years().last()),
                    Occur.FILTER);
        }
        return all.build();
    }

    @Override
    public List<Suggestion> suggest(String typed, int most) throws IOException {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || most < 1) {
            return List.of();
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            return new Suggester(searcher, analyzer).suggest(text, most);
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void forEachStatement(IndexedStatement.Visitor visitor) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            StoredFields stored = searcher.storedFields();
            Query statements = new ConstantScoreQuery(new TermQuery(new Term(Fields.KIND, Fields.STATEMENT)));
            var weight = searcher.createWeight(
                    searcher.rewrite(statements), org.apache.lucene.search.ScoreMode.COMPLETE_NO_SCORES, 1f);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                var scorer = weight.scorer(leaf);
                if (scorer == null) {
                    continue;
                }
                var live = leaf.reader().getLiveDocs();
                DocIdSetIterator documents = scorer.iterator();
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        var document = stored.document(leaf.docBase + doc);
                        visitor.visit(new IndexedStatement(
                                UUID.fromString(document.get(Fields.ID)),
                                document.get(Fields.CITED),
                                document.get(SearchFacet.TYPE.wireName() + ".stored"),
                                document.get(SearchFacet.SECTION.wireName() + ".stored")));
                    }
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
        analyzer.close();
    }
}
