package org.citestream.query.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.citestream.kit.problem.Problem;
import org.citestream.query.alert.AlertCauses;
import org.citestream.query.alert.AlertCriteria;
import org.citestream.query.alert.Condition;
import org.citestream.query.alert.FollowedSubject;
import org.citestream.query.alert.Frequency;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.search.BadQueryException;
import org.citestream.query.search.SavedSearches;

/**
 * A request for an alert, or for a change to one; absent fields take their default, or stay as they are.
 *
 * @param follows work, author, journal, search or collection
 * @param target id of the work, name of the author, title of the journal, the words of the search, or id or token of the collection
 * @param condition parameters of the stream, each with its values
 * @param causes by default article, correction and notice
 * @param frequency at-once (the default), daily or weekly
 * @param email mail address to send to
 * @param webhook URL to call
 */
public record AlertRequest(
        String follows,
        String target,
        Map<String, List<String>> condition,
        List<String> causes,
        String frequency,
        String email,
        String webhook) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    /** @throws ProblemException 400 if there is no body */
    static AlertRequest read(String body) {
        try {
            AlertRequest request = JSON.readValue(body == null ? "" : body, AlertRequest.class);
            if (request != null) {
                return request;
            }
        } catch (JsonProcessingException unread) {
            throw new ProblemException(
                    Problem.of(400, "Bad body", "the body cannot be read: " + unread.getOriginalMessage()));
        }
        throw new ProblemException(Problem.of(400, "Bad body", "the body is empty; send a JSON object"));
    }

    /** @throws BadParameterException for a field that is not valid */
    AlertCriteria wish() {
        return wish(
                follows,
                target,
                condition == null ? Map.of() : condition,
                causes == null ? List.of() : causes,
                frequency);
    }

    /** Checks a request, whether it came through the API or a page's form. */
    public static AlertCriteria wish(
            String follows, String target, Map<String, List<String>> condition, List<String> causes, String frequency) {
        FollowedSubject what = FollowedSubject.ofWireName(follows == null ? "" : follows)
                .orElseThrow(() -> new BadParameterException(
                        "follows",
                        "'%s' is not valid; use work, author, journal, search or collection".formatted(follows)));
        AlertCriteria wish =
                new AlertCriteria(what, target, Condition.of(condition), AlertCauses.of(causes), frequency(frequency));
        if (what == FollowedSubject.SEARCH) {
            try {
                SavedSearches.check(wish.target());
            } catch (BadQueryException unread) {
                throw new BadParameterException("target", unread.getMessage());
            }
        }
        return wish;
    }

    /** At once by default. */
    public static Frequency frequency(String name) {
        return name == null
                ? Frequency.AT_ONCE
                : Frequency.ofWireName(name)
                        .orElseThrow(() -> new BadParameterException(
                                "frequency", "'%s' is not valid; use at-once, daily or weekly".formatted(name)));
    }
}
