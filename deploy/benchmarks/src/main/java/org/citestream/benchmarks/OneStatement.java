package org.citestream.benchmarks;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/** The facts of an article of one statement, whose id tells when it was appended. */
final class OneStatement {

    private static final String REFERENCES = """
            {"citing":"%1$s","revision":1,"part":0,"references":[{"key":"B1","cited":"%2$s","match":{"method":"doi",\
            "score":1},"relationship":{"kind":"unknown"},"citedInText":true}]}""";

    private static final String STATEMENT = """
            {"id":"%3$s","citing":"%1$s","revision":1,"referenceKey":"B1","cited":"%2$s","text":"These data agree with an \
            earlier report [1].","markers":[[42,45]],"mentions":1,"groupSize":1,"impliedByRange":false,\
            "position":"body","headingPath":["Results"],"ordinal":0,"truncated":false,"language":"en",\
            "relationship":{"kind":"unknown"},"extractor":"1","type":"supporting","scores":{"supporting":0.9,\
            "mentioning":0.1,"contrasting":0.0},"confidence":0.9,"threshold":0.5,"section":"results","evidence":[],\
            "model":{"name":"benchmark","version":"1","checksum":"sha256:00"},"classifiedAt":"2026-11-25T00:00:00Z"}""";

    private static final String CLOSED = """
            {"citing":"%1$s","revision":1,"statements":1,"references":1,"referencesResolved":1,"unresolved":0,\
            "digest":"sha256:%2$s","extractor":"1","format":"jats","closedAt":"2026-11-25T00:00:00Z"}""";

    private OneStatement() {}

    static void append(Appender log, String topic, long number, int works) {
        String citing = "doi:10.5555/lag." + System.currentTimeMillis() + "." + number;
        String cited = "doi:10.5555/followed." + ThreadLocalRandom.current().nextInt(works);
        String id = UUID.nameUUIDFromBytes(Facts.bytes(citing)).toString();
        record(log, topic, citing, "ReferencesListed", citing, REFERENCES.formatted(citing, cited));
        record(log, topic, citing, "StatementClassified", id, STATEMENT.formatted(citing, cited, id));
        record(log, topic, citing, "ArticleClosed", citing, CLOSED.formatted(citing, id));
    }

    private static void record(Appender log, String topic, String citing, String type, String key, String value) {
        int partition = Utils.toPositive(Utils.murmur2(Facts.bytes(citing))) % 12;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, partition, Facts.bytes(key), Facts.bytes(value));
        record.headers().add("type", Facts.bytes(type));
        record.headers().add("article", Facts.bytes(citing));
        record.headers().add("revision", Facts.bytes("1"));
        log.append(record);
    }
}
