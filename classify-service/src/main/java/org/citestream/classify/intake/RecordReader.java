package org.citestream.classify.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.intake.ReceivedRecord.ReceivedFact;
import org.citestream.classify.intake.ReceivedRecord.ReceivedStatement;
import org.citestream.classify.intake.ReceivedRecord.Unreadable;
import org.citestream.classify.section.SectionTagger;
import org.citestream.kit.deadletter.Category;
import org.citestream.kit.kafka.HeaderText;

/** Reads bytes of any content without throwing. Immutable, safe for use by several threads. */
public final class RecordReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            // Numbers in unknown fields must be passed on unchanged.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    /** Far above what the contract's 4 KB a sentence come to, far below what a topic takes. */
    static final int LARGEST_STATEMENT = 256 * 1024;

    private final SectionTagger sections;

    public RecordReader(SectionTagger sections) {
        this.sections = sections;
    }

    public ReceivedRecord read(ConsumerRecord<byte[], byte[]> record) {
        try {
            String type =
                    HeaderText.of(record, "type").orElseThrow(() -> new ContractException("header type is missing"));
            return switch (type) {
                case "StatementExtracted" -> statement(record);
                case "ReferencesListed", "ArticleClosed", "ArticleWithdrawn" -> fact(record);
                default ->
                    new Unreadable(record, Category.UNKNOWN_TYPE, new ContractException("unknown event type " + type));
            };
        } catch (JsonProcessingException e) {
            // The original message would quote the payload, which belongs in no log.
            return new Unreadable(record, Category.UNDECODABLE, new IOException(at(e)));
        } catch (IOException e) {
            return new Unreadable(record, Category.UNDECODABLE, e);
        } catch (ContractException e) {
            return new Unreadable(record, Category.CONTRACT, e);
        }
    }

    private ReceivedRecord fact(ConsumerRecord<byte[], byte[]> record) throws IOException {
        StatementContract.checkFact(tree(record));
        return new ReceivedFact(record);
    }

    private ReceivedRecord statement(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.value() != null && record.value().length > LARGEST_STATEMENT) {
            throw new ContractException("the value is larger than " + LARGEST_STATEMENT + " bytes");
        }
        if (!(tree(record) instanceof ObjectNode fact)) {
            throw new ContractException("the value must be a JSON object");
        }
        StatementContract.checkStatement(fact);
        var headings = StatementContract.headingPath(fact);
        var statement = new Statement(
                fact.path("text").textValue(),
                StatementContract.optional(fact, "before").orElse(""),
                StatementContract.optional(fact, "after").orElse(""),
                StatementContract.markers(fact),
                headings,
                sections.section(StatementContract.optional(fact, "secType"), headings),
                fact.path("groupSize").intValue(),
                fact.path("position").textValue(),
                StatementContract.optional(fact, "language"));
        return new ReceivedStatement(record, fact, statement);
    }

    private static JsonNode tree(ConsumerRecord<byte[], byte[]> record) throws IOException {
        if (record.value() == null) {
            throw new ContractException("the value is missing");
        }
        return JSON.readTree(record.value());
    }

    private static String at(JsonProcessingException e) {
        var location = e.getLocation();
        return "not JSON" + (location == null ? "" : " at byte " + Math.max(0, location.getByteOffset()));
    }
}
