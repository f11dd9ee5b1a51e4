package org.citestream.query.alert;

import java.util.Optional;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.vocabulary.Orcid;

/**
 * What an alert is about, and how often it is sent.
 *
 * @param target CURIE of a work, name of an author ("Given Family") or ORCID iD, title of a journal, the words of a search,
 *     or the id of a collection or a token of its link
 */
public record AlertCriteria(
        FollowedSubject follows, String target, Condition condition, AlertCauses causes, Frequency frequency) {

    private static final int LONGEST = 500;

    /** @throws BadParameterException if the target is not valid for what is followed */
    public AlertCriteria {
        target = target == null ? "" : target.strip();
        if (target.length() > LONGEST) {
            throw new BadParameterException("target", "longer than " + LONGEST + " characters");
        }
        if (target.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameterException("target", "has control characters");
        }
        if (follows == FollowedSubject.AUTHOR) {
            target = Orcid.bare(target).orElse(target);
        }
        if (follows == FollowedSubject.WORK) {
            String written = target;
            target = WrittenId.toCurie(written)
                    .orElseThrow(() -> new BadParameterException(
                            "target",
                            "'%s' is not a valid publication id; use a DOI, or pmid:…, pmcid:PMC…, arxiv:…, ref:…"
                                    .formatted(written)));
        } else if (target.isEmpty()
                && !(follows == FollowedSubject.SEARCH
                        && !condition.parameters().isEmpty())) {
            throw new BadParameterException(
                    "target",
                    "is missing: "
                            + Optional.of(follows)
                                    .filter(FollowedSubject.SEARCH::equals)
                                    .map(search -> "write words, or a condition")
                                    .orElse("write a name"));
        }
    }
}
