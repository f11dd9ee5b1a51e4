package org.citestream.ingest.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.ingest.fact.FactJson;
import org.citestream.ingest.fact.NoticeIssued;
import org.citestream.ingest.fact.NoticeWithdrawn;
import org.citestream.ingest.fact.PublicationDescribed;

/** Bytes of {@code citations.publications.v1} → entries. Stateless. */
final class LogDecoder {
    private static final ObjectMapper JSON = FactJson.mapper();
    private static final ObjectReader DESCRIPTION = JSON.readerFor(PublicationDescribed.class);
    private static final Set<String> SOURCES = Set.of("fulltext", "registry", "reference");
    private static final String WITHDRAWN = NoticeWithdrawn.class.getSimpleName();
    /** For a record that was set aside and redriven: its original position. */
    private static final String FIRST_OFFSET = "dead-letter-offset";

    private LogDecoder() {}

    static LogEntry decode(ConsumerRecord<byte[], byte[]> record) throws UndecodableException {
        try {
            String key = text(record.key());
            int blank = key.indexOf(' ');
            if (blank < 0) {
                throw new UndecodableException("the key has no kind: " + key, null);
            }
            String kind = key.substring(0, blank);
            return kind.equals("notice")
                    ? notice(key, offset(record), record)
                    : decode(key, kind, key.substring(blank + 1), offset(record), record.value());
        } catch (IOException | IllegalArgumentException | NullPointerException broken) {
            throw new UndecodableException(String.valueOf(broken.getMessage()), broken);
        }
    }

    private static LogEntry decode(String key, String kind, String rest, long offset, byte[] value)
            throws IOException, UndecodableException {
        return switch (kind) {
            case "alias" -> value == null ? new LogEntry.AliasRemoved(key, offset, rest) : alias(key, offset, value);
            default -> {
                if (!SOURCES.contains(kind)) {
                    throw new UndecodableException("unknown kind of key: " + key, null);
                }
                yield value == null
                        ? new LogEntry.DescriptionRemoved(key, offset, kind, rest)
                        : described(key, offset, value);
            }
        };
    }

    private static LogEntry notice(String key, long offset, ConsumerRecord<byte[], byte[]> record) throws IOException {
        Header type = record.headers().lastHeader("type");
        boolean withdrawn = record.value() == null || (type != null && WITHDRAWN.equals(text(type.value())));
        return withdrawn
                ? new LogEntry.NoticeRemoved(key, offset)
                : new LogEntry.Notice(key, offset, JSON.readValue(record.value(), NoticeIssued.class));
    }

    private static LogEntry alias(String key, long offset, byte[] value) throws IOException {
        AliasFound alias = JSON.readValue(value, AliasFound.class);
        return new PublicationId(alias.to()).isStem()
                ? new LogEntry.AliasRemoved(key, offset, alias.from())
                : new LogEntry.Alias(key, offset, alias);
    }

    private static LogEntry described(String key, long offset, byte[] value) throws IOException, UndecodableException {
        PublicationDescribed described = DESCRIPTION.readValue(value);
        if (described.id() == null
                || described.source() == null
                || !described.recordKey().equals(key)) {
            throw new UndecodableException("the key " + key + " does not belong to its value", null);
        }
        if (new PublicationId(described.id()).isStem()) {
            return new LogEntry.DescriptionRemoved(key, offset, described.source(), described.id());
        }
        // A work without a readable year would break every match against it.
        BibliographicKey work = BibliographicKey.of(described);
        return new LogEntry.Described(key, offset, text(value), described, work);
    }

    private static long offset(ConsumerRecord<byte[], byte[]> record) throws IOException {
        Header first = record.headers().lastHeader(FIRST_OFFSET);
        return first == null ? record.offset() : Long.parseLong(text(first.value()));
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString();
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL character, which no database text can hold");
        }
        return text;
    }
}
