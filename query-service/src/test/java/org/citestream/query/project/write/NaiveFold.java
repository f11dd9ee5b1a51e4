package org.citestream.query.project.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.citestream.query.project.event.AliasFound;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.ArticleFact;
import org.citestream.query.project.event.ArticleWithdrawn;
import org.citestream.query.project.event.CorrectionWithdrawn;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.event.ReferencesListed;
import org.citestream.query.project.event.StatementClassified;
import org.citestream.query.project.event.StatementCorrected;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.CitationType;

/** The rules of the view in their plainest form, one fact after the other, in maps: what the SQL must agree with. */
public final class NaiveFold {

    private record FoldedRow(String citing, String citedAs, CitationType machineType, long revision, long offset) {}

    private final Map<UUID, FoldedRow> statements = new HashMap<>();
    private final Map<String, FoldedRow> edges = new HashMap<>();
    private final Map<String, Long> floors = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, StatementCorrected> corrections = new HashMap<>();
    private final Set<String> withdrawnCorrections = new HashSet<>();

    public void apply(LoggedFact<Fact> entry) {
        Fact fact = entry.fact();
        if (fact instanceof ArticleFact article) {
            applyArticleFact(article, entry.place().offset());
        } else if (fact instanceof AliasFound alias) {
            aliases.put(alias.from(), alias.to());
        } else if (fact instanceof PublicationFactRemoved removed) {
            aliases.remove(removed.id());
        } else if (fact instanceof StatementCorrected corrected) {
            corrections.put(corrected.correction(), corrected);
        } else if (fact instanceof CorrectionWithdrawn withdrawn) {
            withdrawnCorrections.add(withdrawn.correction());
        }
    }

    private void applyArticleFact(ArticleFact fact, long offset) {
        String citing = fact.citing();
        if (fact instanceof ArticleClosed) {
            raise(citing, fact.revision());
        } else if (fact instanceof ArticleWithdrawn) {
            raise(citing, fact.revision() + 1);
        } else if (fact.revision() >= floors.getOrDefault(citing, 0L)) {
            if (fact instanceof StatementClassified s) {
                put(statements, s.id(), new FoldedRow(citing, s.cited(), s.type(), s.revision(), offset));
            } else if (fact instanceof ReferencesListed listed) {
                listed.references()
                        .forEach(reference -> put(
                                edges,
                                citing + " " + reference.key(),
                                new FoldedRow(citing, reference.cited(), null, listed.revision(), offset)));
            }
        }
    }

    private static <K> void put(Map<K, FoldedRow> rows, K key, FoldedRow row) {
        rows.merge(
                key,
                row,
                (old, candidate) -> candidate.revision > old.revision
                                || (candidate.revision == old.revision && candidate.offset > old.offset)
                        ? candidate
                        : old);
    }

    private void raise(String citing, long floor) {
        long now = floors.merge(citing, floor, Math::max);
        statements.values().removeIf(row -> row.citing.equals(citing) && row.revision < now);
        edges.values().removeIf(row -> row.citing.equals(citing) && row.revision < now);
    }

    private String root(String id) {
        String at = id;
        while (aliases.containsKey(at)) {
            at = aliases.get(at);
        }
        return at;
    }

    private CitationType type(UUID statement, FoldedRow row) {
        return corrections.values().stream()
                .filter(correction -> correction.statement().equals(statement))
                .filter(correction -> !withdrawnCorrections.contains(correction.correction()))
                .max(java.util.Comparator.comparing(StatementCorrected::at)
                        .thenComparing(StatementCorrected::correction))
                .map(StatementCorrected::to)
                .orElse(row.machineType);
    }

    /** One line a statement: id, cited root, type code, revision. */
    public Set<String> statements() {
        Set<String> lines = new TreeSet<>();
        statements.forEach((id, row) -> lines.add(
                "%s %s %d %d".formatted(id, root(row.citedAs), type(id, row).code(), row.revision)));
        return lines;
    }

    public Map<String, Tally> tallies() {
        Map<String, Tally> tallies = new TreeMap<>();
        statements.forEach((id, row) -> tallies.merge(
                root(row.citedAs),
                switch (type(id, row)) {
                    case SUPPORTING -> new Tally(1, 0, 0, 0, 0, 0);
                    case MENTIONING -> new Tally(0, 1, 0, 0, 0, 0);
                    case CONTRASTING -> new Tally(0, 0, 1, 0, 0, 0);
                    case UNCLASSIFIED -> new Tally(0, 0, 0, 1, 0, 0);
                    case NOT_A_SENTENCE -> new Tally(0, 0, 0, 0, 1, 0);
                },
                NaiveFold::sum));
        Map<String, Set<String>> citing = new HashMap<>();
        edges.values().forEach(row -> citing.computeIfAbsent(root(row.citedAs), cited -> new HashSet<>())
                .add(row.citing));
        citing.forEach((cited, works) -> tallies.merge(cited, new Tally(0, 0, 0, 0, 0, works.size()), NaiveFold::sum));
        return tallies;
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(
                one.supporting() + other.supporting(),
                one.mentioning() + other.mentioning(),
                one.contrasting() + other.contrasting(),
                one.unclassified() + other.unclassified(),
                one.notASentence() + other.notASentence(),
                one.citingPublications() + other.citingPublications());
    }
}
