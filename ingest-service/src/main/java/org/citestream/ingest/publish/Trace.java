package org.citestream.ingest.publish;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A new trace for what no request asked for (aliases found, registries' answers): W3C Trace Context, level 1. */
public final class Trace {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /** A new, sampled trace's header. */
    public static String start() {
        return "00-" + randomHex(16) + "-" + randomHex(8) + "-01";
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
