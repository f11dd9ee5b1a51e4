package org.citestream.query.ops.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citestream.query.export.CsvCell;

/** Messages as a file, collected until there are enough of them. For one thread. */
final class Download {

    /** As what the file is written. */
    enum Format {
        CSV("text/csv"),
        JSONL("application/x-ndjson");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        /** Its name in addresses, and behind the file's. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Stream<String> words() {
            return Stream.of(values()).map(Format::word);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Format format;
    private final int most;
    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter csv;

    /** @param most characters; the message that exceeds them is the last */
    Download(Format format, int most) {
        this.format = format;
        this.most = most;
        try {
            csv = new CSVPrinter(text, CSVFormat.RFC4180);
            if (format == Format.CSV) {
                csv.printRecord(
                        "topic",
                        "partition",
                        "offset",
                        "at",
                        "key",
                        "type",
                        "headers",
                        "encoding",
                        "value",
                        "truncated");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void add(Message message) {
        try {
            if (format == Format.JSONL) {
                text.append(JSON.writeValueAsString(message)).append('\n');
            } else {
                csv.printRecord(
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        message.at(),
                        CsvCell.harmless(message.key()),
                        CsvCell.harmless(message.type()),
                        headers(message),
                        message.encoding(),
                        CsvCell.harmless(message.value()),
                        message.truncated());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String headers(Message message) throws JsonProcessingException {
        return JSON.writeValueAsString(message.headers());
    }

    boolean isFull() {
        return text.length() >= most;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
