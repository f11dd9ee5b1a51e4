package org.citestream.query.web;

import java.util.List;
import java.util.Map;
import org.citestream.query.alert.AlertCriteria;
import org.citestream.query.alert.AlertWords;
import org.citestream.query.alert.FollowedSubject;
import org.citestream.query.publication.ShownPublication;

/**
 * The subject of a sign-up.
 *
 * @param about in words
 * @param atom, json its feeds, or null where it has none
 */
public record AlertSubject(String follows, String target, String about, AlertFields fields, String atom, String json) {

    /** @param followed the same by the id of what is followed */
    static AlertSubject of(AlertCriteria wish, AlertCriteria followed, WorkTitles titles) {
        Map<String, List<String>> condition = wish.condition().parameters();
        return new AlertSubject(
                wish.follows().wireName(),
                wish.target(),
                AlertWords.subject(wish.follows(), followed.target(), titles.of(followed)),
                AlertFields.of(condition),
                feed("atom", wish, followed),
                feed("json", wish, followed));
    }

    /** Following a work, with the filters of its report. */
    static AlertSubject of(ShownPublication work, Map<String, List<String>> parameters) {
        String bare = Wording.bare(work.id());
        return new AlertSubject(
                FollowedSubject.WORK.wireName(),
                work.id(),
                Wording.title(work),
                AlertFields.of(AlertFields.condition(parameters)),
                PageAddress.of("feeds/atom/reports", bare).toString(),
                PageAddress.of("feeds/json/reports", bare).toString());
    }

    private static String feed(String format, AlertCriteria wish, AlertCriteria followed) {
        return switch (wish.follows()) {
            case WORK ->
                PageAddress.of("feeds/" + format + "/reports", Wording.bare(wish.target()))
                        .toString();
            case SEARCH ->
                new PageAddress("/feeds/" + format + "/search", Map.of("q", List.of(wish.target()))).toString();
            case COLLECTION ->
                PageAddress.of("feeds/" + format + "/collections", followed.target())
                        .with("t", wish.target().equals(followed.target()) ? "" : wish.target())
                        .toString();
            case AUTHOR, JOURNAL -> null;
        };
    }
}
