package org.citestream.query.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Corrections that lost their statement, each with its most similar successor. Thread-safe. */
@ApplicationScoped
public class VanishedStatements {

    private final CorrectionReader reader;
    private final CorrectionSettings settings;

    VanishedStatements(CorrectionReader reader, CorrectionSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    public List<Vanished> list(int limit, int offset) {
        return reader.list(CorrectionReader.Which.VANISHED, limit, offset).stream()
                .map(correction ->
                        new Vanished(correction, candidate(correction).orElse(null)))
                .toList();
    }

    /** The most similar statement of the same citing and cited work; empty if none is alike enough. */
    Optional<Vanished.Candidate> candidate(ShownCorrection correction) {
        if (correction.text() == null || correction.cited() == null || correction.citing() == null) {
            return Optional.empty();
        }
        return reader.kin(correction.citing(), correction.cited()).stream()
                .map(target -> new Vanished.Candidate(
                        target.id(), target.text(), target.type(), Likeness.of(correction.text(), target.text())))
                .filter(candidate -> candidate.likeness() >= settings.likeness())
                .max(Comparator.comparingDouble(Vanished.Candidate::likeness)
                        .thenComparing(Vanished.Candidate::statement));
    }
}
