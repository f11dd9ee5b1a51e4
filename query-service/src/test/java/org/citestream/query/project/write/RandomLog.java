package org.citestream.query.project.write;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.project.event.CorrectionWithdrawn;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.ReferencesListed;
import org.citestream.query.vocabulary.CitationType;

/** A log that could be: readings, late older facts, withdrawals, aliases, corrections, reclassification; by seed. */
public final class RandomLog {

    private static final List<String> CITING = List.of("doi:10.5555/a", "doi:10.5555/b", "pmcid:PMC7", "doi:10.5555/d");
    private static final List<String> CITED = List.of(
            "ref:" + "0".repeat(64),
            "ref:" + "1".repeat(64),
            "arxiv:2001.1",
            "pmcid:PMC1",
            "pmid:1",
            "doi:10.5555/x",
            "doi:10.5555/y");
    private static final int KEYS = 5;

    private final Random random;
    private final Map<String, Long> offsets = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private final List<UUID> statements = new ArrayList<>();
    private final List<LoggedFact<Fact>> entries = new ArrayList<>();
    private int corrections;

    public RandomLog(long seed) {
        this.random = new Random(seed);
    }

    public List<LoggedFact<Fact>> entries(int steps) {
        for (int i = 0; i < steps; i++) {
            step();
        }
        return List.copyOf(entries);
    }

    private void step() {
        int what = random.nextInt(20);
        String citing = pick(CITING);
        if (what < 9) {
            reading(citing, revisions.merge(citing, 1L, Long::sum));
        } else if (what < 11) {
            statement(citing, Math.max(1, revisions.getOrDefault(citing, 1L) - random.nextInt(3)));
        } else if (what < 12) {
            long revision = revisions.merge(citing, 1L, Long::sum);
            add("classified", citing, Facts.withdrawn(citing, revision));
        } else if (what < 15) {
            alias();
        } else if (what < 16) {
            String from = pick(CITED.subList(0, 4));
            add("publications", "alias " + from, removed(from));
        } else if (!statements.isEmpty()) {
            correction();
        }
    }

    private void reading(String citing, long revision) {
        List<ReferencesListed.Reference> references = new ArrayList<>();
        int count = random.nextInt(KEYS + 1);
        for (int k = 0; k < count; k++) {
            references.add(Facts.reference("B" + random.nextInt(KEYS), pick(CITED)));
        }
        if (random.nextBoolean()) {
            add("classified", citing, Facts.references(citing, revision, distinct(references)));
        }
        int statementCount = random.nextInt(KEYS + 1);
        for (int k = 0; k < statementCount; k++) {
            statement(citing, revision);
        }
        if (random.nextInt(4) > 0) {
            add("classified", citing, Facts.closed(citing, revision, statementCount, references.size()));
        }
    }

    private static List<ReferencesListed.Reference> distinct(List<ReferencesListed.Reference> references) {
        Map<String, ReferencesListed.Reference> byKey = new HashMap<>();
        references.forEach(reference -> byKey.put(reference.key(), reference));
        return List.copyOf(byKey.values());
    }

    private void statement(String citing, long revision) {
        String key = "B" + random.nextInt(KEYS);
        CitationType type = pick(List.of(CitationType.values()));
        statements.add(Facts.id(citing, key));
        add("classified", citing, Facts.statement(citing, revision, key, pick(CITED), type));
    }

    private void alias() {
        int from = random.nextInt(5);
        int to = from < 2 ? 2 + random.nextInt(5) : from + 1 + random.nextInt(2);
        add("publications", "alias " + CITED.get(from), Facts.alias(CITED.get(from), CITED.get(Math.min(to, 6))));
    }

    private static org.citestream.query.project.event.PublicationFactRemoved removed(String from) {
        return new org.citestream.query.project.event.PublicationFactRemoved("alias", from);
    }

    private void correction() {
        if (corrections > 0 && random.nextInt(3) == 0) {
            String correction = "c-" + random.nextInt(corrections + 2);
            add(
                    "corrections",
                    correction,
                    new CorrectionWithdrawn(correction, statementOf(correction), "ada", "misread", Instant.EPOCH));
        } else {
            String correction = "c-" + corrections++;
            CitationType to = pick(List.of(CitationType.SUPPORTING, CitationType.MENTIONING, CitationType.CONTRASTING));
            Instant at = Instant.EPOCH.plusSeconds(random.nextInt(1000));
            add("corrections", correction, Facts.corrected(correction, statementOf(correction), to, at));
        }
    }

    private final Map<String, UUID> corrected = new HashMap<>();

    private UUID statementOf(String correction) {
        return corrected.computeIfAbsent(correction, id -> pick(statements));
    }

    private void add(String topic, String key, Fact fact) {
        int partition = topic.equals("classified") ? Math.floorMod(key.hashCode(), 3) : 0;
        long offset = offsets.merge(topic + partition, 1L, Long::sum);
        entries.add(new LoggedFact<>(fact, key, new Place(topic, partition, offset), false, null));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
