package org.citestream.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.citestream.query.search.SearchRequest.SearchOrder;
import org.citestream.query.search.StatementHits.FacetValue;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.Intent;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Relationship;
import org.citestream.query.vocabulary.Section;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class LuceneIndexTest {
    private static final UUID FREEZING = new UUID(0, 1);
    private static final UUID SLEEPING = new UUID(0, 2);
    private static final UUID FEEDING = new UUID(0, 3);

    private static final long CITED = 77;

    @TempDir
    Path folder;

    private LuceneIndex index;

    @BeforeEach
    void fill() throws IOException {
        index = new LuceneIndex(folder, 2);
        fill(index);
    }

    private static void fill(LuceneIndex index) throws IOException {
        index.putArticles(List.of(
                article(
                        FREEZING,
                        "In our rats freezing doubled after training, as reported before [5].",
                        2019,
                        "Annals of Sample Science",
                        Section.RESULTS,
                        CitationType.SUPPORTING),
                article(
                        SLEEPING,
                        "Others trained mice to sleep; they reported no doubling [6].",
                        2021,
                        "Annals of Sample Science",
                        Section.DISCUSSION,
                        CitationType.MENTIONING),
                article(
                        FEEDING,
                        "By contrast our rats ate less than those of an earlier report [7].",
                        null,
                        "Sample Letters",
                        Section.UNKNOWN,
                        CitationType.CONTRASTING)));
        index.putPublications(List.of(
                publication(
                        "doi:10.5555/fear(2015)01",
                        "10.5555/fear(2015)01",
                        "Fear extinction in the rat",
                        40,
                        "Ping Ren"),
                publication("doi:10.5555/sleep", "10.5555/sleep", "Sleep and fear in mice", 2, "Ada Okoye")));
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rat|1,3",
                "reports|1,2,3",
                "\"our rats\"|1,3",
                "\"our rat\"|",
                "rats NOT contrast|1",
                "NOT rats|2",
                "freezing OR sleep|1,2",
                "(freezing OR sleep) AND mice|2",
                "doub*|1,2",
                "freez* reported|1",
                "section:results|1",
                "intent:result|1",
                "intent:unknown mice|2",
                "type:contradicting|3",
                "type:contrasting OR section:Discussion|2,3",
                "year:2019..2020|1",
                "year:2021 mice|2",
                "year:..2020|1",
                "year:2020..|2",
                "author:ren|1,2,3",
                "journal:\"sample science\"|1,2",
                "title:citing|1,2,3",
                "doi:10.5555/cited|1,2,3",
                "doi:10.5555/nobody|",
                "training, as reported before [5]|1",
                "rats: a tale?|",
                "* rats|1,3",
                "our-rats|1,3",
                "rats -contrast|1",
                "rats -\"of an earlier\"|1",
                "-rats|2",
                "-type:supporting rats|3",
                "+rats|1,3",
                "near -5 rats|",
                "\"rats training\"|",
                "\"rats training\"~4|1",
                "text:\"rats training\"~4|1",
                "freezzing~|1",
                "traning~1|1",
                "reprotted~2 mice|2",
                "*|1,2,3",
                "fre*ng|1",
                "fre?zing|1",
                "double rats-fre*|1",
                "freezing && rats|1",
                "Author:REN freezing|1",
                "author:\"Ping Ren\" freezing|1",
                "author:\"Ren, Ping\" freezing|1",
                "cited:10.5555/cited freezing|1",
                "cited:https://doi.org/10.5555/CITED|1,2,3",
                "cited:10.5555/citing|",
                "citing:10.5555/citing|1,2,3",
                "citing:10.5555/cited|",
                "\"colour: red\"|",
                "http://rats|",
                "rats (a:b)|",
                "rats in|1,3",
                "rats +in|1",
                "in|1",
                "\"in rats\"|",
                "in AND (the mice)|2",
                "sleep OR in|1,2",
            })
    void shouldFindWhatTheQuerySays(String words, String expected) throws IOException {
        // When
        StatementHits hits = index.statements(SearchRequest.of(words, 10));

        // Then
        List<UUID> ids = expected == null
                ? List.of()
                : List.of(expected.split(",")).stream()
                        .map(number -> new UUID(0, Long.parseLong(number)))
                        .toList();
        assertThat(hits.ids()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(hits.total()).isEqualTo(ids.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"never closed|0",
                "rats (and mice|5",
                "rats) mice|4",
                "AND rats|0",
                "rats OR|7",
                "year:soon|5",
                "rats type:bogus|10",
                "section:middle|8",
                "rats colour:red|5",
                "rats abstract:red|5",
                "rats title:|10",
                "title:*|6",
                "*rats|0",
                "rats r*|6",
                "rat*.|3",
                "\"our rats\"*|10",
                "\"our rats\"~|10",
                "\"our rats\"~900|10",
                "rats~5|4",
                "mice rat~|5",
                "cited:ren|6",
                "a*b*c*d*e*f|1",
                "rats AND AND mice|9",
            })
    void shouldSayWhereTheWordsAreNotAQuery(String words, int position) {
        assertThatThrownBy(() -> index.statements(SearchRequest.of(words, 10)))
                .isInstanceOfSatisfying(
                        BadQueryException.class,
                        bad -> assertThat(bad.position()).as(bad.getMessage()).isEqualTo(position));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3500 letters",
                "1900 letters*",
                "title:1900 letters*",
                "33 parentheses",
                "9 prefixes",
            })
    void shouldRefuseWordsThatCostTooMuch(String words) {
        // Given
        String costly = words.replace("3500 letters", "a".repeat(3500))
                .replace("1900 letters", "a".repeat(1900))
                .replace("33 parentheses", "(".repeat(33) + "rats" + ")".repeat(33))
                .replace("9 prefixes", "ra* ".repeat(9));

        // When, Then
        assertThatThrownBy(() -> index.statements(SearchRequest.of(costly, 10))).isInstanceOf(BadQueryException.class);
        assertThatThrownBy(() -> index.publications(SearchRequest.of(costly, 10)))
                .isInstanceOf(BadQueryException.class);
        assertThatThrownBy(() -> SavedSearches.check(costly)).isInstanceOf(BadQueryException.class);
    }

    @Test
    void shouldReadDoubledSignsAsAndAndOr() throws IOException {
        assertThat(index.statements(SearchRequest.of("freezing || sleep", 10)).ids())
                .containsExactlyInAnyOrder(FREEZING, SLEEPING);
        assertThat(index.statements(SearchRequest.of("freezing | rats", 10)).ids())
                .containsExactly(FREEZING);
    }

    @Test
    void shouldCollapseStatementsToTheirSentences() throws IOException {
        // Given: a sentence of seven statements, one of one, and the three of the others
        List<StatementDocument> said = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            said.add(statement(new UUID(9 - i, 90 + i), "Many rats were seen [1-7].", CitationType.MENTIONING));
        }
        said.add(statement(new UUID(0, 80), "One rat was seen [8].", CitationType.SUPPORTING));
        index.putArticles(List.of(
                new ArticleDocument(99, null, "Of rats", List.of(), "J", "research-article", "2022", null, said)));
        index.refresh();

        // When
        StatementHits apart = index.statements(SearchRequest.of("rat", 10));
        StatementHits together = index.statements(SearchRequest.of("rat", 10).collapsed());

        // Then
        assertThat(apart.total()).isEqualTo(10);
        assertThat(together.total()).isEqualTo(10);
        assertThat(together.sentences()).isEqualTo(4);
        assertThat(together.ids()).hasSize(4).contains(new UUID(0, 80), FREEZING, FEEDING);
        assertThat(together.facets()).isEqualTo(apart.facets());
        List<UUID> paged = new ArrayList<>();
        for (int page = 0; page < 4; page++) {
            paged.addAll(index.statements(new SearchRequest("rat", Filters.none(), SearchOrder.NEWEST, page, 1, true))
                    .ids());
        }
        assertThat(paged).containsExactlyInAnyOrderElementsOf(together.ids());
    }

    private static StatementDocument statement(UUID id, String text, CitationType type) {
        return article(id, text, 2022, "J", Section.RESULTS, type).statements().get(0);
    }

    @Test
    void shouldOrderPublicationsByHowOftenTheyAreCited() throws IOException {
        assertThat(index.publications(new SearchRequest("fear", Filters.none(), SearchOrder.CITED, 0, 10))
                        .ids())
                .containsExactly("doi:10.5555/fear(2015)01", "doi:10.5555/sleep");
        assertThat(index.publications(
                                new SearchRequest("fear", Filters.none(), SearchOrder.CITED, 0, 10), Map.of(2L, 50L))
                        .ids())
                .as("what the tables count goes before what the index remembers")
                .containsExactly("doi:10.5555/sleep", "doi:10.5555/fear(2015)01");
    }

    @Test
    void shouldRefuseFieldsThatPublicationsDoNotHave() {
        for (String words : List.of("fear type:supporting", "fear cited:10.5555/cited", "fear colour:red")) {
            assertThatThrownBy(() -> index.publications(SearchRequest.of(words, 10)))
                    .isInstanceOf(BadQueryException.class)
                    .hasMessageContaining("there is no field '%s' here", words.replaceAll("fear |:.*", ""))
                    .hasMessageContaining("title, abstract, author")
                    .hasMessageStartingWith("at character 6: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "behaviour, behavior",
        "Tumours, tumors",
        "randomised, randomized",
        "organisation, organization",
        "analysed, analyzed",
        "haemoglobin, hemoglobin",
        "leukaemia, leukemia",
        "ischaemic, ischemic",
        "paediatric, pediatric",
        "oestrogen, estrogen",
        "oedema, edema",
        "diarrhoea, diarrhea",
        "fibres, fibers",
        "centre, center",
        "modelling, modeling",
        "labelled, labeled",
        "signalling, signaling",
        "catalogue, catalog",
        "sulphate, sulfate",
        "ageing, aging",
        "grey, gray",
        "defence, defense",
        "programmes, programs"
    })
    void shouldFindBritishAndAmericanSpellingBothWays(String british, String american) throws IOException {
        for (String written : List.of(british, american)) {
            index.putArticles(List.of(
                    article(FREEZING, "We saw " + written + ".", 2019, "J", Section.RESULTS, CitationType.MENTIONING)));
            index.refresh();
            for (String asked : List.of(british, american)) {
                StatementHits hits = index.statements(SearchRequest.of(asked, 10));
                assertThat(hits.ids())
                        .as("%s where %s is written", asked, written)
                        .containsExactly(FREEZING);
                assertThat(hits.highlighter().matches("We saw " + written + "."))
                        .as("%s marked in %s", asked, written)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"four", "hour", "contour", "filled", "rise", "acre", "better", "log", "sense"})
    void shouldLeaveWordsAloneThatOnlyLookBritishOrAmerican(String word) {
        assertThat(Spellings.of(word))
                .doesNotContain("for", "hor", "contor", "filed", "rize", "acer", "bettre", "logue", "sence");
    }

    @Test
    void shouldOfferACorrectedSpelling() throws IOException {
        assertThat(index.corrected("freezzing AND (-\"contrest rats\")", false))
                .contains("freezing AND (-\"contrast rats\")");
        assertThat(index.corrected("author:okoyee extincton", true)).contains("author:okoyee extinction");
        assertThat(index.corrected("Freezing reports", false)).isEmpty();
        assertThat(index.corrected("xylophone 10.5555/nothing", false)).isEmpty();
    }

    @Test
    void shouldMarkWhatPatternsFound() throws IOException {
        // Given
        Highlighter highlighter = index.statements(SearchRequest.of("fre*ng traning~ \"rats training\"~9", 1))
                .highlighter();
        String text = "Freezing rats after training";
        // When, Then
        assertThat(highlighter.matches(text).stream()
                        .map(match -> text.substring(match.start(), match.end()))
                        .toList())
                .containsExactly("Freezing", "rats", "training");
    }

    @Test
    void shouldSuggestForALongTitleAndRefuseALongerText() throws IOException {
        assertThat(index.suggest("a".repeat(1900), 8)).isEmpty();
        assertThat(index.suggest("fear extinction in the rat " + "a".repeat(1900), 8))
                .isEmpty();
        assertThatThrownBy(() -> index.suggest("a".repeat(3500), 8)).isInstanceOf(BadQueryException.class);
    }

    @Test
    void shouldParseAsManyParenthesesAndPrefixesAsAllowed() throws IOException {
        assertThat(index.statements(SearchRequest.of("(".repeat(32) + "freez*" + ")".repeat(32) + " do*".repeat(7), 10))
                        .ids())
                .containsExactly(FREEZING);
    }

    @Test
    void shouldCountEachFacetUnderAllFiltersButItsOwn() throws IOException {
        // Given
        SearchRequest request = new SearchRequest(
                "rats OR mice",
                Filters.parse(
                        Map.of("journal", List.of("Annals of Sample Science"), "type", List.of("supporting")),
                        Facet.OF_SEARCH),
                SearchOrder.RELEVANCE,
                0,
                10);

        // When
        StatementHits hits = index.statements(request);

        // Then
        assertThat(hits.ids()).containsExactly(FREEZING);
        assertThat(hits.facets().get(Facet.TYPE))
                .containsExactly(new FacetValue("mentioning", 1), new FacetValue("supporting", 1));
        assertThat(hits.facets().get(Facet.JOURNAL)).containsExactly(new FacetValue("Annals of Sample Science", 1));
        assertThat(hits.facets().get(Facet.SECTION)).containsExactly(new FacetValue("results", 1));
    }

    @Test
    void shouldCountUnknownYears() throws IOException {
        // When
        StatementHits all = index.statements(SearchRequest.of("", 10));

        // Then
        assertThat(all.facets().get(Facet.YEAR))
                .containsExactlyInAnyOrder(
                        new FacetValue("2019", 1), new FacetValue("2021", 1), new FacetValue("unknown", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2020..2022, 2",
        "2020.., 2",
        "..2020, 1",
        "..2021, 1 2",
        "2019, 1",
        "unknown, 3",
        "unknown ..2019, 1 3",
        "2019 2021, 1 2",
        "2022.., ''"
    })
    void shouldFilterByYears(String years, String expected) throws IOException {
        // Given
        Filters filters = Filters.parse(Map.of("year", List.of(years.split(" "))), Facet.OF_SEARCH);

        // When
        StatementHits some = index.statements(new SearchRequest("", filters, SearchOrder.NEWEST, 0, 10));

        // Then
        assertThat(some.ids())
                .containsExactlyInAnyOrderElementsOf(Stream.of(expected.split(" "))
                        .filter(number -> !number.isEmpty())
                        .map(number -> new UUID(0, Long.parseLong(number)))
                        .toList());
        assertThat(some.facets().get(Facet.YEAR)).hasSize(3);
    }

    /** Each facet sums, with unknown, to the statements that match all filters but its own. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUTHOR", "NOTICE"})
    void shouldSumToWhatMatchesAllOtherFilters(Facet filtered) throws IOException {
        // Given
        String chosen = index.statements(SearchRequest.of("", 10))
                .facets()
                .get(filtered)
                .get(0)
                .value();
        Filters filters = Filters.parse(Map.of(filtered.parameter(), List.of(chosen)), Facet.OF_SEARCH);

        // When
        StatementHits hits = index.statements(new SearchRequest("", filters, SearchOrder.NEWEST, 0, 10));

        // Then
        for (Facet facet : Facet.OF_SEARCH) {
            assertThat(hits.facets().get(facet).stream()
                            .mapToLong(FacetValue::count)
                            .sum())
                    .as("sum of %s where %s is %s", facet, filtered, chosen)
                    .isEqualTo(facet == filtered ? 3 : hits.total());
        }
        assertThat(hits.total())
                .isEqualTo(hits.facets().get(filtered).stream()
                        .filter(value -> value.value().equals(chosen))
                        .mapToLong(FacetValue::count)
                        .sum());
    }

    @Test
    void shouldOrderAndPage() throws IOException {
        // When
        List<UUID> newest = new ArrayList<>();
        for (int offset = 0; offset < 3; offset++) {
            newest.addAll(index.statements(new SearchRequest("", Filters.none(), SearchOrder.NEWEST, offset, 1))
                    .ids());
        }

        // Then
        assertThat(newest).containsExactly(SLEEPING, FREEZING, FEEDING);
    }

    @Test
    void shouldMarkStemsAndPhrasesInAText() throws IOException {
        // When
        Highlighter highlighter =
                index.statements(SearchRequest.of("report \"our rats\"", 1)).highlighter();

        // Then
        String text = "Our rats, so the reports; our cats.";
        assertThat(highlighter.matches(text).stream()
                        .map(match -> text.substring(match.start(), match.end()))
                        .toList())
                .containsExactly("Our", "rats", "reports");
    }

    @Test
    void shouldReplaceAndRemoveStatements() throws IOException {
        // When
        index.putArticles(List.of(
                article(FREEZING, "Nothing of the kind.", 2019, "J", Section.RESULTS, CitationType.MENTIONING)));
        index.removeArticles(List.of(key(SLEEPING)));
        index.refresh();

        // Then
        assertThat(index.statements(SearchRequest.of("rats OR mice OR kind", 10))
                        .ids())
                .containsExactlyInAnyOrder(FREEZING, FEEDING);
        List<IndexedStatement> held = new ArrayList<>();
        index.forEachStatement(held::add);
        assertThat(held)
                .containsExactlyInAnyOrder(
                        new IndexedStatement(FREEZING, CITED, "mentioning", "results"),
                        new IndexedStatement(FEEDING, CITED, "contrasting", "unknown"));
    }

    @Test
    void shouldResumeFromTheLastCommitAfterARestart() throws IOException {
        // Given
        index.commit(new IndexPosition(1, 41, 700));
        index.removeArticles(List.of(key(FREEZING)));
        index.refresh();

        // When: a crash loses what was not committed
        index.close();
        index = new LuceneIndex(folder, 2);

        // Then
        assertThat(index.place()).isEqualTo(new IndexPosition(1, 41, 700));
        assertThat(index.statements(SearchRequest.of("freezing", 10)).ids()).containsExactly(FREEZING);
    }

    @Test
    void shouldStartOverWhenTheIndexHasAnotherFormat() throws IOException {
        // Given
        index.commit(new IndexPosition(1, 41, 700));
        index.close();
        try (FSDirectory shelf = FSDirectory.open(folder.resolve("statements"));
                IndexWriter before = new IndexWriter(shelf, new IndexWriterConfig())) {
            before.setLiveCommitData(Map.of("generation", "1", "sequence", "41", "touched", "700")
                    .entrySet());
        }

        // When
        index = new LuceneIndex(folder, 2);

        // Then
        assertThat(index.place()).isEqualTo(IndexPosition.NOWHERE);
        assertThat(index.statements(SearchRequest.of("", 10)).total()).isZero();
    }

    @Test
    void shouldSetADamagedIndexAsideAndStartOver() throws IOException {
        // Given
        index.commit(new IndexPosition(1, 41, 700));
        index.close();
        flip("statements", "segments_");

        // When
        index = new LuceneIndex(folder, 2);

        // Then
        assertThat(index.isOpen()).isTrue();
        assertThat(index.place()).isEqualTo(IndexPosition.NOWHERE);
        assertThat(index.trouble()).get().asString().contains("damaged", "statements.damaged");
        assertThat(folder.resolve("statements.damaged")).isDirectory();
        fill(index);
        assertThat(index.statements(SearchRequest.of("freezing", 10)).ids()).containsExactly(FREEZING);
    }

    @Test
    void shouldReopenWhatAFailureHasClosed() throws IOException {
        // Given: the file is gone by which the writer holds its folder
        index.commit(new IndexPosition(1, 41, 700));
        Files.delete(folder.resolve("statements").resolve(IndexWriter.WRITE_LOCK_NAME));
        index.removeArticles(List.of(key(FREEZING)));
        assertThatThrownBy(() -> index.commit(new IndexPosition(1, 42, 701)));

        // When
        boolean had = index.recover();

        // Then
        assertThat(had).isTrue();
        assertThat(index.recover()).isFalse();
        assertThat(index.place().generation()).isEqualTo(1);
        assertThat(index.trouble()).get().asString().contains("opened again");
        assertThat(folder.resolve("statements.damaged")).doesNotExist();
        assertThat(index.statements(SearchRequest.of("freezing", 10)).ids()).containsExactly(FREEZING);
        index.removeArticles(List.of(key(FREEZING)));
        index.commit(new IndexPosition(1, 42, 701));
    }

    /** Turns a byte in the middle of the first file of that name. */
    private void flip(String part, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            Path file = files.filter(path -> path.getFileName().toString().contains(name))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        }
    }

    @Test
    void shouldRefuseAFolderThatIsInUse() {
        assertThatThrownBy(() -> new LuceneIndex(folder, 2).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("citestream.search.directory");
    }

    @Test
    void shouldFindPublicationsByTitleWords() throws IOException {
        assertThat(index.publications(SearchRequest.of("fear rats", 10)).ids())
                .containsExactly("doi:10.5555/fear(2015)01");
        assertThat(index.publications(SearchRequest.of("author:okoye", 10)).ids())
                .containsExactly("doi:10.5555/sleep");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPPORTED", "CONTRASTED"})
    void shouldOrderPublicationsByWhatTheTablesCount(SearchRequest.SearchOrder order) throws IOException {
        // Given
        var everything = new SearchRequest("", Filters.none(), order, 0, 10);
        // When, Then
        assertThat(index.publications(everything, Map.of(40L, 1L, 2L, 3L)).ids())
                .containsExactly("doi:10.5555/sleep", "doi:10.5555/fear(2015)01");
        assertThat(index.publications(everything, Map.of(40L, 1L)).ids())
                .containsExactly("doi:10.5555/fear(2015)01", "doi:10.5555/sleep");
        assertThat(index.publications(new SearchRequest("sleep", Filters.none(), order, 0, 10), Map.of(40L, 1L))
                        .ids())
                .containsExactly("doi:10.5555/sleep");
    }

    @Test
    void shouldSuggestTheMostCitedFirst() throws IOException {
        assertThat(index.suggest("fea", 5))
                .containsExactly(
                        new Suggestion(
                                Suggestion.SuggestionKind.TITLE,
                                "Fear extinction in the rat",
                                "doi:10.5555/fear(2015)01"),
                        new Suggestion(Suggestion.SuggestionKind.TITLE, "Sleep and fear in mice", "doi:10.5555/sleep"));
        assertThat(index.suggest("10.5555/SLE", 5))
                .containsExactly(new Suggestion(Suggestion.SuggestionKind.DOI, "10.5555/sleep", "doi:10.5555/sleep"));
        assertThat(index.suggest("ping r", 5))
                .containsExactly(new Suggestion(Suggestion.SuggestionKind.AUTHOR, "Ping Ren", null));
        assertThat(index.suggest("  ", 5)).isEmpty();
    }

    private static long key(UUID id) {
        return id.getLeastSignificantBits();
    }

    /** Of one statement. */
    private static ArticleDocument article(
            UUID id, String text, Integer year, String journal, Section section, CitationType type) {
        return new ArticleDocument(
                key(id),
                "10.5555/Citing",
                "A citing article",
                List.of("Ping Ren"),
                journal,
                "research-article",
                year == null ? null : year.toString(),
                null,
                List.of(new StatementDocument(
                        id,
                        CITED,
                        "10.5555/CITED",
                        text,
                        null,
                        null,
                        null,
                        Map.of(
                                Facet.SECTION, section.code(),
                                Facet.TYPE, type.code(),
                                Facet.INTENT, id.equals(FREEZING) ? Intent.RESULT.code() : Intent.UNKNOWN.code(),
                                Facet.POSITION, Position.BODY.code(),
                                Facet.RELATIONSHIP, Relationship.INDEPENDENT.code()))));
    }

    @Test
    void shouldCountTheWorksOfAPersonUnderEachNameWhenAuthorsAreListed() throws IOException {
        // Given
        index.putPublications(List.of(
                by("doi:10.5555/one", "Ann Hallam", "0000-0002-1825-0097", "Bo van Zhao"),
                by("doi:10.5555/two", "A. Hallam", "0000-0002-1825-0097"),
                by("doi:10.5555/three", "Ann Hallam", "0000-0002-1825-0097", "Ann Hallam")));
        index.refresh();

        // When
        EntityCount.EntityPage most = index.entities(new EntityRequest(Entity.EntityKind.AUTHOR, "", false, 0, 2));
        EntityCount.EntityPage named =
                index.entities(new EntityRequest(Entity.EntityKind.AUTHOR, "hallam an", true, 0, 10));
        EntityCount.EntityPage all = index.entities(new EntityRequest(Entity.EntityKind.AUTHOR, "", true, 0, 10));

        // Then
        assertThat(most.entities().get(0))
                .isEqualTo(new EntityCount("0000-0002-1825-0097", "Ann Hallam", List.of("A. Hallam"), 3));
        assertThat(named.entities())
                .containsExactly(
                        new EntityCount("0000-0002-1825-0097", "Ann Hallam", List.of("A. Hallam"), 3),
                        new EntityCount(null, "Ann Hallam", List.of(), 1));
        assertThat(all.total()).isEqualTo(5);
        assertThat(all.entities())
                .extracting(EntityCount::name)
                .containsExactly("Ann Hallam", "Ann Hallam", "Ada Okoye", "Ping Ren", "Bo van Zhao");
    }

    @Test
    void shouldFindTheWorksOfAnInstitutionAndOfAFunderByTheirIds() throws IOException {
        // Given
        String institutions = "[{\"ror\":\"05a28rw58\",\"name\":\"Eastmoor University\"},{\"ror\":\"05a28rw58\"}]";
        String funding =
                "[{\"funder\":\"Soil Fund\",\"funderId\":\"https://doi.org/10.13039/501100001348\",\"award\":\"S1\"},"
                        + "{\"funder\":\"A friend\"}]";
        index.putPublications(List.of(listed("doi:10.5555/one", Entities.of(List.of(), null, institutions, funding))));
        index.refresh();

        // When, Then
        assertThat(index.worksOf(Entity.EntityKind.AFFILIATION, "05a28rw58")).containsExactly("doi:10.5555/one");
        assertThat(index.worksOf(Entity.EntityKind.FUNDER, "10.13039/501100001348"))
                .containsExactly("doi:10.5555/one");
        assertThat(index.worksOf(Entity.EntityKind.FUNDER, "A friend")).containsExactly("doi:10.5555/one");
        assertThat(index.entities(new EntityRequest(Entity.EntityKind.AFFILIATION, "east", false, 0, 10))
                        .entities())
                .containsExactly(new EntityCount("05a28rw58", "Eastmoor University", List.of(), 1));
        assertThat(index.entities(new EntityRequest(Entity.EntityKind.FUNDER, "", true, 0, 10))
                        .entities())
                .extracting(EntityCount::key)
                .containsExactly("A friend", "10.13039/501100001348");
    }

    private static PublicationDocument by(String id, String... authors) {
        return listed(id, Entities.of(List.of(authors), null, null, null), authors);
    }

    private static PublicationDocument listed(String id, List<Entity> entities, String... authors) {
        return new PublicationDocument(
                id.hashCode(),
                id,
                null,
                List.of(),
                null,
                null,
                List.of(authors),
                List.of(),
                entities,
                null,
                null,
                null,
                0);
    }

    private static PublicationDocument publication(
            String id, String doi, String title, long statements, String author) {
        // The key may be any number that only one of them has.
        return new PublicationDocument(
                statements,
                id,
                doi,
                List.of(),
                title,
                null,
                List.of(author),
                List.of("0000-0002-1825-0097"),
                Entities.of(List.of(author), "Annals", null, null),
                "Annals",
                "research-article",
                "2015",
                statements);
    }
}
