package org.citestream.query.project.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The evidence of a decision in a tenth of the bytes of its JSON: fields are positional, and a feature that equals the
 * words it points at is read from the statement again. Evidence in another format stays JSON. Pure.
 */
public final class PackedEvidence {

    private static final byte AS_JSON = 0;
    private static final byte AS_ITEMS = 1;

    private static final List<String> IN = List.of("", "text", "before", "after", "heading");
    private static final List<String> TOWARD =
            List.of("supporting", "mentioning", "contrasting", "background", "method", "result");
    private static final Set<String> FIELDS = Set.of("in", "span", "feature", "weight", "toward");

    /**
     * Flags in an item's first byte, above three bits for its location; the second byte is the class it counts towards.
     */
    private static final int HAS_SPAN = 8;

    private static final int FEATURE_IS_WORDS = 16;
    private static final int WEIGHT_IS_DECIMAL = 32;

    /** Weights are rounded to this many parts of one. */
    private static final double PARTS = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PackedEvidence() {}

    /** The texts that evidence points into. */
    public record Texts(String text, String before, String after) {

        private String words(int in, int start, int end) {
            String whole =
                    switch (in) {
                        case 1 -> text;
                        case 2 -> before;
                        case 3 -> after;
                        default -> null;
                    };
            return whole == null || start < 0 || end < start || end > whole.length()
                    ? null
                    : whole.substring(start, end).toLowerCase(Locale.ROOT);
        }
    }

    /** The bytes of an array of evidence; null if there is none. */
    public static byte[] pack(JsonNode evidence, Texts texts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(80);
        if (evidence != null && !evidence.isEmpty() && !packItems(evidence, texts, packed)) {
            packed.reset();
            packed.write(AS_JSON);
            packed.writeBytes(evidence.toString().getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static boolean packItems(JsonNode evidence, Texts texts, ByteArrayOutputStream packed) {
        packed.write(AS_ITEMS);
        if (!evidence.isArray()) {
            return false;
        }
        for (JsonNode item : evidence) {
            if (!isOurs(item)) {
                return false;
            }
            pack(item, texts, packed);
        }
        return true;
    }

    private static boolean isOurs(JsonNode item) {
        if (!item.isObject()
                || !item.path("feature").isTextual()
                || !item.path("weight").isFloatingPointNumber()
                || !TOWARD.contains(item.path("toward").asText())
                || (item.has("in")
                        && (!item.get("in").isTextual()
                                || IN.indexOf(item.get("in").textValue()) < 1))) {
            return false;
        }
        for (var names = item.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                return false;
            }
        }
        JsonNode span = item.get("span");
        return span == null
                || (span.isArray()
                        && span.size() == 2
                        && span.get(0).isInt()
                        && span.get(1).isInt()
                        && span.get(0).intValue() >= 0
                        && span.get(1).intValue() >= 0);
    }

    private static void pack(JsonNode item, Texts texts, ByteArrayOutputStream packed) {
        int in = IN.indexOf(item.path("in").asText(""));
        JsonNode span = item.get("span");
        int start = span == null ? -1 : span.get(0).intValue();
        int end = span == null ? -1 : span.get(1).intValue();
        String feature = item.get("feature").textValue();
        boolean words = feature.equals(texts.words(in, start, end));
        double weight = item.get("weight").doubleValue();
        long parts = Math.round(weight * PARTS);
        boolean decimal = Double.compare(parts / PARTS, weight) == 0;
        packed.write(in
                | (span == null ? 0 : HAS_SPAN)
                | (words ? FEATURE_IS_WORDS : 0)
                | (decimal ? WEIGHT_IS_DECIMAL : 0));
        packed.write(TOWARD.indexOf(item.get("toward").textValue()));
        if (span != null) {
            number(packed, start);
            number(packed, end);
        }
        if (decimal) {
            number(packed, (parts << 1) ^ (parts >> 63));
        } else {
            packed.writeBytes(
                    ByteBuffer.allocate(Double.BYTES).putDouble(weight).array());
        }
        if (!words) {
            byte[] bytes = feature.getBytes(StandardCharsets.UTF_8);
            number(packed, bytes.length);
            packed.writeBytes(bytes);
        }
    }

    /** Seven bits per byte, the lowest first. */
    private static void number(ByteArrayOutputStream packed, long number) {
        long left = number;
        while ((left & ~0x7fL) != 0) {
            packed.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        packed.write((int) left);
    }

    /** The array that was packed, if given the same texts. */
    public static JsonNode unpack(byte[] bytes, Texts texts) {
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.arrayNode();
        }
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        if (packed.get() == AS_JSON) {
            return json(bytes);
        }
        ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
        while (packed.hasRemaining()) {
            unpack(packed, texts, evidence.addObject());
        }
        return evidence;
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes, 1, bytes.length - 1);
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("evidence in the view is not JSON", ours);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void unpack(ByteBuffer packed, Texts texts, ObjectNode item) {
        int flags = packed.get();
        String toward = TOWARD.get(packed.get());
        int in = flags & 7;
        if (in > 0) {
            item.put("in", IN.get(in));
        }
        int start = -1;
        int end = -1;
        if ((flags & HAS_SPAN) != 0) {
            start = (int) number(packed);
            end = (int) number(packed);
            item.putArray("span").add(start).add(end);
        }
        long parts = (flags & WEIGHT_IS_DECIMAL) == 0 ? 0 : number(packed);
        double weight = (flags & WEIGHT_IS_DECIMAL) == 0 ? packed.getDouble() : ((parts >>> 1) ^ -(parts & 1)) / PARTS;
        if ((flags & FEATURE_IS_WORDS) == 0) {
            byte[] feature = new byte[(int) number(packed)];
            packed.get(feature);
            item.put("feature", new String(feature, StandardCharsets.UTF_8));
        } else {
            item.put("feature", texts.words(in, start, end));
        }
        item.put("weight", weight);
        item.put("toward", toward);
    }

    private static long number(ByteBuffer packed) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = packed.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
