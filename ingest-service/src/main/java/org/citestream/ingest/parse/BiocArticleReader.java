package org.citestream.ingest.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Author;
import org.citestream.ingest.article.Position;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.Section;
import org.citestream.ingest.parse.UnreadableArticleException.Reason;

/**
 * Reads an article of PubMed Central's BioC JSON: passages of plain text, each with its kind. The links between text and
 * reference list are lost there; {@link PrintedMarkers} finds what is beyond doubt and says so.
 */
final class BiocArticleReader {
    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());
    private static final Map<String, String> SECTION_TYPES = Map.of(
            "INTRO", "intro",
            "METHODS", "methods",
            "RESULTS", "results",
            "DISCUSS", "discussion",
            "CONCL", "conclusions",
            "CASE", "cases",
            "SUPPL", "supplementary-material");

    private final Limits limits;
    private final ArticleDraft draft;
    private final FrontDraft front;
    private final List<Passage> passages = new ArrayList<>();
    private final Deque<SectionTrail> trails = new ArrayDeque<>();
    private long text;
    private int sections;
    private int documents;

    BiocArticleReader(Limits limits) {
        this.limits = limits;
        this.draft = new ArticleDraft(limits);
        this.front = draft.front;
    }

    /** Text of the article, before the reference list is known. */
    private record Passage(Section section, Position position, String text) {}

    /** Reads a collection, a list of them, or one document; there must be one article in it. */
    Article read(InputStream source) throws UnreadableArticleException, IOException {
        JsonLocation at = JsonLocation.NA;
        try (JsonParser json = JSON.createParser(source)) {
            try {
                boolean[] collection = new boolean[1];
                for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                    if (token == JsonToken.FIELD_NAME) {
                        field(json, collection);
                    }
                }
                if (!collection[0]) {
                    throw new RefusalException(
                            Reason.WRONG_ROOT, "JSON without \"passages\"; of JSON only BioC documents are articles");
                }
                return build();
            } catch (RefusalException refusal) {
                at = json.currentLocation();
                throw new UnreadableArticleException(
                        refusal.reason(), refusal.getMessage(), at.getLineNr(), at.getColumnNr());
            }
        } catch (JsonProcessingException malformed) {
            at = malformed.getLocation();
            throw new UnreadableArticleException(
                    Reason.NOT_WELL_FORMED,
                    "JSON that breaks its rules: " + malformed.getOriginalMessage(),
                    at == null ? -1 : at.getLineNr(),
                    at == null ? -1 : at.getColumnNr());
        }
    }

    private void field(JsonParser json, boolean[] collection) throws IOException {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("passages") && value == JsonToken.START_ARRAY) {
            collection[0] = true;
            if (documents++ > 0) {
                throw new RefusalException(
                        Reason.WRONG_ROOT,
                        "several BioC documents in one file; send it to /articles/archive, which takes each");
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                passage(JSON.readTree(json));
            }
        } else if (!name.equals("documents")) {
            json.skipChildren();
        }
    }

    private void passage(JsonNode passage) {
        JsonNode infons = passage.path("infons");
        String section = infons.path("section_type").asText("");
        String type = infons.path("type").asText("").toLowerCase(Locale.ROOT);
        String words = passage.path("text").asText("");
        if (type.equals("front") || section.equals("TITLE")) {
            front(infons, words);
        } else if (section.equals("REF")) {
            if (type.equals("ref")) {
                reference(infons, words);
            }
        } else if (type.contains("title") && !type.startsWith("fig") && !type.startsWith("table")) {
            heading(section, type, words);
        } else {
            keep(section, type, words);
        }
    }

    private void front(JsonNode infons, String words) {
        front.title = front.title == null && !words.isBlank() ? words.strip() : front.title;
        front.id("doi", said(infons, "article-id_doi"));
        front.id("pmid", said(infons, "article-id_pmid"));
        front.id("pmc", said(infons, "article-id_pmc"));
        front.volume = said(infons, "volume");
        front.issue = said(infons, "issue");
        String page = said(infons, "fpage");
        front.firstPage = page == null ? said(infons, "elocation-id") : page;
        front.lastPage = said(infons, "lpage");
        String journal = said(infons, "journal-title");
        String printed = said(infons, "journal");
        // "PLoS One; 2018 Jan 5; 13(1) e0190772."
        front.journalTitle = journal != null || printed == null ? journal : printed.split(";", 2)[0].strip();
        front.licence = said(infons, "license");
        front.date(0, new PublicationDate(Numbers.year(said(infons, "year")), null, null));
        front.keyword(said(infons, "kwd"));
        front.authors.addAll(names(infons));
    }

    private void reference(JsonNode infons, String words) {
        ReferenceDraft entry = new ReferenceDraft();
        entry.title = words.isBlank() ? null : words.strip();
        entry.container = said(infons, "source");
        entry.whole = entry.title == null;
        entry.year = Numbers.year(said(infons, "year"));
        entry.volume = said(infons, "volume");
        entry.issue = said(infons, "issue");
        entry.firstPage = said(infons, "fpage");
        entry.lastPage = said(infons, "lpage");
        entry.id("doi", said(infons, "pub-id_doi"));
        entry.id("pmid", said(infons, "pub-id_pmid"));
        entry.id("pmcid", said(infons, "pub-id_pmcid"));
        entry.link(said(infons, "ext-link"));
        entry.link(said(infons, "comment"));
        entry.authors.addAll(names(infons));
        entry.raw = raw(entry, said(infons, "comment"));
        if (entry.untagged()) {
            PlainCitation.fill(entry);
        }
        draft.references.add(null, entry);
    }

    /** The entry as a list prints it; the file has its fields only. */
    private static String raw(ReferenceDraft draft, String comment) {
        StringBuilder raw = new StringBuilder();
        String people = String.join(
                ", ", draft.authors.stream().map(Author::displayName).toList());
        for (String part : new String[] {
            people,
            draft.year == null ? null : draft.year.toString(),
            draft.title,
            draft.container,
            draft.volume,
            draft.firstPage,
            comment
        }) {
            if (part != null && !part.isEmpty()) {
                raw.append(raw.isEmpty() ? "" : ". ").append(part);
            }
        }
        return raw.isEmpty() ? null : raw.toString();
    }

    /** {@code name_0: surname:Doe;given-names:Jane}, in the order of their numbers. */
    private static List<Author> names(JsonNode infons) {
        List<Author> names = new ArrayList<>();
        for (int number = 0; infons.has("name_" + number); number++) {
            String family = null;
            String given = null;
            for (String part : infons.path("name_" + number).asText("").split(";", -1)) {
                int colon = part.indexOf(':');
                String value = colon < 0 ? "" : part.substring(colon + 1).strip();
                if (part.startsWith("surname:")) {
                    family = value;
                } else if (part.startsWith("given-names:")) {
                    given = value.isEmpty() ? null : value;
                }
            }
            if (family != null && !family.isEmpty()) {
                names.add(Author.person(family, given));
            }
        }
        for (Map.Entry<String, JsonNode> one : infons.properties()) {
            String group = one.getKey().startsWith("collab") ? one.getValue().asText("") : "";
            if (!group.isBlank()) {
                names.add(Author.group(group.strip()));
            }
        }
        return names;
    }

    /** Kinds of titles end in their depth: {@code title_2}. */
    private void heading(String section, String type, String words) {
        int depth = Math.max(1, Character.digit(type.charAt(type.length() - 1), 10));
        while (trails.size() >= depth) {
            trails.pop();
        }
        SectionTrail trail = new SectionTrail(trails.peek(), SECTION_TYPES.get(section), sections++);
        trail.head(words.strip());
        trails.push(trail);
    }

    private void keep(String section, String type, String words) {
        Position position =
                switch (section) {
                    case "ABSTRACT" -> Position.ABSTRACT;
                    case "FIG" -> Position.CAPTION;
                    case "TABLE" ->
                        type.contains("caption")
                                ? Position.CAPTION
                                : type.contains("foot") ? Position.FOOTNOTE : Position.TABLE;
                    default -> type.equals("footnote") ? Position.FOOTNOTE : Position.BODY;
                };
        if (position == Position.ABSTRACT) {
            front.abstractText.append(front.abstractText.isEmpty() ? "" : "\n").append(words.strip());
        }
        text += words.length();
        if (words.length() > limits.textLength()) {
            throw RefusalException.limit("text-length", limits.textLength());
        }
        if (text > limits.articleBytes()) {
            throw RefusalException.limit("article-bytes", limits.articleBytes());
        }
        boolean inSection = position == Position.BODY && !trails.isEmpty();
        passages.add(new Passage(inSection ? trails.peek().section() : Section.NONE, position, words));
    }

    private static String said(JsonNode infons, String name) {
        String value = infons.path(name).asText("").strip();
        return value.isEmpty() ? null : value;
    }

    private Article build() {
        PrintedMarkers markers = new PrintedMarkers(draft.references.all());
        passages.forEach(passage -> markers.learn(passage.text()));
        RunningText running = new RunningText(limits.textLength());
        for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
            Passage passage = passages.get(ordinal);
            markers.write(passage.text(), running);
            draft.paragraphs.accept(passage.section(), passage.position(), ordinal, running);
            running.clear();
        }
        return draft.build(Article.Format.BIOC);
    }
}
