package org.citestream.ingest.arrival.pack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes collections of BioC JSON apart into their documents, each collection on the disk while it lasts. Thread-safe. */
final class BiocCollections {
    private final JsonFactory json = new JsonFactory();
    private final long mostBytes;

    /** @param mostBytes of one collection */
    BiocCollections(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether what begins so is JSON. */
    static boolean isJson(String head) {
        String start = head.strip();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** Whether JSON that begins so is BioC, and nothing else that lies in a package. */
    static boolean holdsDocuments(String head) {
        return head.contains("\"documents\"") || head.contains("\"passages\"");
    }

    /** Hands on every document; JSON without any is handed on as it is to whoever says why it is none. */
    void split(String name, InputStream source, Unpacker.ArticleConsumer taker) throws IOException {
        Path whole = Files.createTempFile("citestream-set-", ".json");
        try {
            try (var metered = new ArticleLimitedInput(source, mostBytes);
                    var out = Files.newOutputStream(whole)) {
                metered.transferTo(out);
            }
            if (!eachDocument(name, whole, taker)) {
                try (InputStream untouched = Files.newInputStream(whole)) {
                    taker.take(name, untouched);
                }
            }
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Returns false where there are not two or more documents. */
    private boolean eachDocument(String name, Path whole, Unpacker.ArticleConsumer taker) throws IOException {
        if (count(whole) < 2) {
            return false;
        }
        walk(whole, (number, parser) -> handOn(name + "#" + number, parser, taker));
        return true;
    }

    private int count(Path whole) throws IOException {
        try {
            return walk(whole, (number, parser) -> parser.skipChildren());
        } catch (JsonProcessingException malformed) {
            // Whoever reads it says where.
            return 0;
        }
    }

    /** Takes the document that the parser stands on; they count from 1. */
    @FunctionalInterface
    private interface DocumentTaker {
        void take(int number, JsonParser parser) throws IOException;
    }

    /** Returns how many documents there are. */
    private int walk(Path whole, DocumentTaker taker) throws IOException {
        int found = 0;
        try (JsonParser parser = json.createParser(whole.toFile())) {
            while (parser.nextToken() != null) {
                if (isDocuments(parser)) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        found++;
                        taker.take(found, parser);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isDocuments(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.FIELD_NAME
                && parser.currentName().equals("documents")
                && parser.nextToken() == JsonToken.START_ARRAY;
    }

    private void handOn(String name, JsonParser parser, Unpacker.ArticleConsumer taker) throws IOException {
        Path copy = Files.createTempFile("citestream-document-", ".json");
        try {
            try (JsonGenerator out = json.createGenerator(Files.newOutputStream(copy))) {
                out.copyCurrentStructure(parser);
            }
            try (InputStream document = Files.newInputStream(copy)) {
                taker.take(name, document);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
