package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.query.PublicUrl;
import org.citestream.query.dialect.scite.SearchQuery;
import org.citestream.query.dialect.scite.SearchQuery.SearchField;
import org.citestream.query.dialect.scite.SearchQuery.TallyCount;
import org.citestream.query.dialect.scite.WorkSearch;
import org.citestream.query.http.PathId;
import org.citestream.query.mcp.IndexedWorks.IndexedWork;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.FoundWorks;
import org.citestream.query.mcp.answer.FoundWorks.FoundWork;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.TypeCounts;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.CitationType;

/** Searches works by words, by metadata and by how they are cited, with scite's arguments. */
@Singleton
@ToolDescription(
        name = "search_literature",
        title = "Search literature",
        description = "Finds works and tells for each how many statements support, mention or contrast it. Give words"
                + " (term: anywhere, citing sentences included) and narrow by title, abstract, author, journal, dates,"
                + " the types of statements that a work makes (citation_types), or how often it is cited"
                + " (supporting_from, contrasting_to, …). With dois alone it looks up those works.",
        answer = FoundWorks.class)
record LiteratureSearchTool(WorkSearch search, IndexedWorks held, McpSettings settings, PublicUrl url)
        implements McpTool {

    private static final String DOIS = "dois";
    private static final String TYPES = "citation_types";
    private static final String FROM = "_from";
    private static final String TO = "_to";
    private static final String DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    @Override
    public InputSchema input() {
        InputSchema schema = new InputSchema()
                .text("term", "Words anywhere: all must occur; \"phrases\", AND, OR, NOT")
                .text("title", "Words of the title")
                .text("abstract", "Words of the abstract")
                .text("author", "An author's name")
                .text("journal", "Words of the journal's name")
                .texts(DOIS, "Look up these works; no other argument with it", settings.references())
                .text("date_from", "Published on or after: 2020, 2020-05 or 2020-05-01")
                .text("date_to", "Published on or before: 2020, 2020-05 or 2020-05-01")
                .choices(TYPES, "Works that make a statement of one of these types", answers());
        for (TallyCount count : TallyCount.values()) {
            String counted =
                    count == TallyCount.CITING_PUBLICATIONS ? "citing works" : lower(count) + " statements about it";
            schema.number(lower(count) + FROM, "At least so many " + counted, 0, Integer.MAX_VALUE)
                    .number(lower(count) + TO, "At most so many " + counted, 0, Integer.MAX_VALUE);
        }
        return schema.choice(
                        "sort",
                        "Order; relevance where nothing is given",
                        Stream.of(SearchQuery.Sort.values())
                                .map(LiteratureSearchTool::lower)
                                .toList())
                .number("limit", "Works of a page", 1, settings.maxResults())
                .number("offset", "Works to skip: nextOffset of the page before", 0, SearchRequest.FURTHEST);
    }

    @Override
    public Object call(Arguments given) {
        return given.has(DOIS) ? lookUp(given) : search(given);
    }

    private FoundWorks lookUp(Arguments given) {
        if (!given.parametersBut(DOIS, "limit").isEmpty()) {
            throw new BadParameterException(
                    DOIS, "looks up works by name; leave out the other arguments, or leave out dois");
        }
        List<String> curies = given.needed(DOIS, settings.references()).stream()
                .map(PathId::curie)
                .distinct()
                .toList();
        Map<String, IndexedWork> known = held.find(curies);
        List<FoundWork> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String curie : curies) {
            IndexedWork work = known.get(curie);
            if (work == null) {
                unknown.add(curie);
            } else {
                found.add(new FoundWork(NamedWork.of(work.work(), url), TypeCounts.of(work.tally()), null));
            }
        }
        return new FoundWorks(found.size(), found, null, unknown, Coverage.ofList(found.size(), curies.size()));
    }

    private FoundWorks search(Arguments given) {
        int limit = given.number("limit", settings.results(), 1, settings.maxResults());
        int offset = given.number("offset", 0, 0, SearchRequest.FURTHEST);
        WorkSearch.FoundPage found = found(query(given, limit, offset));
        int next = offset + limit;
        return new FoundWorks(
                found.count(),
                found.hits().stream()
                        .map(hit -> new FoundWork(
                                NamedWork.of(hit.work(), url),
                                TypeCounts.of(hit.tally()),
                                hit.work().summary()))
                        .toList(),
                next < Math.min(found.count(), SearchRequest.FURTHEST) ? next : null,
                null,
                Coverage.ofSearch(found.count()));
    }

    /** Queries that scite's dialect cannot parse either are answered there in scite's own format. */
    private WorkSearch.FoundPage found(SearchQuery query) {
        try {
            return search.find(query);
        } catch (WebApplicationException unread) {
            throw new BadParameterException("term", "cannot be read as a search; give plain words");
        }
    }

    private static SearchQuery query(Arguments given, int limit, int offset) {
        Map<SearchField, String> words = new EnumMap<>(SearchField.class);
        for (SearchField field : SearchField.values()) {
            given.text(lower(field)).ifPresent(text -> words.put(field, text));
        }
        Map<TallyCount, SearchQuery.Bounds> counts = new EnumMap<>(TallyCount.class);
        for (TallyCount count : TallyCount.values()) {
            String name = lower(count);
            if (given.has(name + FROM) || given.has(name + TO)) {
                counts.put(
                        count,
                        new SearchQuery.Bounds(
                                given.number(name + FROM, 0, 0, Integer.MAX_VALUE),
                                given.number(name + TO, Integer.MAX_VALUE, 0, Integer.MAX_VALUE)));
            }
        }
        return new SearchQuery(
                SearchQuery.AnswerFormat.JSON,
                SearchQuery.Mode.ALL,
                limit,
                offset,
                sort(given),
                false,
                given.text("term").orElse(""),
                words,
                date(given, "date_from"),
                date(given, "date_to"),
                types(given),
                Map.of(),
                Optional.empty(),
                counts,
                Optional.empty(),
                Map.of());
    }

    private static SearchQuery.Sort sort(Arguments given) {
        String written = given.text("sort").orElse("relevance");
        return Stream.of(SearchQuery.Sort.values())
                .filter(sort -> lower(sort).equals(written.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        "sort",
                        "'%s' is not a valid order; use %s"
                                .formatted(
                                        written,
                                        String.join(
                                                ", ",
                                                Stream.of(SearchQuery.Sort.values())
                                                        .map(LiteratureSearchTool::lower)
                                                        .toList()))));
    }

    private static Optional<String> date(Arguments given, String name) {
        Optional<String> date = given.text(name);
        if (date.isPresent() && !date.get().matches(DATE)) {
            throw new BadParameterException(
                    name, "'%s' is not a valid date; use 2020, 2020-05 or 2020-05-01".formatted(date.get()));
        }
        return date;
    }

    private static List<String> types(Arguments given) {
        return given.texts(TYPES).stream()
                .map(written -> {
                    String type = written.toLowerCase(Locale.ROOT);
                    if (!answers().contains(type)) {
                        throw new BadParameterException(
                                TYPES,
                                "'%s' is not a valid type; use %s".formatted(written, String.join(", ", answers())));
                    }
                    return type;
                })
                .toList();
    }

    private static List<String> answers() {
        return Stream.of(CitationType.values())
                .filter(CitationType::isAnswer)
                .map(CitationType::wireName)
                .toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
