package org.citestream.classify.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the line runs. Two models can run side by side under different groups and outputs. */
@ConfigMapping(prefix = "citestream.classify")
public interface LineSettings {

    /** Whether the line runs at all; off, the service only answers over HTTP. */
    @WithDefault("true")
    boolean line();

    /** The consumer group; dead letters and redrives are named after it. */
    @WithDefault("citestream.classify")
    String group();

    /** Where statements come from. */
    @WithDefault("citations.statements.v1")
    String input();

    /** Where labels go, to the partition of the same number. */
    @WithDefault("citations.classified.v1")
    String output();

    /** The topic whose records pause and resume loops. */
    @WithDefault("citestream.control.v1")
    String control();

    /** Most records taken at once. */
    @WithDefault("1000")
    int batch();

    /** Bytes worth waiting for. More than one costs a lone statement the longest wait and brought no throughput. */
    @WithDefault("1")
    int fetchMinBytes();

    /** Longest wait for those bytes; where more than one is asked for, the least delay of a lone statement. */
    @WithDefault("500ms")
    Duration fetchMaxWait();

    /** A member silent for this long is considered dead, and its partitions are reassigned. */
    @WithDefault("8s")
    Duration sessionTimeout();

    /** Longest wait for the acknowledgement of one record before the batch is tried again. */
    @WithDefault("30s")
    Duration deliveryTimeout();

    /** First pause after the broker did not answer; doubles up to {@link #longestBackoff()}. */
    @WithDefault("200ms")
    Duration firstBackoff();

    @WithDefault("10s")
    Duration longestBackoff();

    /** Longest wait for the batch in hand when the service stops. */
    @WithDefault("10s")
    Duration drain();

    /** Statements of one article about which an encoder may be asked, the first ones; the others are decided alone. */
    @WithDefault("3000")
    int encoderPerArticle();

    /** Threads that decide; 0 means one a core. */
    @WithDefault("0")
    int threads();
}
