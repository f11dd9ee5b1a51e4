package org.citestream.query.project;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.deadletter.Category;
import org.citestream.kit.deadletter.DeadLetter;
import org.citestream.kit.deadletter.Origins;
import org.citestream.kit.deadletter.Place;
import org.citestream.kit.topic.TopicList;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.EventReader;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.UnreadableException;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FactBatch;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.Offsets;
import org.citestream.query.project.write.Parked;
import org.jboss.logging.Logger;

/**
 * Turns records into rows: decodes them, writes one transaction, and parks what can never become rows. Not thread-safe.
 */
final class RecordWriter {

    private static final Logger LOG = Logger.getLogger(RecordWriter.class);

    /** The reader's position, and how it is told of progress. */
    interface ReadProgress {

        /** The next offset of the partition as it is stored. */
        long next(TopicPartition partition);

        /** These advances are committed, together with these closings and perhaps corrections. */
        void written(List<Offsets.Advance> advances, List<LoggedFact<ArticleClosed>> closed, boolean corrected);
    }

    /** Takes records that cannot become rows; returns once they are stored safely. */
    interface Parking {

        void park(List<DeadLetter> letters) throws InterruptedException;
    }

    private final EventReader reader = new EventReader(origins());
    private final BatchWriter writer;
    private final Parking parking;
    private final ProjectionMeters meters;
    private final Predicate<Place> skipped;
    private final ReadProgress progress;

    /** @param skipped whether an operator ordered the record there to be skipped */
    RecordWriter(
            BatchWriter writer,
            Parking parking,
            ProjectionMeters meters,
            Predicate<Place> skipped,
            ReadProgress progress) {
        this.skipped = skipped;
        this.writer = writer;
        this.parking = parking;
        this.meters = meters;
        this.progress = progress;
    }

    /**
     * Writes the records and moves the stored offsets past them, all or nothing.
     *
     * @throws FencedException if another owner has moved one of the offsets
     * @throws StoppedAtRecordException if one of them cannot be written because of a bug of ours; those before it are
     *     written
     */
    void write(List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException, FencedException, InterruptedException {
        FactBatch batch = new FactBatch();
        List<LoggedFact<ArticleClosed>> closed = new ArrayList<>();
        List<DeadLetter> letters = new ArrayList<>();
        try {
            write(records, batch, closed, letters);
        } catch (SQLException | RuntimeException failure) {
            switch (FailureClassifier.of(failure)) {
                case RETRY -> throw failure;
                case PARK -> narrowDown(records, failure);
                case STOP -> findCulprit(records, failure);
            }
        }
    }

    private void write(
            List<ConsumerRecord<byte[], byte[]>> records,
            FactBatch batch,
            List<LoggedFact<ArticleClosed>> closed,
            List<DeadLetter> letters)
            throws SQLException, FencedException, InterruptedException {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (skipped.test(new Place(record.topic(), record.partition(), record.offset()))) {
                letters.add(letter(
                        record,
                        new UnreadableException(
                                Category.SKIPPED,
                                "an operator ordered it to be skipped; the audit says who and why",
                                null)));
                continue;
            }
            try {
                LoggedFact<Fact> entry = reader.read(record);
                batch.add(entry);
                meters.read(entry);
                if (entry.fact() instanceof ArticleClosed closing) {
                    closed.add(new LoggedFact<>(
                            closing, entry.key(), entry.place(), entry.redriven(), entry.traceparent()));
                }
            } catch (UnreadableException unreadable) {
                letters.add(letter(record, unreadable));
            }
        }
        write(batch, closed, letters, advances(records));
    }

    /** Writes everything before the record at which it stops, to find out which one that is. */
    private void findCulprit(List<ConsumerRecord<byte[], byte[]>> records, Exception failure)
            throws SQLException, FencedException, InterruptedException {
        if (failure instanceof StoppedAtRecordException found) {
            throw found;
        }
        if (failure instanceof KafkaException broker) {
            throw broker;
        }
        if (records.size() == 1) {
            throw new StoppedAtRecordException(records.get(0), failure);
        }
        int half = records.size() / 2;
        write(records.subList(0, half));
        write(records.subList(half, records.size()));
    }

    /** Halves a batch that the database refuses until the offending record is found, and parks that. */
    private void narrowDown(List<ConsumerRecord<byte[], byte[]>> records, Exception refused)
            throws SQLException, FencedException, InterruptedException {
        if (records.size() > 1) {
            int half = records.size() / 2;
            write(records.subList(0, half));
            write(records.subList(half, records.size()));
            return;
        }
        UnreadableException reason =
                new UnreadableException(Category.DATA, "the database refuses it: " + refused.getMessage(), refused);
        ConsumerRecord<byte[], byte[]> culprit = records.get(0);
        write(new FactBatch(), List.of(), List.of(letter(culprit, reason)), advances(records));
    }

    private void write(
            FactBatch batch,
            List<LoggedFact<ArticleClosed>> closed,
            List<DeadLetter> letters,
            List<Offsets.Advance> advances)
            throws SQLException, FencedException, InterruptedException {
        parking.park(letters);
        List<Parked> parked = new ArrayList<>();
        for (DeadLetter letter : letters) {
            String article = EventReader.header(letter.record(), "article");
            LOG.warnf("Parked %s of %s: %s", letter.place(), article, letter.reason());
            parked.add(new Parked(letter.place(), article, letter.category().wireName(), letter.reason()));
        }
        meters.batch(advances, () -> writer.write(batch, parked, advances));
        meters.parked(letters.size());
        progress.written(advances, closed, batch.hasCorrections());
    }

    private DeadLetter letter(ConsumerRecord<byte[], byte[]> record, UnreadableException reason) {
        return new DeadLetter(
                record,
                reader.origin(record),
                reason.category(),
                reason.getMessage(),
                reason.getCause() == null ? reason : reason.getCause());
    }

    private static Origins origins() {
        TopicList topics = TopicList.read();
        return new Origins(TopicList.redrive(Projection.GROUP), topics.partitions(topics.readBy(Projection.GROUP)));
    }

    private List<Offsets.Advance> advances(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<TopicPartition, Long> ends = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        }
        List<Offsets.Advance> advances = new ArrayList<>();
        ends.forEach((partition, end) -> advances.add(new Offsets.Advance(partition, progress.next(partition), end)));
        return advances;
    }
}
