package org.citestream.classify.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.citestream.classify.api.RowClassifier;
import org.citestream.classify.decide.BatchClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Rows in, the same rows with the model's answers out, in the same order. */
@Command(
        name = "classify",
        description = "Reads rows {text, before?, after?, heading?, secType?, cite?}, one a line, and writes them with"
                + " type, abstained, scores, confidence, intent, section, evidence and model.",
        mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {

    private static final int BATCH = 1000;

    @Parameters(paramLabel = "FILE.jsonl", description = "The rows.")
    private Path file;

    @Mixin
    private ModelOptions options = new ModelOptions();

    private final JsonMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private RowClassifier rows;

    /** One line's answer, and whether it is one. */
    private record Answer(String line, boolean good) {}

    @Override
    public Integer call() throws IOException {
        rows = new RowClassifier(options.classifier());
        boolean good = true;
        // Damaged bytes become replacement characters: one bad line must not end the run.
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var in = new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), decoder));
                var deciders = new BatchClassifier(0)) {
            var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
            var batch = new ArrayList<String>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    batch.add(line);
                }
                if (batch.size() == BATCH) {
                    good &= write(deciders.each(batch, this::answer), out);
                    batch.clear();
                }
            }
            good &= write(deciders.each(batch, this::answer), out);
        }
        return good ? 0 : 1;
    }

    private Answer answer(String line) {
        JsonNode row;
        try {
            row = json.readTree(line);
        } catch (JsonProcessingException e) {
            return failure(json.createObjectNode(), "not JSON");
        }
        try {
            return new Answer(rows.classify(row).toString(), true);
        } catch (IllegalArgumentException e) {
            return failure(row instanceof ObjectNode fields ? fields : json.createObjectNode(), e.getMessage());
        }
    }

    /** The original row, with the reason why it has no label. */
    private static Answer failure(ObjectNode row, String why) {
        return new Answer(row.put("failure", why).toString(), false);
    }

    private static boolean write(List<Answer> answers, BufferedWriter out) throws IOException {
        boolean good = true;
        for (Answer answer : answers) {
            out.write(answer.line());
            out.write('\n');
            good &= answer.good();
        }
        out.flush();
        return good;
    }
}
