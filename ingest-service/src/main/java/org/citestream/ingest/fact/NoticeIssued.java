package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An editorial notice: a fact to show, never a deletion.
 *
 * @param date as precise as known: year, month or day; null when unknown
 * @param notice the notice's own id; null when only the work itself mentions it
 * @param source where the notice comes from: an article's id or the name of a list, without blanks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeIssued(
        String publication,
        String kind,
        String date,
        String notice,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> urls,
        String source)
        implements Fact {
    /** Stands for a missing date in a key. */
    static final String UNDATED = "undated";

    public NoticeIssued {
        urls = urls == null ? List.of() : List.copyOf(urls);
    }

    @Override
    public Stream stream() {
        return Stream.PUBLICATIONS;
    }

    @Override
    public String recordKey() {
        return keyOf(publication, kind, date, source);
    }

    /** The key of what one source says: each may take back its own without touching that of another. */
    static String keyOf(String publication, String kind, String date, String source) {
        return String.join(" ", "notice", publication, kind, date == null ? UNDATED : date, source);
    }

    @Override
    public String about() {
        return publication;
    }

    @Override
    public long headerRevision() {
        return 0;
    }
}
