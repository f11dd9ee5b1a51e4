package org.citestream.query.project.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record first stood and how often it was parked, told by the headers that dead letters carry and a redrive
 * keeps.
 *
 * @param attempt how often it was parked before; 0 for a record that comes for the first time
 */
public record Origin(Place place, int attempt) {

    public static final String TOPIC = "dead-letter-topic";
    public static final String PARTITION = "dead-letter-partition";
    public static final String OFFSET = "dead-letter-offset";
    public static final String ATTEMPT = "dead-letter-attempt";

    public static Origin of(ConsumerRecord<byte[], byte[]> record) {
        String topic = EventReader.header(record, TOPIC);
        String partition = EventReader.header(record, PARTITION);
        String offset = EventReader.header(record, OFFSET);
        if (topic == null || partition == null || offset == null) {
            return new Origin(new Place(record.topic(), record.partition(), record.offset()), 0);
        }
        return new Origin(new Place(topic, (int) number(partition), number(offset)), (int)
                Math.max(1, number(EventReader.header(record, ATTEMPT))));
    }

    private static long number(String text) {
        // A mangled header makes the record as old as can be: it then overwrites nothing.
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
