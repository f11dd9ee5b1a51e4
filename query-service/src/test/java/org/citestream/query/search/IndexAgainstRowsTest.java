package org.citestream.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.memory.MemoryIndex;
import org.citestream.query.search.SearchRequest.SearchOrder;
import org.citestream.query.search.StatementHits.FacetValue;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.PartialDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The index, which keeps each sentence and each article once, against a plain one: every statement a document of its own
 * with all its words, asked one by one, counted by hand.
 */
@Execution(ExecutionMode.CONCURRENT)
class IndexAgainstRowsTest {
    private static final int ARTICLES = 60;
    private static final int QUESTIONS = 400;
    private static final List<String> WORDS = List.of(
            "the of in and rat rats rat's mouse mice train training trained trains report reports reported".split(" "));
    private static final List<String> MORE =
            List.of("freezing freeze doubled doubling sleep cell cells gene genes CD4+ β-catenin p53 10.1 n't étude"
                    .split(" "));

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final Map<Long, ArticleDocument> articles = new TreeMap<>();
    private final Map<UUID, DocumentRow> rows = new HashMap<>();
    private final Analyzer analyzer = IndexFields.analyzer();
    private LuceneIndex index;

    private record DocumentRow(ArticleDocument article, StatementDocument statement, MemoryIndex words) {}

    @BeforeEach
    void fill() throws IOException {
        index = new LuceneIndex(folder, 2);
        for (long key = 1; key <= ARTICLES; key++) {
            put(article(key));
            if (key % 9 == 0) {
                index.refresh();
            }
        }
        for (long key = 1; key <= ARTICLES; key += 7) {
            put(article(key));
        }
        for (long key = 3; key <= ARTICLES; key += 11) {
            index.removeArticles(List.of(key));
            articles.remove(key);
        }
        index.refresh();
        for (ArticleDocument article : articles.values()) {
            for (StatementDocument statement : article.statements()) {
                rows.put(statement.id(), new DocumentRow(article, statement, plain(article, statement)));
            }
        }
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void shouldFindWhatAPlainIndexFinds() throws IOException {
        int answered = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            // Given
            String words = question(2);
            Filters filters = filters();
            SearchOrder order = SearchOrder.ofStatements().get(random.nextInt(3));
            int offset = random.nextInt(4) * 10;

            // When
            StatementHits hits = index.statements(new SearchRequest(words, filters, order, offset, 10));

            // Then
            Set<UUID> found = found(words, filters, null);
            answered += found.isEmpty() ? 0 : 1;
            assertThat(hits.total()).as("hits of '%s' with %s", words, filters).isEqualTo(found.size());
            assertThat(hits.ids())
                    .as("page of '%s'", words)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(found)
                    .hasSize(Math.min(10, Math.max(0, found.size() - offset)));
            for (Facet facet : Facet.OF_SEARCH) {
                assertThat(counts(hits.facets().get(facet)))
                        .as("%s of '%s' with %s", facet, words, filters)
                        .isEqualTo(counted(facet, found(words, filters, facet)));
            }
        }
        assertThat(answered).as("questions that find anything").isGreaterThan(QUESTIONS / 2);
    }

    /** Pages behind each other hold every hit once, in one order, and an export gives the same. */
    @Test
    void shouldGiveEveryHitOnceInOneOrder() throws IOException {
        for (String words : List.of("the", "rats OR cells", "title:report", "")) {
            for (SearchOrder order : SearchOrder.ofStatements()) {
                // When
                List<UUID> paged = new ArrayList<>();
                List<UUID> page;
                do {
                    page = index.statements(new SearchRequest(words, Filters.none(), order, paged.size(), 50))
                            .ids();
                    paged.addAll(page);
                } while (page.size() == 50);
                List<UUID> scrolled = new ArrayList<>();
                index.forEachHit(words, order, scrolled::addAll);

                // Then
                assertThat(paged).containsExactlyElementsOf(scrolled);
                assertThat(paged)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(found(words, Filters.none(), null));
                List<Integer> days = paged.stream().map(this::day).toList();
                if (order == SearchOrder.NEWEST) {
                    assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
                } else if (order == SearchOrder.OLDEST) {
                    assertThat(days)
                            .isSortedAccordingTo(Comparator.comparing(day -> day == 0 ? Integer.MAX_VALUE : day));
                }
            }
        }
    }

    /** What can be passed over because it is not among the best is not among the best. */
    @Test
    void shouldGiveTheBestFirst() throws IOException {
        for (String words : List.of("the", "the rats", "training OR p53", "\"the rats\" OR title:cell")) {
            List<UUID> all = new ArrayList<>();
            index.forEachHit(words, SearchOrder.RELEVANCE, all::addAll);
            for (int most : new int[] {1, 3, 20}) {
                assertThat(index.statements(SearchRequest.of(words, most)).ids())
                        .containsExactlyElementsOf(all.subList(0, Math.min(most, all.size())));
            }
        }
    }

    @Test
    void shouldFindForASavedSearchWhatTheIndexFinds() throws IOException {
        try (SavedSearches saved = SavedSearches.over(List.copyOf(articles.values()))) {
            for (int i = 0; i < QUESTIONS / 4; i++) {
                String words = question(2);
                Set<UUID> found = new HashSet<>();
                rows.keySet().stream().filter(id -> saved.finds(words, id)).forEach(found::add);
                assertThat(found).as(words).isEqualTo(found(words, Filters.none(), null));
            }
        }
    }

    @Test
    void shouldHoldEveryStatementOnce() throws IOException {
        // When
        List<IndexedStatement> held = new ArrayList<>();
        index.forEachStatement(held::add);

        // Then
        assertThat(held)
                .containsExactlyInAnyOrderElementsOf(rows.values().stream()
                        .map(row -> new IndexedStatement(
                                row.statement.id(),
                                row.statement.cited(),
                                row.statement.name(Facet.TYPE),
                                row.statement.name(Facet.SECTION)))
                        .toList());
    }

    private Set<UUID> found(String words, Filters filters, Facet except) {
        var query = LuceneIndex.inStatements(analyzer).read(words);
        Set<UUID> found = new HashSet<>();
        rows.forEach((id, row) -> {
            boolean wanted = Facet.OF_SEARCH.stream()
                    .filter(facet -> facet != except && filters.has(facet))
                    .allMatch(facet -> wanted(row, facet, filters));
            if (wanted && row.words.search(query) > 0) {
                found.add(id);
            }
        });
        return found;
    }

    private static boolean wanted(DocumentRow row, Facet facet, Filters filters) {
        if (facet == Facet.YEAR) {
            Integer year = row.article.year();
            return year == null
                    ? filters.unknownYear()
                    : filters.years().stream().anyMatch(span -> span.from() <= year && year <= span.to());
        }
        return filters.of(facet).contains(value(row, facet));
    }

    private static Map<String, Long> counts(List<FacetValue> values) {
        Map<String, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.put(value.value(), value.count()));
        return counts;
    }

    private Map<String, Long> counted(Facet facet, Set<UUID> found) {
        Map<String, Long> counts = new TreeMap<>();
        found.forEach(id -> counts.merge(value(rows.get(id), facet), 1L, Long::sum));
        return counts;
    }

    private static String value(DocumentRow row, Facet facet) {
        String value =
                switch (facet) {
                    case YEAR -> row.article.year() == null ? null : Integer.toString(row.article.year());
                    case JOURNAL -> row.article.journal();
                    case PUBLICATION_TYPE -> row.article.publicationType();
                    case LICENCE -> row.article.licence();
                    default -> row.statement.name(facet);
                };
        return value == null ? Facet.UNKNOWN : value;
    }

    /** 0 for none. */
    private int day(UUID id) {
        return PartialDate.lastDayNumber(rows.get(id).article.published());
    }

    /** Every field that a question may name, filled from the statement alone. */
    private MemoryIndex plain(ArticleDocument article, StatementDocument statement) {
        Document document = new Document();
        words(document, IndexFields.TEXT, statement.text());
        words(
                document,
                IndexFields.CONTEXT,
                String.join(
                        "\n",
                        Stream.of(statement.before(), statement.after(), statement.headings())
                                .filter(part -> part != null)
                                .toList()));
        words(document, IndexFields.TITLE, article.title());
        article.authors().forEach(author -> document.add(new TextField(IndexFields.AUTHOR, author, Field.Store.NO)));
        if (article.journal() != null) {
            document.add(new TextField(IndexFields.JOURNAL_WORDS, article.journal(), Field.Store.NO));
        }
        Stream.of(article.doi(), statement.citedDoi())
                .filter(doi -> doi != null)
                .forEach(doi ->
                        document.add(new StringField(IndexFields.DOI, doi.toLowerCase(Locale.ROOT), Field.Store.NO)));
        document.add(new IntPoint(IndexFields.YEAR_NUMBER, article.year() == null ? 0 : article.year()));
        DocumentRow row = new DocumentRow(article, statement, null);
        Facet.OF_SEARCH.forEach(
                facet -> document.add(new StringField(IndexFields.filter(facet), value(row, facet), Field.Store.NO)));
        return MemoryIndex.fromDocument(document, analyzer);
    }

    private static void words(Document document, String field, String text) {
        if (text != null && !text.isEmpty()) {
            document.add(new TextField(field, text, Field.Store.NO));
            document.add(new TextField(field + IndexFields.EXACT, text, Field.Store.NO));
        }
    }

    private void put(ArticleDocument article) throws IOException {
        index.putArticles(List.of(article));
        articles.put(article.key(), article);
    }

    private ArticleDocument article(long key) {
        List<StatementDocument> statements = new ArrayList<>();
        for (int sentence = random.nextInt(5); sentence >= 0; sentence--) {
            String text = text(8);
            String before = random.nextInt(3) == 0 ? null : text(6);
            String after = random.nextInt(3) == 0 ? null : text(6);
            String headings = random.nextBoolean() ? null : text(2);
            for (int target = random.nextInt(4); target >= 0; target--) {
                Map<Facet, Integer> codes = new EnumMap<>(Facet.class);
                Facet.OF_STATEMENTS.forEach(
                        facet -> codes.put(facet, random.nextInt(facet.choices().size())));
                statements.add(new StatementDocument(
                        new UUID(random.nextInt(3), random.nextLong()),
                        random.nextInt(20),
                        random.nextInt(3) == 0 ? null : "10.5555/Work." + random.nextInt(9),
                        text,
                        before,
                        after,
                        headings,
                        codes));
            }
        }
        return new ArticleDocument(
                key,
                random.nextInt(4) == 0 ? null : "10.5555/Article." + key,
                random.nextInt(5) == 0 ? null : text(4),
                random.nextBoolean() ? List.of() : List.of("Ping Ren", "Ada Cells"),
                random.nextInt(4) == 0 ? null : "Annals of " + word(),
                random.nextBoolean() ? null : "review",
                random.nextInt(4) == 0
                        ? null
                        : 2015 + random.nextInt(8) + (random.nextBoolean() ? "" : "-0" + (1 + random.nextInt(9))),
                random.nextBoolean() ? null : "cc-by",
                statements);
    }

    private String text(int words) {
        return String.join(
                        " ",
                        Stream.generate(this::word)
                                .limit(1 + random.nextInt(words))
                                .toList()) + ".";
    }

    private String word() {
        List<String> some = random.nextBoolean() ? WORDS : MORE;
        return some.get(random.nextInt(some.size()));
    }

    private String question(int deep) {
        return switch (random.nextInt(deep > 0 ? 15 : 11)) {
            case 0, 1, 2 -> word();
            case 3 -> "\"" + word() + " " + word() + "\"";
            case 4 -> "\"" + word() + "\"";
            case 5 -> List.of("tra*", "re*", "frees*", "mi*", "ra*").get(random.nextInt(5));
            case 6 -> List.of("title:", "text:").get(random.nextInt(2)) + word();
            case 7 -> "type:contrasting";
            case 8 ->
                List.of("year:2016..2018", "author:ren", "journal:\"annals of\"", "section:results", "journal:gene")
                        .get(random.nextInt(5));
            case 9 ->
                List.of("doi:10.5555/article.4", "doi:10.5555/Work.3", "doi:10.5555*")
                        .get(random.nextInt(3));
            case 10 -> "title:\"" + word() + " " + word() + "\"";
            case 11 -> question(deep - 1) + " " + question(deep - 1);
            case 12 -> "(" + question(deep - 1) + ") OR (" + question(deep - 1) + ")";
            case 13 -> question(deep - 1) + " NOT " + question(0);
            default -> "NOT " + question(0);
        };
    }

    private Filters filters() {
        Map<String, List<String>> wanted = new HashMap<>();
        if (random.nextInt(3) == 0) {
            wanted.put("type", List.of("contrasting", "mentioning"));
        }
        if (random.nextInt(3) == 0) {
            wanted.put("section", List.of("results"));
        }
        if (random.nextInt(4) == 0) {
            wanted.put("year", List.of("2015..2019", "unknown"));
        }
        if (random.nextInt(5) == 0) {
            wanted.put("licence", List.of("cc-by"));
        }
        if (random.nextInt(5) == 0) {
            wanted.put("journal", List.of("Annals of the", "Annals of rat", Facet.UNKNOWN));
        }
        return Filters.parse(wanted, Facet.OF_SEARCH);
    }
}
