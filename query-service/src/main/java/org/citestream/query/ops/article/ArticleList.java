package org.citestream.query.ops.article;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.DatabaseUnavailableException;
import org.citestream.query.database.Snapshot;
import org.citestream.query.ops.deadletter.LetterStore;
import org.citestream.query.project.ProjectionSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** Lists articles: the incomplete ones with what is missing, or all of them page by page. Thread-safe. */
@ApplicationScoped
public class ArticleList {

    private static final Logger LOG = Logger.getLogger(ArticleList.class);

    /** Beside an article a: how much of it there is, as s.visible and e.visible. */
    static final String VISIBLE = """
            CROSS JOIN LATERAL (SELECT count(*) AS visible FROM active.statement s
                WHERE s.citing = a.citing AND s.revision = a.closed_revision) s
            CROSS JOIN LATERAL (SELECT count(*) AS visible FROM active.reference_edge e
                WHERE e.citing = a.citing AND e.revision = a.closed_revision) e""";

    static final String PARTS_MISSING = "(s.visible < a.expected_statements OR e.visible < a.expected_references)";

    /** Whether an article a with the publication p has an open dead letter of its reading. */
    static final String UNDECIDED = """
            EXISTS (SELECT FROM app.dead_letter l WHERE l.article = p.id AND l.state = 'open'
                AND coalesce(nullif(l.revision, 0), a.closed_revision) >= a.closed_revision)""";

    /** Whether what is missing was discarded. */
    static final String DISCARDED = """
            (a.seen_revision <= a.closed_revision
                AND EXISTS (SELECT FROM app.dead_letter l WHERE l.article = p.id AND l.state = 'discarded'
                    AND coalesce(nullif(l.revision, 0), a.closed_revision) = a.closed_revision)
                AND NOT EXISTS (SELECT FROM app.dead_letter l WHERE l.article = p.id AND l.state = 'open'))""";

    private static final int LETTERS = 20;
    private static final Duration OLD = Duration.ofSeconds(5);
    /** Maximum share of the time spent on counting. */
    private static final int COST = 20;

    private final Snapshot snapshot;
    private final LetterStore letters;
    private final Duration openLimit;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile int counted;
    private volatile long countedAt;
    private volatile long countTook;

    ArticleList(Snapshot snapshot, LetterStore letters, ProjectionSettings projection) {
        this.snapshot = snapshot;
        this.letters = letters;
        this.openLimit = projection.openLimit();
    }

    /**
     * Articles closed with fewer parts than announced, with an undecided dead letter, or open for too long. One whose
     * missing parts were discarded is complete enough.
     */
    public List<IncompleteArticle> incomplete(int limit) {
        List<IncompleteArticle> found = snapshot.once(connection -> new Sql()
                .add("SELECT p.id, a.closed_revision, a.expected_statements - s.visible AS statements,")
                .add("a.expected_references - e.visible AS refs,")
                .add("CASE WHEN a.seen_revision > a.closed_revision THEN a.seen_at END AS open_since")
                .add("FROM active.article a JOIN active.publication p ON p.key = a.citing")
                .add(VISIBLE)
                .add("WHERE a.withdrawn_revision < GREATEST(a.closed_revision, a.seen_revision)")
                .add("AND (CASE WHEN a.seen_revision > a.closed_revision")
                .add("THEN a.seen_at < now() - ? * interval '1 second'", openLimit.toSeconds())
                .add("ELSE " + PARTS_MISSING + " END OR " + UNDECIDED + ") AND NOT " + DISCARDED)
                .add("ORDER BY p.id LIMIT ?", limit)
                .list(
                        connection,
                        row -> new IncompleteArticle(
                                row.getString("id"),
                                row.getLong("closed_revision"),
                                Math.max(0, row.getLong("statements")),
                                Math.max(0, row.getLong("refs")),
                                row.getObject("open_since") == null
                                        ? null
                                        : row.getObject("open_since", OffsetDateTime.class)
                                                .toInstant(),
                                List.of())));
        List<IncompleteArticle> explained = new ArrayList<>();
        for (IncompleteArticle article : found) {
            explained.add(new IncompleteArticle(
                    article.id(),
                    article.revision(),
                    article.missingStatements(),
                    article.missingReferences(),
                    article.openSince(),
                    letters.letters(new LetterStore.LetterSelection(null, null, null, null, article.id()), LETTERS)));
        }
        return List.copyOf(explained);
    }

    /**
     * How many are incomplete, as last counted. The count goes over all articles, so a page that is requested often
     * uses the last result, and starts a new count in the background once that is old.
     */
    public int incompleteLately(int limit) {
        long age = System.nanoTime() - countedAt;
        if ((countedAt == 0 || age > Math.max(OLD.toNanos(), COST * countTook))
                && counting.compareAndSet(false, true)) {
            Infrastructure.getDefaultExecutor().execute(() -> {
                long began = System.nanoTime();
                try {
                    counted = incomplete(limit).size();
                } catch (DatabaseUnavailableException away) {
                    LOG.debugf("incomplete articles are not counted just now: %s", away.getMessage());
                } finally {
                    countedAt = System.nanoTime();
                    countTook = countedAt - began;
                    counting.set(false);
                }
            });
        }
        return counted;
    }

    /** The last reading of an article. */
    @Schema(name = "Read")
    public record ReadArticle(String id, long revision, String extractor) {}

    /**
     * All articles that are not withdrawn, by id.
     *
     * @param after only ids after this one
     */
    public List<ReadArticle> all(String after, int limit) {
        return snapshot.once(connection -> new Sql()
                .add("SELECT p.id, a.closed_revision, a.extractor FROM active.article a")
                .add("JOIN active.publication p ON p.key = a.citing")
                .add("WHERE a.closed_revision > a.withdrawn_revision AND p.id > ?", after)
                .add("ORDER BY p.id LIMIT ?", limit)
                .list(connection, row -> new ReadArticle(row.getString(1), row.getLong(2), row.getString(3))));
    }
}
