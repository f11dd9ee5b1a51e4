package org.citestream.query.ops.cluster;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
            String[] columns = line.strip().split("\\s+");
            if (columns.length >= 6 && columns[0].equals(group)) {
                figures.put(columns[1] + "-" + columns[2], columns[3] + " " + columns[4] + " " + columns[5]);
            }
        });
        return figures;
    }
}
