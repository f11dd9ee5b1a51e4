package org.citestream.query.alert;

import java.util.ArrayList;
import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Orcid;

/** Alerts in words, for pages and mails. Pure. */
public final class AlertWords {

    private AlertWords() {}

    /** What is followed: for a work its title, for a collection its name, where known. */
    public static String subject(FollowedSubject follows, String target, String title) {
        return switch (follows) {
            case WORK -> title == null ? ShownPublication.nameOf(target) : title;
            case AUTHOR -> "works by " + (Orcid.is(target) ? "ORCID iD " + target : target);
            case JOURNAL -> "works in " + target;
            case COLLECTION -> title == null ? "a collection that was deleted" : "the collection “" + title + "”";
            case SEARCH -> target.isEmpty() ? "everything" : "the search “" + target + "”";
        };
    }

    /** The condition in words; empty for none. */
    public static String condition(Condition condition) {
        List<String> parts = new ArrayList<>();
        condition.parameters().forEach((name, values) -> {
            if (name.equals("event")) {
                parts.add(String.join(
                        " and ",
                        values.stream()
                                .map(event -> words(ChangeType.NAMES.of(event)))
                                .toList()));
            } else {
                parts.add(label(name) + " " + String.join(" or ", values));
            }
        });
        return String.join(", ", parts);
    }

    /** How often, as an adverb. */
    public static String frequency(Frequency frequency) {
        return switch (frequency) {
            case AT_ONCE -> "instant";
            case DAILY -> "daily";
            case WEEKLY -> "weekly";
        };
    }

    private static String words(ChangeType event) {
        return switch (event) {
            case STATEMENT_ADDED -> "new statements";
            case STATEMENT_CHANGED -> "statements whose label changed";
            case STATEMENT_REMOVED -> "removed statements";
            case REFERENCE_ADDED -> "new references without a statement";
            case REFERENCE_REMOVED -> "removed references";
            case NOTICE_ISSUED -> "editorial notices about it";
            case CITED_NOTICE_ISSUED -> "editorial notices about what it cites";
            case NOTICE_WITHDRAWN -> "editorial notices about it that were taken back";
            case CITED_NOTICE_WITHDRAWN -> "editorial notices about what it cites that were taken back";
        };
    }

    private static String label(String name) {
        return switch (name) {
            case "q" -> "words";
            case "exclude" -> "without";
            default -> Facet.named(name).map(Facet::words).orElse(name);
        };
    }
}
