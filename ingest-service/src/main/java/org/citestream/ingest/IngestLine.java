package org.citestream.ingest;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.catalogue.Catalogue;
import org.citestream.ingest.catalogue.Identity;
import org.citestream.ingest.catalogue.Ledger;
import org.citestream.ingest.catalogue.LedgerEntry;
import org.citestream.ingest.catalogue.ReferenceIds;
import org.citestream.ingest.catalogue.ReferenceMatches;
import org.citestream.ingest.describe.Descriptions;
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.describe.RegistryLookup;
import org.citestream.ingest.describe.ResolvedArticle;
import org.citestream.ingest.describe.StatementFacts;
import org.citestream.ingest.fact.ArticleClosed;
import org.citestream.ingest.file.ReceivedFile;
import org.citestream.ingest.file.StoredFiles;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.Publisher;
import org.citestream.ingest.statement.Extraction;

/**
 * arrive → parse → extract → publish: the path of every article, however it arrived. Thread-safe; one article is
 * processed at a time per id.
 */
@Singleton
public record IngestLine(
        ArticleReader reader,
        Catalogue catalogue,
        Ledger ledger,
        ReferenceIds referenceIds,
        StoredFiles keptFiles,
        Publisher publisher,
        Withdrawals withdrawals,
        ArticleLocks locks,
        RegistryLookup registries,
        LimitSettings limits) {

    /**
     * Takes in one article and returns after every acknowledgement.
     *
     * @param force publish even if nothing changed, and let text read from a PDF replace publisher XML
     * @param traceparent the trace from here to the row
     * @throws UnreadableArticleException if it is no article; nothing is published then
     */
    public Outcome ingest(ReceivedFile file, boolean force, String traceparent)
            throws UnreadableArticleException, IOException {
        String digest = file.digest(reader.version());
        Optional<LedgerEntry> same = force ? Optional.empty() : ledger.findByDigest(digest);
        if (same.isPresent()) {
            return Outcome.unchanged(same.get());
        }
        Article parsed = reader.parse(file);
        Identity identity = catalogue.identify(parsed.front());
        Article article = parsed.withId(identity.id());
        Lock turn = locks.of(identity.id().value());
        turn.lock();
        try {
            Optional<Outcome> left = force ? Optional.empty() : leaveOut(article, identity, digest);
            return left.isPresent() ? left.get() : Outcome.read(read(file, article, identity, digest, traceparent));
        } finally {
            turn.unlock();
        }
    }

    /** What would be extracted, as a line of JSON; nothing is published. */
    public byte[] preview(ReceivedFile file, String name) throws UnreadableArticleException, IOException {
        return reader.preview(file, name);
    }

    /** The stored file of an article, still packed; empty where it was not kept. The caller closes it. */
    public Optional<InputStream> stored(LedgerEntry reading) throws IOException {
        return keptFiles.open(reading.fileDigest());
    }

    /** Reads the stored file of an article again; false where it was not kept. */
    boolean readAgain(LedgerEntry reading, String traceparent) throws UnreadableArticleException, IOException {
        Optional<InputStream> stored = stored(reading);
        if (stored.isPresent()) {
            try (InputStream bytes = stored.get();
                    ReceivedFile file =
                            ReceivedFile.receive(bytes, limits.articleBytes().asLongValue(), 0)) {
                ingest(file, true, traceparent);
            }
        }
        return stored.isPresent();
    }

    private Optional<Outcome> leaveOut(Article article, Identity identity, String digest) {
        List<LedgerEntry> known = ledger.findAll(identity.all());
        Optional<LedgerEntry> same = known.stream()
                .filter(reading -> reading.digest().equals(digest))
                .findFirst();
        if (same.isPresent() && same.get().id().equals(article.id().value())) {
            return same.map(Outcome::unchanged);
        }
        return known.stream()
                .filter(reading -> article.format().isWorseThan(reading.format()))
                .findFirst()
                .map(reading -> Outcome.left(reading, "publisher XML of this work is kept; force=true replaces it"));
    }

    private LedgerEntry read(ReceivedFile file, Article article, Identity identity, String digest, String traceparent)
            throws UnreadableArticleException, IOException {
        Extraction extraction = reader.extract(article);
        referenceIds.note(article.id(), extraction.references());
        ReferenceMatches knowledge = catalogue.consult(extraction.references());
        keptFiles.keep(file);
        long revision = ledger.open(article.id().value());
        var resolved = new ResolvedArticle(article, extraction, knowledge, revision, digest, reader.version());
        ArticleClosed closed = StatementFacts.closing(resolved, Instant.now());
        List<Withdrawals.Withdrawal> superseded = withdrawals.ofFormer(identity);

        // All facts are in the log before the record that lets readers discard older ones.
        publisher.publish(OutgoingRecord.all(StatementFacts.of(resolved)), traceparent);
        publisher.publish(closing(resolved, closed, superseded), traceparent);

        LedgerEntry reading = new LedgerEntry(
                closed.citing(),
                revision,
                digest,
                file.fileDigest(),
                article.format(),
                closed.statements(),
                closed.references(),
                closed.referencesResolved(),
                closed.unresolved());
        referenceIds.close(article.id(), extraction.references(), knowledge);
        ledger.close(reading);
        superseded.forEach(withdrawals::note);
        registries.ask(resolved.worksWithoutDoi());
        return reading;
    }

    private List<OutgoingRecord> closing(
            ResolvedArticle resolved, ArticleClosed closed, List<Withdrawals.Withdrawal> superseded) {
        var records = new ArrayList<OutgoingRecord>();
        records.add(OutgoingRecord.of(closed));
        records.add(OutgoingRecord.of(Descriptions.inFull(resolved.article().front())));
        records.addAll(OutgoingRecord.all(Descriptions.ofCitedWorks(resolved)));
        records.addAll(NoticeFacts.replacing(
                catalogue.noticesFrom(closed.citing()), resolved.article().front()));
        superseded.forEach(withdrawal -> records.addAll(withdrawal.records()));
        return records;
    }
}
