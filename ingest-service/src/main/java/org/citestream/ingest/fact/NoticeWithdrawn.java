package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A source takes its editorial notice back: the last value of the notice's key. What other sources say of the same work stays.
 *
 * @param date as the notice had it; null when unknown
 * @param source who had issued it
 * @param why in a few words, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeWithdrawn(String publication, String kind, String date, String source, String why) implements Fact {

    /** What takes back the notice of this key; empty for a key without a source, as they were before sources stood in them. */
    public static Optional<NoticeWithdrawn> ofKey(String key, String why) {
        String[] parts = key.split(" ", -1);
        return parts.length == 5
                ? Optional.of(new NoticeWithdrawn(
                        parts[1], parts[2], parts[3].equals(NoticeIssued.UNDATED) ? null : parts[3], parts[4], why))
                : Optional.empty();
    }

    @Override
    public Stream stream() {
        return Stream.PUBLICATIONS;
    }

    @Override
    public String recordKey() {
        return NoticeIssued.keyOf(publication, kind, date, source);
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
