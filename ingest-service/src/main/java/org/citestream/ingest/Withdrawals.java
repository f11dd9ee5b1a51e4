package org.citestream.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.catalogue.Catalogue;
import org.citestream.ingest.catalogue.Identity;
import org.citestream.ingest.catalogue.Ledger;
import org.citestream.ingest.catalogue.LedgerEntry;
import org.citestream.ingest.catalogue.Match;
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.ArticleWithdrawn;
import org.citestream.ingest.fact.PublicationDescribed;
import org.citestream.ingest.file.StoredFiles;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.Publisher;

/** Takes articles back: because somebody asks for it, or because the same work arrived under a better id. Thread-safe. */
@ApplicationScoped
public class Withdrawals {
    private final Catalogue catalogue;
    private final Ledger ledger;
    private final StoredFiles keptFiles;
    private final Publisher publisher;
    private final ArticleLocks locks;

    public Withdrawals(
            Catalogue catalogue, Ledger ledger, StoredFiles keptFiles, Publisher publisher, ArticleLocks locks) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.keptFiles = keptFiles;
        this.publisher = publisher;
        this.locks = locks;
    }

    /**
     * An article on its way out.
     *
     * @param supersededBy the better id of the same work; null when there is none
     */
    record Withdrawal(String id, long revision, String supersededBy, List<OutgoingRecord> records) {
        Withdrawal {
            records = List.copyOf(records);
        }
    }

    /**
     * Takes back every fact of an article; its kept file goes too.
     *
     * @return the revision that took it back; empty when no such article is known
     */
    public Optional<Long> withdraw(PublicationId id, String why, String traceparent) throws IOException {
        Lock turn = locks.of(id.value());
        turn.lock();
        try {
            Optional<LedgerEntry> last = ledger.find(id.value());
            // A catalogue that lost its ledger still knows from the log that the article was read.
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

    /** What takes back the same work under worse ids, where it was read under them, and leads from them to the better. */
    List<Withdrawal> ofFormer(Identity identity) {
        var withdrawals = new ArrayList<Withdrawal>();
        List<String> former =
                identity.former().stream().map(PublicationId::value).toList();
        for (LedgerEntry reading : ledger.findAll(former)) {
            String better = identity.id().value();
            Withdrawal taken = prepare(reading.id(), "known under a better id", better);
            var records = new ArrayList<>(taken.records());
            Match.Method method = Match.Method.proving(new PublicationId(reading.id()));
            records.add(OutgoingRecord.of(new AliasFound(reading.id(), better, method.wireName(), 1, Instant.now())));
            withdrawals.add(new Withdrawal(taken.id(), taken.revision(), better, records));
        }
        return withdrawals;
    }

    /** Remembers a withdrawal that is acknowledged. */
    void note(Withdrawal withdrawal) {
        ledger.withdraw(withdrawal.id(), withdrawal.revision(), withdrawal.supersededBy());
    }

    private Withdrawal prepare(String id, String why, String supersededBy) {
        long revision = ledger.open(id);
        var records = new ArrayList<OutgoingRecord>();
        records.add(OutgoingRecord.of(new ArticleWithdrawn(id, revision, why, supersededBy, Instant.now())));
        records.add(OutgoingRecord.takeBack(PublicationDescribed.keyOf("fulltext", id), id, "PublicationDescribed"));
        records.addAll(NoticeFacts.takeBack(catalogue.noticesFrom(id)));
        return new Withdrawal(id, revision, supersededBy, records);
    }
}
