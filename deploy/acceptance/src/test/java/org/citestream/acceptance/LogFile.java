package org.citestream.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.record.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;

/** The last segment of one partition, of a broker that does not run. */
record LogFile(Path segment) {

    static LogFile of(Path data, String topic, int partition) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("kafka").resolve(topic + "-" + partition))) {
            return new LogFile(files.filter(file -> file.toString().endsWith(".log"))
                    .max(Path::compareTo)
                    .orElseThrow());
        }
    }

    private record Closing(String article, int position) {}

    /** Articles whose readings end here, in order. */
    List<String> closedArticles() throws IOException {
        return closings().stream().map(Closing::article).toList();
    }

    /**
     * Cuts off the ends of this many readings, and all behind; not the beginning of the file, for a log without anything is
     * another log.
     *
     * @return the articles of all that was cut off
     */
    List<String> cutOff(int readings) throws IOException {
        List<Closing> all = closings();
        int position = all.get(all.size() - readings).position();
        if (position == 0) {
            return List.of();
        }
        try (FileRecords records = FileRecords.open(segment.toFile())) {
            records.truncateTo(position);
        }
        return all.stream()
                .filter(closing -> closing.position() >= position)
                .map(Closing::article)
                .toList();
    }

    private List<Closing> closings() throws IOException {
        var closings = new ArrayList<Closing>();
        try (FileRecords records = FileRecords.open(segment.toFile())) {
            for (FileChannelRecordBatch batch : records.batches()) {
                for (Record record : batch) {
                    if (header(record, "type").equals("ArticleClosed")) {
                        closings.add(new Closing(header(record, "article"), batch.position()));
                    }
                }
            }
        }
        return closings;
    }

    private static String header(Record record, String name) {
        return Stream.of(record.headers())
                .filter(header -> header.key().equals(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
