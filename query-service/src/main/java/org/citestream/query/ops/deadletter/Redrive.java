package org.citestream.query.ops.deadletter;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.kit.deadletter.Category;
import org.citestream.kit.kafka.KafkaClients;
import org.citestream.kit.problem.Problem;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.audit.AuditLog;
import org.citestream.query.ops.message.MessageReader;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Decides about dead letters: redrives the original bytes to the loop that could not read them, or discards. Both are
 * recorded in the audit before they are done. Thread-safe.
 */
@ApplicationScoped
public class Redrive {

    private static final int AT_ONCE = 20;

    private final LetterStore store;
    private final MessageReader messages;
    private final KafkaClients clients;
    private final AuditLog audit;
    private final OpsSettings settings;
    private Producer<byte[], byte[]> producer;

    Redrive(LetterStore store, MessageReader messages, KafkaClients clients, AuditLog audit, OpsSettings settings) {
        this.store = store;
        this.messages = messages;
        this.clients = clients;
        this.audit = audit;
        this.settings = settings;
    }

    /**
     * What was done, or would be done.
     *
     * @param letters number of letters
     * @param topics target topics, with the number of letters for each
     * @param gone letters whose bytes the topic no longer has
     * @param left number of selected letters beyond the limit of one request
     * @param held letters of the selection that failed too often to be redriven with the others
     */
    @Schema(name = "Outcome")
    public record RedriveResult(
            boolean dryRun, int letters, Map<String, Integer> topics, int gone, long left, long held) {}

    /**
     * Redrives open letters. Of a whole category, those that failed too often are held: each needs a decision of its own.
     *
     * @param dryRun whether to report only what would be done
     * @throws ProblemException 503 if the broker does not accept them; those before are redriven
     */
    public synchronized RedriveResult redrive(LetterStore.LetterSelection asked, boolean dryRun, String who)
            throws InterruptedException {
        LetterStore.LetterSelection selection =
                asked.places() == null ? asked.below(settings.redriveAttempts() + 1) : asked;
        long held = store.count(asked) - store.count(selection);
        List<ShownDeadLetter> letters = selected(selection);
        // A loop that could not read an order went on without it, so there is nothing to repeat.
        letters.removeIf(letter -> letter.category().equals(Category.CONTROL.wireName()));
        Map<String, Integer> topics = new TreeMap<>();
        letters.forEach(letter -> topics.merge(target(letter), 1, Integer::sum));
        long left = Math.max(0, store.count(selection) - letters.size());
        if (dryRun || letters.isEmpty()) {
            return new RedriveResult(dryRun, letters.size(), topics, 0, left, held);
        }
        audit.write(who, "redrive", describe(selection, letters), letters.size() + " letters to " + topics.keySet());
        int gone = 0;
        long began = System.nanoTime();
        List<LetterPlace> done = new ArrayList<>();
        try {
            for (int i = 0; i < letters.size(); i += AT_ONCE) {
                List<ShownDeadLetter> some = letters.subList(i, Math.min(i + AT_ONCE, letters.size()));
                List<Optional<ConsumerRecord<byte[], byte[]>>> records = messages.records(some.stream()
                        .map(ShownDeadLetter::place)
                        .map(place -> new MessageReader.MessagePlace(place.topic(), place.partition(), place.offset()))
                        .toList());
                for (int n = 0; n < some.size(); n++) {
                    pace(began, i + n);
                    if (records.get(n).isEmpty()) {
                        gone++;
                    } else {
                        send(records.get(n).get(), target(some.get(n)));
                        done.add(some.get(n).place());
                    }
                }
            }
        } finally {
            store.decide(done, "redriven", who, null);
        }
        return new RedriveResult(false, done.size(), topics, gone, left, held);
    }

    /** Discards open letters: their articles count as complete without them. */
    public RedriveResult discard(LetterStore.LetterSelection selection, String why, boolean dryRun, String who) {
        List<ShownDeadLetter> letters = selected(selection);
        Map<String, Integer> topics = new HashMap<>();
        long left = store.count(selection) - letters.size();
        if (!dryRun && !letters.isEmpty()) {
            audit.write(who, "discard", describe(selection, letters), letters.size() + " letters: " + why);
            store.decide(letters.stream().map(ShownDeadLetter::place).toList(), "discarded", who, why);
        }
        return new RedriveResult(dryRun, letters.size(), topics, 0, left, 0);
    }

    private List<ShownDeadLetter> selected(LetterStore.LetterSelection selection) {
        List<ShownDeadLetter> letters = new ArrayList<>(store.letters(selection, settings.redriveLimit()));
        // In the order in which they were parked.
        letters.sort(java.util.Comparator.comparing(
                        (ShownDeadLetter letter) -> letter.place().topic())
                .thenComparing(letter -> letter.place().partition())
                .thenComparing(letter -> letter.place().offset()));
        return letters;
    }

    private static String target(ShownDeadLetter letter) {
        return TopicList.redrive(letter.group());
    }

    private static String describe(LetterStore.LetterSelection selection, List<ShownDeadLetter> letters) {
        if (selection.places() == null) {
            return "%s of %s".formatted(selection.category(), selection.group());
        }
        return letters.size() == 1 ? letters.get(0).place().toString() : "a selection";
    }

    private void pace(long began, int sent) throws InterruptedException {
        long due = began + TimeUnit.SECONDS.toNanos(sent) / settings.redriveRate();
        long wait = due - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private void send(ConsumerRecord<byte[], byte[]> letter, String topic) throws InterruptedException {
        try {
            if (producer == null) {
                producer = clients.producer("citestream.ops.redrive");
            }
            producer.send(new ProducerRecord<>(
                            topic, letter.partition(), letter.key(), letter.value(), letter.headers()))
                    .get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException refused) {
            throw new ProblemException(Problem.of(
                    503,
                    "Service unavailable",
                    "The broker did not take a letter for %s: %s. Those before it are redriven; try again."
                            .formatted(topic, refused.getMessage())));
        }
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
