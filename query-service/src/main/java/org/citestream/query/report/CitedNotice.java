package org.citestream.query.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.PartialDate;

/**
 * A notice on a cited publication, relative to a citing publication.
 *
 * @param kind retraction, withdrawal, expression-of-concern, erratum or correction
 * @param date of the notice, as precise as known; absent if unknown
 * @param notice the publication that is the notice, if it has an id
 * @param made {@code before} or {@code after} the notice, by the date of the citing publication; {@code unknown} if a
 *     date is missing or too vague (both in 2021, say)
 * @param admitted whether the sentence acknowledges it near its marker, by the rule of {@link NoticeAcknowledgement};
 *     absent for a publication as a whole
 */
public record CitedNotice(String kind, String date, String notice, String made, Boolean admitted) {

    private static final Set<String> WARNINGS = Set.of("retraction", "withdrawal", "expression-of-concern");

    /**
     * The notice relative to a statement of a publication with that date.
     *
     * @param published may be null
     * @param markers where the text cites the noticed work
     */
    public static CitedNotice of(ShownNotice notice, String published, String text, List<int[]> markers) {
        return new CitedNotice(
                notice.kind(),
                notice.date(),
                notice.notice(),
                made(published, notice.date()),
                NoticeAcknowledgement.of(notice.kind(), text, markers));
    }

    /** The notice relative to a publication with that date. */
    static CitedNotice of(ShownNotice notice, String published) {
        return new CitedNotice(notice.kind(), notice.date(), notice.notice(), made(published, notice.date()), null);
    }

    /** Whether it warns readers not to rely on the cited publication as it is. */
    @JsonIgnore
    public boolean warns() {
        return warns(kind);
    }

    /** The kinds that do. */
    public static Set<String> warnings() {
        return WARNINGS;
    }

    /** A regular expression, also of PostgreSQL, without which no text acknowledges one of these kinds; ignoring case. */
    public static String acknowledgingWords() {
        return NoticeAcknowledgement.words(WARNINGS);
    }

    /** Whether a notice of this kind does. */
    public static boolean warns(String kind) {
        return WARNINGS.contains(kind);
    }

    /** Whether a publication of that date came {@code before} or {@code after} a notice of that date, or is {@code unknown}. */
    public static String made(String published, String noticed) {
        if (published == null || noticed == null) {
            return Facet.UNKNOWN;
        }
        try {
            LocalDate earliest = PartialDate.firstDay(published);
            LocalDate latest = PartialDate.lastDay(published);
            if (latest.isBefore(PartialDate.firstDay(noticed))) {
                return "before";
            }
            return earliest.isAfter(PartialDate.lastDay(noticed)) ? "after" : Facet.UNKNOWN;
        } catch (DateTimeException vague) {
            return Facet.UNKNOWN;
        }
    }
}
