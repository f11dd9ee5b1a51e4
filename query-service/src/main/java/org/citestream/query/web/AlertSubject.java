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

    static AlertSubject of(AlertCriteria wish, WorkTitles titles) {
        String title = wish.follows() == FollowedSubject.WORK ? titles.of(wish.target()) : null;
        Map<String, List<String>> condition = wish.condition().parameters();
        return new AlertSubject(
                wish.follows().wireName(),
                wish.target(),
                AlertWords.subject(wish.follows(), wish.target(), title),
                AlertFields.of(condition),
                feed("atom", wish),
                feed("json", wish));
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

    private static String feed(String format, AlertCriteria wish) {
        return switch (wish.follows()) {
            case WORK ->
                PageAddress.of("feeds/" + format + "/reports", Wording.bare(wish.target()))
                        .toString();
            case SEARCH ->
                new PageAddress("/feeds/" + format + "/search", Map.of("q", List.of(wish.target()))).toString();
            case AUTHOR, JOURNAL -> null;
        };
    }
}
