package org.citestream.ingest;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.citestream.ingest.catalogue.CatalogueUnavailableException;
import org.citestream.ingest.catalogue.Ledger;
import org.citestream.ingest.catalogue.LedgerEntry;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.parse.UnreadableArticleException;
import org.citestream.ingest.publish.PublishException;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.jboss.logging.Logger;

/**
 * Two files of one article that were read as two, because the catalogue did not know yet that they are one: once it finds
 * out, the better reading stays, under the better id, and the other is taken back. What is missed, as the service ends in
 * between, is mended when either file is sent again. Thread-safe.
 */
@Singleton
record Supersession(IngestLine line, Withdrawals withdrawals, Ledger ledger, ArticleLocks locks, Tracing tracing) {
    private static final Logger LOG = Logger.getLogger(Supersession.class);

    void settle(@ObservesAsync AliasFound alias) {
        // The catalogue may hear of an article before its reading is closed: wait for who reads it now.
        awaitReading(alias.to());
        awaitReading(alias.from());
        try (TraceSpan step = tracing.begin("supersede", null).with("citestream.publication", alias.from())) {
            List<LedgerEntry> both = ledger.findAll(List.of(alias.from(), alias.to()));
            if (both.size() == 2) {
                settle(reading(both, alias.from()), reading(both, alias.to()), step.traceparent());
            }
        } catch (IOException | UnreadableArticleException | CatalogueUnavailableException | PublishException missed) {
            LOG.warnf("%s and %s stay two articles for now: %s", alias.from(), alias.to(), missed.getMessage());
        }
    }

    @SuppressWarnings("LockNotBeforeTry") // Nothing is done with it but to wait for who holds it.
    private void awaitReading(String id) {
        Lock turn = locks.of(id);
        turn.lock();
        turn.unlock();
    }

    private static LedgerEntry reading(List<LedgerEntry> both, String id) {
        return both.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private void settle(LedgerEntry worse, LedgerEntry better, String traceparent)
            throws IOException, UnreadableArticleException {
        // The better file stays: read again, under the better id by now, it takes its former reading back.
        if (!better.format().isWorseThan(worse.format()) || !line.readAgain(worse, traceparent)) {
            withdrawals.supersede(worse.id(), better.id(), traceparent);
        }
        LOG.infof("%s is %s and was read as an article of its own", worse.id(), better.id());
    }
}
