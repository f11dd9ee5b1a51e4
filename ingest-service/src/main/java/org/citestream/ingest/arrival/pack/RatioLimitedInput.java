package org.citestream.ingest.arrival.pack;

import java.io.IOException;
import java.io.InputStream;

/** The unpacked bytes of a package, refused when they exceed the packed ones too far. */
final class RatioLimitedInput extends CountedInput {
    private final CountingInput packed;
    private final PackSettings settings;
    private long unpacked;

    RatioLimitedInput(InputStream source, CountingInput packed, PackSettings settings) {
        super(source);
        this.packed = packed;
        this.settings = settings;
    }

    @Override
    public long skip(long bytes) throws IOException {
        // Skipped bytes are unpacked too, so they are read and counted.
        long left = bytes;
        byte[] waste = new byte[(int) Math.min(8192, Math.max(1, bytes))];
        while (left > 0) {
            int got = read(waste, 0, (int) Math.min(waste.length, left));
            if (got < 0) {
                break;
            }
            left -= got;
        }
        return bytes - left;
    }

    @Override
    void count(int bytes) throws PackRefusedException {
        unpacked += bytes;
        if (unpacked > settings.unpackedBytes().asLongValue()) {
            throw refused("more than " + settings.unpackedBytes().asLongValue() + " bytes", "unpacked-bytes");
        }
        if (unpacked > settings.ratioFrom().asLongValue() && unpacked / settings.expansionRatio() > packed.passed()) {
            throw refused("more than " + settings.expansionRatio() + " times its size", "expansion-ratio");
        }
    }

    private static PackRefusedException refused(String what, String setting) {
        return new PackRefusedException(
                "The package unpacks to " + what + "; the limit is the setting citestream.archive." + setting, null);
    }
}
