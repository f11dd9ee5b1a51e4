package org.citestream.kit.control;

import java.util.Optional;
import java.util.stream.Stream;

/** What a loop can be told on the control topic; {@link #wireName()} is the type of the record. */
public enum LoopOrder {
    PAUSED("LoopPaused"),
    RESUMED("LoopResumed"),
    REWOUND("LoopRewound");

    private final String wireName;

    LoopOrder(String wireName) {
        this.wireName = wireName;
    }

    /** The order of that type; empty if there is none, or if the type is null. */
    public static Optional<LoopOrder> of(String type) {
        return Stream.of(values()).filter(order -> order.wireName.equals(type)).findFirst();
    }

    public String wireName() {
        return wireName;
    }
}
