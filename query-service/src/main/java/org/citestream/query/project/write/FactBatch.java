package org.citestream.query.project.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.project.event.AliasFound;
import org.citestream.query.project.event.ArticleFact;
import org.citestream.query.project.event.CorrectionFact;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.NoticeIssued;
import org.citestream.query.project.event.NoticeWithdrawn;
import org.citestream.query.project.event.PublicationDescribed;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.event.ReferencesListed;
import org.citestream.query.project.event.StatementClassified;

/**
 * The facts of one transaction, sorted by kind, the last of each key only: one statement with ON CONFLICT may not touch
 * a row twice. Not thread-safe.
 */
public final class FactBatch {

    private final Map<UUID, LoggedFact<StatementClassified>> statements = new LinkedHashMap<>();
    private final Map<ReferenceEdgeKey, ReferenceEdge> edges = new LinkedHashMap<>();
    private final Map<String, Readings> readings = new HashMap<>();
    private final Map<String, LoggedFact<PublicationDescribed>> descriptions = new LinkedHashMap<>();
    private final Map<String, LoggedFact<AliasFound>> aliases = new LinkedHashMap<>();
    private final Map<String, LoggedFact<NoticeIssued>> notices = new LinkedHashMap<>();
    private final Map<String, LoggedFact<NoticeWithdrawn>> noticesWithdrawn = new LinkedHashMap<>();
    private final Map<String, LoggedFact<PublicationFactRemoved>> removals = new LinkedHashMap<>();
    private final List<LoggedFact<CorrectionFact>> corrections = new ArrayList<>();
    private final List<Place> redriven = new ArrayList<>();

    /** Adds a fact; facts of one key must be added in log order. */
    public void add(LoggedFact<Fact> entry) {
        if (entry.redriven()) {
            redriven.add(entry.place());
        }
        Fact fact = entry.fact();
        if (fact instanceof ArticleFact article) {
            addArticleFact(entry, article);
        } else if (fact instanceof CorrectionFact correction) {
            corrections.add(with(entry, correction));
        } else if (fact instanceof PublicationDescribed described) {
            last(descriptions, removals, entry.key(), with(entry, described));
        } else if (fact instanceof AliasFound alias) {
            last(aliases, removals, entry.key(), with(entry, alias));
        } else if (fact instanceof NoticeIssued notice) {
            noticesWithdrawn.remove(entry.key());
            notices.put(entry.key(), with(entry, notice));
        } else if (fact instanceof NoticeWithdrawn withdrawn) {
            notices.remove(entry.key());
            noticesWithdrawn.put(entry.key(), with(entry, withdrawn));
        } else if (fact instanceof PublicationFactRemoved removed
                && removed.kind().equals("notice")) {
            notices.remove(entry.key());
            noticesWithdrawn.put(entry.key(), with(entry, NoticeWithdrawn.of(removed)));
        } else if (fact instanceof PublicationFactRemoved removed) {
            descriptions.remove(entry.key());
            aliases.remove(entry.key());
            removals.put(entry.key(), with(entry, removed));
        } else {
            throw new IllegalStateException("no place for " + fact.getClass());
        }
    }

    private void addArticleFact(LoggedFact<Fact> entry, ArticleFact fact) {
        readings.computeIfAbsent(
                        fact.citing(), citing -> new Readings(entry.place().partition()))
                .add(fact);
        if (fact instanceof StatementClassified statement) {
            statements.merge(
                    statement.id(),
                    with(entry, statement),
                    (one, other) -> newer(
                                    one.fact().revision(),
                                    one.place(),
                                    other.fact().revision(),
                                    other.place())
                            ? one
                            : other);
        } else if (fact instanceof ReferencesListed listed) {
            addEdges(entry, listed);
        }
    }

    private void addEdges(LoggedFact<Fact> entry, ReferencesListed listed) {
        int ordinal = listed.part() * ReferencesListed.ENTRIES_A_PART;
        for (ReferencesListed.Reference reference : listed.references()) {
            ReferenceEdge edge = new ReferenceEdge(
                    listed.citing(), listed.revision(), ordinal++, reference, entry.place(), entry.traceparent());
            edges.merge(
                    new ReferenceEdgeKey(listed.citing(), reference.key()),
                    edge,
                    (one, other) -> newer(one.revision(), one.place(), other.revision(), other.place()) ? one : other);
        }
    }

    private static boolean newer(long revision, Place place, long otherRevision, Place otherPlace) {
        return revision > otherRevision || (revision == otherRevision && place.offset() > otherPlace.offset());
    }

    private static <F extends Fact> void last(
            Map<String, LoggedFact<F>> kept,
            Map<String, LoggedFact<PublicationFactRemoved>> removals,
            String key,
            LoggedFact<F> entry) {
        removals.remove(key);
        kept.put(key, entry);
    }

    private static <F extends Fact> LoggedFact<F> with(LoggedFact<Fact> entry, F fact) {
        return new LoggedFact<>(fact, entry.key(), entry.place(), entry.redriven(), entry.traceparent());
    }

    Collection<LoggedFact<StatementClassified>> statements() {
        return statements.values();
    }

    Collection<ReferenceEdge> edges() {
        return edges.values();
    }

    Map<String, Readings> readings() {
        return readings;
    }

    Collection<LoggedFact<PublicationDescribed>> descriptions() {
        return descriptions.values();
    }

    Collection<LoggedFact<AliasFound>> aliases() {
        return aliases.values();
    }

    Collection<LoggedFact<NoticeIssued>> notices() {
        return notices.values();
    }

    Collection<LoggedFact<NoticeWithdrawn>> noticesWithdrawn() {
        return noticesWithdrawn.values();
    }

    Collection<LoggedFact<PublicationFactRemoved>> removals() {
        return removals.values();
    }

    /** Whether it contains facts about corrections. */
    public boolean hasCorrections() {
        return !corrections.isEmpty();
    }

    List<LoggedFact<CorrectionFact>> corrections() {
        return corrections;
    }

    /** The original positions of its redriven facts, which are no longer parked. */
    List<Place> redriven() {
        return redriven;
    }

    /** Whether it may rewrite rows of articles other than its own, which needs the exclusive lock. */
    boolean rewritesOthers() {
        return !corrections.isEmpty()
                || !aliases.isEmpty()
                || removals.values().stream()
                        .anyMatch(entry -> entry.fact().kind().equals("alias"));
    }

    /** Key of an entry in one article's reference list. */
    record ReferenceEdgeKey(String citing, String key) {}

    /**
     * One entry of a reference list with the position of its record; {@code ordinal} is its place in the list, from 0.
     */
    record ReferenceEdge(
            String citing,
            long revision,
            int ordinal,
            ReferencesListed.Reference reference,
            Place place,
            String traceparent) {}
}
