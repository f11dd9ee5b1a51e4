package org.citestream.ingest.publish;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** One trace from the file to the row: W3C Trace Context, level 1. */
public final class Trace {
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** The caller's trace if it sent a well-formed one, else a new one. */
    public static String from(String header) {
        return header != null && TRACEPARENT.matcher(header).matches() ? header : start();
    }

    /** A new, sampled trace. */
    public static String start() {
        return "00-" + randomHex(16) + "-" + randomHex(8) + "-01";
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
