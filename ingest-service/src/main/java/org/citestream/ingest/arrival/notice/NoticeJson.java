package org.citestream.ingest.arrival.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.ingest.article.EditorialNotice.NoticeKind;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.catalogue.registry.CrossrefUpdates;
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.fact.NoticeIssued;
import org.citestream.ingest.fact.NoticeWithdrawn;

/**
 * Notices as JSON: an object, an array or a line each. An entry with a {@code publication} is a notice of our own, which it
 * takes back if it says {@code withdrawn}; one with a {@code DOI} is Crossref's record of a work, alone or in the answer of
 * {@code /works}.
 */
final class NoticeJson {
    /** Who says so, where an entry does not name a source. */
    private static final String CURATED = "curated";

    private static final Pattern DATE = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
    private static final Pattern DOI =
            Pattern.compile("(?i)(?:doi:|https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}/\\S+)");
    private static final Pattern OTHER_ID = Pattern.compile("pmid:\\d+|pmcid:PMC\\d+|arxiv:\\S+|ref:[0-9a-f]{64}");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}");

    private final List<NoticeIssued> issued = new ArrayList<>();
    private final List<NoticeWithdrawn> withdrawn = new ArrayList<>();
    private final Map<String, Set<PublicationId>> works = new HashMap<>();
    private final Set<String> sources = new HashSet<>();
    private final int most;
    private long rows;
    private long withoutId;
    private long otherNature;

    private NoticeJson(int most) {
        this.most = most;
    }

    /**
     * Reads to the end.
     *
     * @param bytes most characters
     * @param most most entries
     */
    static NoticeList read(Reader json, long bytes, int most) throws IOException, UnreadableListException {
        ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(bytes).build())
                .build());
        NoticeJson all = new NoticeJson(most);
        try (MappingIterator<JsonNode> entries =
                mapper.readerFor(JsonNode.class).readValues(json)) {
            while (entries.hasNextValue()) {
                all.add(entries.nextValue());
            }
        } catch (JsonProcessingException broken) {
            throw new UnreadableListException(
                    "not JSON from here on, or too long: " + broken.getOriginalMessage(),
                    broken.getLocation() == null ? 0 : broken.getLocation().getLineNr(),
                    broken);
        }
        return new NoticeList(
                all.issued, all.withdrawn, all.works, all.sources, all.rows, all.withoutId, all.otherNature);
    }

    private void add(JsonNode entry) throws UnreadableListException {
        JsonNode message = entry.path("message");
        if (message.path("items").isArray()) {
            for (JsonNode work : message.path("items")) {
                add(work);
            }
        } else if (message.isObject()) {
            add(message);
        } else if (++rows > most) {
            throw new UnreadableListException(
                    "more than %d entries; send them in parts, or raise citestream.articles.notices-at-once"
                            .formatted(most),
                    0,
                    null);
        } else if (entry.has("publication")) {
            own(entry);
        } else if (entry.has("DOI")) {
            crossref(CrossrefUpdates.of(entry));
        } else {
            throw refused("has neither a publication (a notice) nor a DOI (a record of Crossref)");
        }
    }

    private void crossref(CrossrefUpdates updates) {
        otherNature += updates.others();
        if (updates.work() == null) {
            withoutId++;
            return;
        }
        updates.about().forEach(notice -> issued.add(NoticeFacts.issued(notice, CrossrefUpdates.SOURCE)));
        updates.by().forEach(notice -> issued.add(NoticeFacts.issued(notice, updates.ownSource())));
        works.computeIfAbsent(CrossrefUpdates.SOURCE, source -> new HashSet<>()).add(updates.work());
        sources.add(updates.ownSource());
    }

    private void own(JsonNode entry) throws UnreadableListException {
        String publication = id(entry.path("publication").asText());
        String kind = entry.path("kind").asText();
        if (List.of(NoticeKind.values()).stream()
                .noneMatch(known -> known.wireName().equals(kind))) {
            throw refused("has kind '%s'; use retraction, withdrawal, expression-of-concern, correction or erratum"
                    .formatted(kind));
        }
        String date = entry.hasNonNull("date") ? entry.path("date").asText() : null;
        if (date != null && !DATE.matcher(date).matches()) {
            throw refused("has date '%s'; write a year, month or day such as 2024-05-31".formatted(date));
        }
        String source = entry.hasNonNull("source") ? entry.path("source").asText() : CURATED;
        if (!SOURCE.matcher(source).matches()) {
            throw refused("has a source other than letters, digits and . _ : / - without blanks, 200 at most");
        }
        if (entry.path("withdrawn").asBoolean()) {
            String why = entry.path("why").asText("").strip();
            withdrawn.add(new NoticeWithdrawn(
                    publication,
                    kind,
                    date,
                    source,
                    why.isEmpty() ? null : why.substring(0, Math.min(why.length(), 500))));
        } else {
            String notice = entry.hasNonNull("notice") ? id(entry.path("notice").asText()) : null;
            issued.add(new NoticeIssued(publication, kind, date, notice, NoticeFacts.address(notice), source));
        }
    }

    /** As CURIE; a bare DOI is one, too. */
    private String id(String written) throws UnreadableListException {
        String stripped = written.strip();
        Matcher doi = DOI.matcher(stripped);
        if (doi.matches()) {
            return "doi:" + doi.group(1).toLowerCase(Locale.ROOT);
        }
        if (!OTHER_ID.matcher(stripped).matches()) {
            throw refused("names the work '%s'; write a DOI, pmid:…, pmcid:PMC…, arxiv:… or ref:…".formatted(written));
        }
        return stripped;
    }

    private UnreadableListException refused(String what) {
        return new UnreadableListException("Entry " + rows + " " + what, 0, null);
    }
}
