package org.citestream.query.ops.cluster;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * The content of a record of {@code __consumer_offsets}: that a group committed, or was rebalanced. The admin client
 * reports neither. Layouts as in Kafka's OffsetCommitKey/Value, GroupMetadataKey/Value and
 * ConsumerGroupMetadataKey/Value; unknown versions are left out.
 */
sealed interface CommitRecord {

    /** A group committed an offset. */
    record Committed(String group, TopicPartition partition, long offset, Instant at) implements CommitRecord {}

    /**
     * A group was rebalanced.
     *
     * @param generation its number, which only increases
     */
    record Rebalanced(String group, int generation) implements CommitRecord {}

    /** Reads a record; empty for a deletion and for other kinds of records. */
    static Optional<CommitRecord> of(byte[] key, byte[] value) {
        if (key == null || value == null) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(key);
        ByteBuffer out = ByteBuffer.wrap(value);
        try {
            return switch (in.getShort()) {
                case 0, 1 -> Optional.of(committed(in, out));
                case 2 -> Optional.of(classic(in, out));
                case 3 -> Optional.of(consumer(in, out));
                default -> Optional.empty();
            };
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException unknownLayout) {
            return Optional.empty();
        }
    }

    private static CommitRecord committed(ByteBuffer key, ByteBuffer value) {
        String group = text(key, key.getShort());
        TopicPartition partition = new TopicPartition(text(key, key.getShort()), key.getInt());
        short version = value.getShort();
        long offset = value.getLong();
        if (version >= 3) {
            value.getInt();
        }
        text(value, version >= 4 ? compactLength(value) : value.getShort());
        return new Committed(group, partition, offset, Instant.ofEpochMilli(value.getLong()));
    }

    private static CommitRecord classic(ByteBuffer key, ByteBuffer value) {
        String group = text(key, key.getShort());
        short version = value.getShort();
        text(value, version >= 4 ? compactLength(value) : value.getShort());
        return new Rebalanced(group, value.getInt());
    }

    private static CommitRecord consumer(ByteBuffer key, ByteBuffer value) {
        String group = text(key, key.getShort());
        value.getShort();
        return new Rebalanced(group, value.getInt());
    }

    private static String text(ByteBuffer from, int length) {
        if (length < 0) {
            return null;
        }
        if (length > from.remaining()) {
            throw new IllegalArgumentException("a text longer than its record");
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Unsigned, in groups of seven bits, one more than the length. */
    private static int compactLength(ByteBuffer from) {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            byte next = from.get();
            length |= (next & 0x7f) << shift;
            if (next >= 0) {
                return length - 1;
            }
        }
        throw new IllegalArgumentException("a length of more than four bytes");
    }
}
