package org.citestream.query.ops.cluster;

import java.util.Locale;
import org.apache.kafka.clients.admin.ConfigEntry;

/**
 * A setting of a topic or a broker.
 *
 * @param value null where Kafka keeps it secret
 * @param set whether somebody set it, for this topic or broker or all of them; else it is Kafka's default
 * @param source where it comes from, as Kafka names it
 */
public record KafkaSetting(String name, String value, boolean set, String source) {

    static KafkaSetting of(ConfigEntry entry) {
        return new KafkaSetting(
                entry.name(),
                entry.isSensitive() ? null : entry.value(),
                !entry.isDefault(),
                entry.source().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
