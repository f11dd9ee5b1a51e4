package org.citestream.query.alert;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.PublicUrl;
import org.citestream.query.alert.Deliveries.DeliveredChange;
import org.citestream.query.alert.Deliveries.PendingDelivery;
import org.citestream.query.mail.SignedLinks;
import org.citestream.query.mail.SignedLinks.Purpose;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.vocabulary.ChangeType;

/**
 * Builds the digest of a delivery: the sentences as recorded in the changes, with the titles as known now. Thread-safe.
 */
@Singleton
record DigestReader(
        PublicationReader publications,
        SignedLinks links,
        PublicUrl url,
        AlertSettings settings,
        FollowedCollections collections) {

    Digest read(Connection connection, PendingDelivery delivery, List<DeliveredChange> told) throws SQLException {
        List<DeliveredChange> shown = told.subList(0, Math.min(told.size(), settings.mailSentences()));
        Map<String, ShownPublication> works = publications.readByIds(connection, named(delivery, shown));
        ShownPublication subject = works.get(delivery.target());
        return new Digest(
                AlertWords.subject(
                        delivery.follows(),
                        delivery.target(),
                        delivery.follows() == FollowedSubject.COLLECTION
                                ? collections.name(delivery.target()).orElse(null)
                                : subject == null ? null : subject.name()),
                AlertWords.condition(Condition.parse(delivery.condition())),
                AlertWords.frequency(delivery.frequency()),
                shown.stream().map(change -> item(delivery, change, works)).toList(),
                told.size() - shown.size(),
                subjectUrl(delivery),
                url.of("/alerts/mine?t=" + links.token(Purpose.SUBSCRIBER, delivery.subscriber())),
                url.of("/alerts/unsubscribe?t=" + links.token(Purpose.UNSUBSCRIBE, delivery.alert())));
    }

    private String subjectUrl(PendingDelivery delivery) {
        return switch (delivery.follows()) {
            case WORK -> report(delivery.target());
            case COLLECTION -> url.of(collections.page(delivery.target()).orElse("/collections"));
            case SEARCH -> url.of("/search?q=" + encoded(delivery.target()));
            case AUTHOR, JOURNAL -> url.of("/find?q=" + encoded(delivery.target()));
        };
    }

    private static Set<String> named(PendingDelivery delivery, List<DeliveredChange> told) {
        Set<String> ids = new TreeSet<>(Set.of(delivery.target()));
        told.forEach(change -> Stream.of("citing", "cited", "publication")
                .map(field -> change.data().path(field).asText(""))
                .filter(id -> !id.isEmpty())
                .forEach(ids::add));
        return ids;
    }

    private Digest.DigestItem item(
            PendingDelivery delivery, DeliveredChange change, Map<String, ShownPublication> works) {
        JsonNode data = change.data();
        String cited = data.path("cited").asText();
        String statement = data.path("statement").asText("");
        return new Digest.DigestItem(
                what(change.event(), data, works),
                data.path("text").isMissingNode() ? null : data.path("text").asText(),
                data.has("citing") ? named(data.path("citing").asText(), works) : null,
                delivery.follows() == FollowedSubject.WORK ? null : named(cited, works),
                statement.isEmpty() || change.event() == ChangeType.STATEMENT_REMOVED
                        ? report(cited)
                        : url.of("/statements/" + statement));
    }

    private static String what(ChangeType event, JsonNode data, Map<String, ShownPublication> works) {
        String type = data.path("type").asText("");
        String section = data.path("section").asText("");
        String place = section.isEmpty() || section.equals("unknown") ? "" : ", in " + section;
        String kind = data.path("kind").asText("").replace('-', ' ');
        String date = data.has("date") ? " (" + data.path("date").asText() + ")" : "";
        return switch (event) {
            case STATEMENT_ADDED -> "New statement: " + type + place;
            case STATEMENT_CHANGED ->
                "Label changed: " + data.path("typeBefore").asText("") + " became " + type + place;
            case STATEMENT_REMOVED -> "Statement removed";
            case REFERENCE_ADDED -> "New reference, without a statement";
            case REFERENCE_REMOVED -> "Reference removed";
            case NOTICE_ISSUED -> "Editorial notice: " + kind + date;
            case CITED_NOTICE_ISSUED ->
                "Editorial notice about a work that it cites: " + kind + date + " of “"
                        + named(data.path("publication").asText(), works) + "”";
            case NOTICE_WITHDRAWN -> "Editorial notice taken back: " + kind + date;
            case CITED_NOTICE_WITHDRAWN ->
                "Editorial notice about a work that it cites taken back: " + kind + date + " of “"
                        + named(data.path("publication").asText(), works) + "”";
        };
    }

    private static String named(String id, Map<String, ShownPublication> works) {
        ShownPublication work = works.get(id);
        if (work == null) {
            return ShownPublication.nameOf(id);
        }
        if (work.title() == null) {
            return work.name();
        }
        String first =
                work.authors().stream().findFirst().map(ShownAuthor::name).orElse("");
        String source = Stream.of(
                        work.authors().size() > 1 ? first + " et al." : first,
                        work.journal(),
                        work.year() == null ? null : work.year().toString())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return source.isEmpty() ? work.title() : work.title() + " (" + source + ")";
    }

    private String report(String curie) {
        String bare = curie.startsWith("doi:") ? curie.substring("doi:".length()) : curie;
        return url.of("/reports/" + encoded(bare).replace("%2F", "/").replace("%3A", ":"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
