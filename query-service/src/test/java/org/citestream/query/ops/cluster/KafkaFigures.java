package org.citestream.query.ops.cluster;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.tools.consumer.group.ConsumerGroupCommand;

/** What {@code kafka-consumer-groups --describe} prints of a group: the figures that operators know. */
final class KafkaFigures {

    private KafkaFigures() {}

    /** CURRENT-OFFSET, LOG-END-OFFSET and LAG by partition; {@code -} stands where Kafka knows none. */
    static Map<String, String> of(String bootstrap, String group) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ConsumerGroupCommand.main(new String[] {"--bootstrap-server", bootstrap, "--describe", "--group", group});
        } finally {
            System.setOut(before);
        }
        Map<String, String> figures = new LinkedHashMap<>();
        printed.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            List<String> columns = Arrays.asList(line.strip().split("\\s+", -1));
            if (columns.size() >= 6 && columns.get(0).equals(group)) {
                figures.put(columns.get(1) + "-" + columns.get(2), String.join(" ", columns.subList(3, 6)));
            }
        });
        return figures;
    }
}
