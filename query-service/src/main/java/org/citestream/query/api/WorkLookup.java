package org.citestream.query.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.citestream.query.article.WithdrawalReader;
import org.citestream.query.database.Snapshot;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/** Finds the work named at the end of a request's path. Thread-safe. */
@Singleton
public record WorkLookup(Snapshot snapshot, PublicationReader publications, WithdrawalReader withdrawals) {

    /**
     * The work named after this prefix of the path.
     *
     * @throws ProblemException 404 if nothing ever named it, 410 if it was withdrawn and nothing cites it
     */
    public ShownPublication find(HttpServerRequest request, String prefix) {
        return find(PathId.curie(request, prefix));
    }

    /**
     * The work with this CURIE.
     *
     * @throws ProblemException 404 if nothing ever named it, 410 if it was withdrawn and nothing cites it
     */
    public ShownPublication find(String curie) {
        withdrawals.ofUncited(curie).ifPresent(withdrawal -> {
            throw withdrawal.gone();
        });
        return snapshot.<Optional<ShownPublication>>read(connection -> {
                    Optional<Long> key = publications.find(connection, curie);
                    return key.isEmpty()
                            ? Optional.empty()
                            : Optional.of(publications
                                    .read(connection, List.of(key.get()))
                                    .get(key.get()));
                })
                .orElseThrow(() -> ProblemException.notFound(ReportResource.unknown(curie)));
    }
}
