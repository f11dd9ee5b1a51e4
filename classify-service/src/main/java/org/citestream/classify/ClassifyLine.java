package org.citestream.classify;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.citestream.classify.decide.BatchClassifier;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.SafeClassifier;
import org.citestream.classify.intake.Batch;
import org.citestream.classify.intake.LineTopics;
import org.citestream.classify.intake.ReceivedRecord;
import org.citestream.classify.intake.ReceivedRecord.ReceivedFact;
import org.citestream.classify.intake.ReceivedRecord.ReceivedStatement;
import org.citestream.classify.intake.ReceivedRecord.Unreadable;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.intake.StatementSource;
import org.citestream.classify.publish.ClassifiedWriter;
import org.citestream.classify.publish.Publisher;
import org.citestream.classify.trace.ArticleTraces;
import org.citestream.kit.deadletter.DeadLetter;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.kafka.HeaderText;

/**
 * The line: take a batch, decide, publish in order, acknowledge. What was acknowledged was published before; what was
 * published may come again, the same id with a higher offset. Used by the loop's thread only.
 */
public final class ClassifyLine {

    private static final Duration WAIT = Duration.ofMillis(100);

    private final StatementSource source;
    private final RecordReader reader;
    private final BatchClassifier deciders;
    private final Classifier classifier;
    private final Publisher publisher;
    private final LineTopics topics;
    private final Origins origins;
    private final LineMetrics metrics;
    private final ArticleTraces traces;
    private final int encoderPerArticle;

    ClassifyLine(
            StatementSource source,
            RecordReader reader,
            BatchClassifier deciders,
            Classifier classifier,
            Publisher publisher,
            LineTopics topics,
            LineMetrics metrics,
            ArticleTraces traces,
            int encoderPerArticle) {
        this.encoderPerArticle = encoderPerArticle;
        this.source = source;
        this.reader = reader;
        this.deciders = deciders;
        this.classifier = new SafeClassifier(classifier);
        this.publisher = publisher;
        this.topics = topics;
        this.origins = topics.origins();
        this.metrics = metrics;
        this.traces = traces;
    }

    /** One turn; if it throws, the batch counts as never taken. */
    void turn() {
        Batch batch = source.take(WAIT);
        if (batch.isEmpty()) {
            return;
        }
        Instant taken = Instant.now();
        try {
            metrics.batch(
                    batch.records().size(), () -> publisher.publish(deciders.each(batch.records(), this::answer)));
        } catch (RuntimeException e) {
            source.rewind(batch);
            throw e;
        }
        source.acknowledge(batch);
        traces.published(batch.records(), topics.group(), taken);
    }

    private ProducerRecord<byte[], byte[]> answer(ConsumerRecord<byte[], byte[]> record) {
        ReceivedRecord taken = reader.read(record);
        if (taken instanceof ReceivedStatement statement) {
            return classified(statement);
        }
        if (taken instanceof Unreadable unreadable) {
            metrics.setAside(unreadable.category());
            return letter(unreadable);
        }
        return passedOn((ReceivedFact) taken);
    }

    private ProducerRecord<byte[], byte[]> letter(Unreadable unreadable) {
        return DeadLetter.of(
                        unreadable.record(), origins.of(unreadable.record()), unreadable.category(), unreadable.cause())
                .toRecord(topics.group(), topics.deadLetters(), Instant.now());
    }

    private ProducerRecord<byte[], byte[]> classified(ReceivedStatement taken) {
        // By its place in its article, not by the batch at hand: whatever it is read with, it gets the same label.
        boolean mayAsk = taken.fact().path("ordinal").asLong() < encoderPerArticle;
        Decision decision = mayAsk ? classifier.decide(taken.statement()) : classifier.decideAlone(taken.statement());
        metrics.decided(decision);
        var section = taken.statement().section();
        byte[] value = ClassifiedWriter.write(taken.fact(), decision, section, classifier, Instant.now());
        Headers headers = DeadLetter.withoutReason(taken.record().headers());
        HeaderText.set(headers, "type", "StatementClassified");
        return to(taken.record(), value, headers);
    }

    private ProducerRecord<byte[], byte[]> passedOn(ReceivedFact taken) {
        return to(
                taken.record(),
                taken.record().value(),
                DeadLetter.withoutReason(taken.record().headers()));
    }

    private ProducerRecord<byte[], byte[]> to(ConsumerRecord<byte[], byte[]> record, byte[] value, Headers headers) {
        return new ProducerRecord<>(topics.output(), record.partition(), record.key(), value, headers);
    }
}
