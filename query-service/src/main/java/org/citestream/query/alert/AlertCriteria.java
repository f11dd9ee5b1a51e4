package org.citestream.query.alert;

import java.util.Optional;
import org.citestream.query.problem.BadParameter;
import org.citestream.query.publication.WrittenId;

/**
 * What somebody wants to hear of, and how often.
 *
 * @param target CURIE of a work, name of an author ("Given Family"), title of a journal, or the words of a search
 */
public record AlertCriteria(Follows follows, String target, Condition condition, Causes causes, Frequency frequency) {

    private static final int LONGEST = 500;

    /** @throws BadParameter if the target is none of its kind */
    public AlertCriteria {
        target = target == null ? "" : target.strip();
        if (target.length() > LONGEST) {
            throw new BadParameter("target", "longer than " + LONGEST + " characters");
        }
        if (target.chars().anyMatch(Character::isISOControl)) {
            throw new BadParameter("target", "has control characters");
        }
        if (follows == Follows.WORK) {
            String written = target;
            target = WrittenId.toCurie(written)
                    .orElseThrow(() -> new BadParameter(
                            "target",
                            "'%s' is not a valid publication id; use a DOI, or pmid:…, pmcid:PMC…, arxiv:…, ref:…"
                                    .formatted(written)));
        } else if (target.isEmpty()
                && !(follows == Follows.SEARCH && !condition.parameters().isEmpty())) {
            throw new BadParameter(
                    "target",
                    "is missing: "
                            + Optional.of(follows)
                                    .filter(Follows.SEARCH::equals)
                                    .map(search -> "write words, or a condition")
                                    .orElse("write a name"));
        }
    }
}
