package org.citestream.ingest;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.catalogue.Catalogue;
import org.citestream.ingest.catalogue.Identity;
import org.citestream.ingest.catalogue.Ledger;
import org.citestream.ingest.catalogue.LedgerEntry;
import org.citestream.ingest.catalogue.ReferenceIds;
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.ArticleWithdrawn;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.ingest.file.StoredFiles;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.Publisher;

/** Withdraws articles: on request, or because the same work arrived under a better id. Thread-safe. */
@Singleton
public record Withdrawals(
        Catalogue catalogue,
        Ledger ledger,
        ReferenceIds referenceIds,
        StoredFiles keptFiles,
        Publisher publisher,
        ArticleLocks locks) {
    private static final String BETTER_ID = "known under a better id";

    /**
     * An article being withdrawn.
     *
     * @param supersededBy the better id of the same work; null when there is none
     */
    record Withdrawal(String id, long revision, String supersededBy, List<OutgoingRecord> records) {
        Withdrawal {
            records = List.copyOf(records);
        }
    }

    /**
     * Withdraws every fact of an article and deletes its stored file.
     *
     * @return the revision that took it back; empty when no such article is known
     */
    public Optional<Long> withdraw(PublicationId id, String why, String traceparent) throws IOException {
        Lock turn = locks.of(id.value());
        turn.lock();
        try {
            Optional<LedgerEntry> last = ledger.find(id.value());
            // A catalogue that lost its ledger still knows from the log that the article was ingested.
            if (last.isEmpty() && !catalogue.isReadInFull(id)) {
                return Optional.empty();
            }
            Withdrawal withdrawal = prepare(id.value(), why, null);
            publisher.publish(withdrawal.records(), traceparent);
            note(withdrawal);
            if (last.isPresent() && !ledger.isFileInUse(last.get().fileDigest())) {
                keptFiles.forget(last.get().fileDigest());
            }
            return Optional.of(withdrawal.revision());
        } finally {
            turn.unlock();
        }
    }

    /**
     * The records that withdraw the same work under weaker ids, where it was ingested under them, and add an alias to
     * the better id.
     */
    List<Withdrawal> ofFormer(Identity identity) {
        var withdrawals = new ArrayList<Withdrawal>();
        Map<String, Identity.Former> former = identity.former().stream()
                .collect(Collectors.toMap(one -> one.id().value(), one -> one));
        for (LedgerEntry reading : ledger.findAll(former.keySet())) {
            String better = identity.id().value();
            Withdrawal taken = prepare(reading.id(), BETTER_ID, better);
            var records = new ArrayList<>(taken.records());
            Identity.Former known = former.get(reading.id());
            records.add(OutgoingRecord.of(
                    new AliasFound(reading.id(), better, known.method().wireName(), known.score(), Instant.now())));
            withdrawals.add(new Withdrawal(taken.id(), taken.revision(), better, records));
        }
        return withdrawals;
    }

    /** Takes back an article that was read under a worse id than another reading of the same work. */
    void supersede(String worse, String better, String traceparent) {
        Lock turn = locks.of(worse);
        turn.lock();
        try {
            if (ledger.find(worse).isPresent()) {
                Withdrawal withdrawal = prepare(worse, BETTER_ID, better);
                publisher.publish(withdrawal.records(), traceparent);
                note(withdrawal);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Records a withdrawal once it is acknowledged. */
    void note(Withdrawal withdrawal) {
        referenceIds.withdraw(withdrawal.id());
        ledger.withdraw(withdrawal.id(), withdrawal.revision(), withdrawal.supersededBy());
    }

    private Withdrawal prepare(String id, String why, String supersededBy) {
        long revision = ledger.open(id);
        var records = new ArrayList<OutgoingRecord>();
        records.add(OutgoingRecord.of(new ArticleWithdrawn(id, revision, why, supersededBy, Instant.now())));
        records.add(OutgoingRecord.takeBack(PublicationDescribed.keyOf("fulltext", id), id, "PublicationDescribed"));
        records.addAll(NoticeFacts.takeBack(catalogue.noticesFrom(id), why));
        return new Withdrawal(id, revision, supersededBy, records);
    }
}
