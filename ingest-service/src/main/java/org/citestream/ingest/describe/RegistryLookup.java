package org.citestream.ingest.describe;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.catalogue.BibliographicKey;
import org.citestream.ingest.catalogue.Catalogue;
import org.citestream.ingest.catalogue.CatalogueSettings;
import org.citestream.ingest.catalogue.CatalogueUnavailableException;
import org.citestream.ingest.catalogue.WorkSimilarity;
import org.citestream.ingest.catalogue.registry.CrossrefRegistry;
import org.citestream.ingest.catalogue.registry.OpenAlexRegistry;
import org.citestream.ingest.catalogue.registry.Registry;
import org.citestream.ingest.catalogue.registry.RegistryEntry;
import org.citestream.ingest.catalogue.registry.RegistrySettings;
import org.citestream.ingest.publish.OutgoingRecord;
import org.citestream.ingest.publish.PublishException;
import org.citestream.ingest.publish.Publisher;
import org.citestream.ingest.remote.RemoteUnavailableException;
import org.citestream.kit.loop.Loop;
import org.citestream.kit.loop.Turn;
import org.citestream.kit.trace.TraceSpan;
import org.citestream.kit.trace.Tracing;
import org.jboss.logging.Logger;

/**
 * Looks up cited works without a registered id in the registries, in the background. A sufficiently certain match is
 * published as its description; the alias is then found as for any other description. Thread-safe; lookups run on a
 * thread of their own, which exists only if a registry is enabled.
 */
@ApplicationScoped
public class RegistryLookup {
    private static final Logger LOG = Logger.getLogger(RegistryLookup.class);

    private final List<Registry> registries;
    private final Catalogue known;
    private final Publisher publisher;
    private final Tracing tracing;
    private final double threshold;
    private final MeterRegistry meters;
    private final BlockingQueue<Reference> waiting;
    private final Loop loop =
            Loop.named("citestream-registries").daemon().drain(Duration.ZERO).of(this::lookUp);

    public RegistryLookup(
            RegistrySettings settings,
            CatalogueSettings catalogue,
            Catalogue known,
            Publisher publisher,
            Tracing tracing,
            MeterRegistry meters) {
        this.registries = registries(settings);
        this.known = known;
        this.publisher = publisher;
        this.tracing = tracing;
        this.threshold = catalogue.matchThreshold();
        this.meters = meters;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
    }

    private static List<Registry> registries(RegistrySettings settings) {
        List<Registry> on = new ArrayList<>();
        if (settings.crossref().enabled()) {
            on.add(new CrossrefRegistry(settings.crossref().url(), settings.requestPolicy(), settings.userAgent()));
        }
        if (settings.openAlex().enabled()) {
            on.add(new OpenAlexRegistry(settings.openAlex().url(), settings.requestPolicy(), settings.userAgent()));
        }
        return List.copyOf(on);
    }

    void start(@Observes StartupEvent event) {
        if (!registries.isEmpty()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (!registries.isEmpty()) {
            loop.stop();
        }
    }

    /** Queues these for lookup and returns at once. What does not fit into the queue is counted and dropped. */
    public void ask(Collection<Reference> references) {
        if (registries.isEmpty()) {
            return;
        }
        for (Reference reference : references) {
            if (reference.identifiers().doi() == null && reference.title() != null) {
                count(waiting.offer(reference) ? "asked" : "left-out");
            }
        }
    }

    private Duration lookUp() throws InterruptedException {
        look(waiting.take());
        return Turn.AT_ONCE;
    }

    private void look(Reference reference) {
        for (Registry registry : registries) {
            try {
                Optional<RegistryEntry> found = best(registry.candidates(reference), reference);
                if (found.isPresent()) {
                    publish(found.get());
                    count("found");
                    return;
                }
            } catch (RemoteUnavailableException | PublishException | CatalogueUnavailableException away) {
                LOG.infof("registry %s: %s", registry.name(), away.getMessage());
                count("unavailable");
            } catch (RuntimeException bug) {
                LOG.errorf(bug, "registry %s: an answer met a bug", registry.name());
                count("failed");
            }
        }
    }

    private void publish(RegistryEntry found) {
        try (TraceSpan step = tracing.begin("registry", null)) {
            List<OutgoingRecord> records = new ArrayList<>();
            records.add(OutgoingRecord.of(Descriptions.ofRegistry(id(found).orElseThrow(), found)));
            if (found.updates() != null) {
                records.addAll(NoticeFacts.ofRecord(found.updates(), known::noticesFrom));
            }
            publisher.publish(records, step.traceparent());
        }
    }

    private Optional<RegistryEntry> best(List<RegistryEntry> candidates, Reference reference) {
        BibliographicKey wanted = BibliographicKey.of(reference);
        return candidates.stream()
                .filter(candidate -> id(candidate).isPresent())
                .filter(candidate -> similarity(wanted, candidate) >= threshold)
                .max(Comparator.comparingDouble(candidate -> similarity(wanted, candidate)));
    }

    private static double similarity(BibliographicKey wanted, RegistryEntry candidate) {
        return WorkSimilarity.of(wanted, BibliographicKey.of(candidate));
    }

    private static Optional<PublicationId> id(RegistryEntry entry) {
        return entry.identifiers().best();
    }

    private void count(String result) {
        meters.counter("citestream.ingest.registry", "result", result).increment();
    }
}
