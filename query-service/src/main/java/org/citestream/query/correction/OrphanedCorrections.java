package org.citestream.query.correction;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Corrections that lost their statement, each with its most similar successor. Thread-safe. */
@Singleton
public record OrphanedCorrections(CorrectionReader reader, CorrectionSettings settings) {

    public List<OrphanedCorrection> list(int limit, int offset) {
        return reader.list(CorrectionReader.CorrectionState.VANISHED, limit, offset).stream()
                .map(correction ->
                        new OrphanedCorrection(correction, candidate(correction).orElse(null)))
                .toList();
    }

    /** The most similar statement of the same citing and cited work; empty if none is similar enough. */
    Optional<OrphanedCorrection.Candidate> candidate(ShownCorrection correction) {
        if (correction.text() == null || correction.cited() == null || correction.citing() == null) {
            return Optional.empty();
        }
        return reader.kin(correction.citing(), correction.cited()).stream()
                .map(target -> new OrphanedCorrection.Candidate(
                        target.id(), target.text(), target.type(), Similarity.of(correction.text(), target.text())))
                .filter(candidate -> candidate.likeness() >= settings.likeness())
                .max(Comparator.comparingDouble(OrphanedCorrection.Candidate::likeness)
                        .thenComparing(OrphanedCorrection.Candidate::statement));
    }
}
