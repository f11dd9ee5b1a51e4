package org.citestream.training.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the wire format of Protocol Buffers field by field; enough for ONNX files, without generated classes. Not safe
 * for use by several threads.
 */
final class ProtoReader {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private final ByteBuffer bytes;
    private int field;
    private int wire;

    ProtoReader(ByteBuffer bytes) {
        this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Moves to the next field; false at the end. The field must be read or skipped before the next call. */
    boolean next() {
        if (!bytes.hasRemaining()) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        wire = (int) (tag & 7);
        return true;
    }

    boolean hasRemaining() {
        return bytes.hasRemaining();
    }

    int field() {
        return field;
    }

    boolean isBytes() {
        return wire == BYTES;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes.get();
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a varint of more than ten bytes: not a protocol buffer");
    }

    ByteBuffer bytes() {
        int length = (int) varint();
        ByteBuffer piece = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + length);
        return piece;
    }

    void skip() {
        switch (wire) {
            case VARINT -> varint();
            case FIXED64 -> bytes.position(bytes.position() + 8);
            case BYTES -> bytes();
            case FIXED32 -> bytes.position(bytes.position() + 4);
            default -> throw new IllegalArgumentException("wire type " + wire + ": not a protocol buffer we know");
        }
    }
}
