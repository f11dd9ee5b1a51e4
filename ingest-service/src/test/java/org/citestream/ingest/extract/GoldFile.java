package org.citestream.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What an article must yield: the fields that its gold file names, list by list; "ref:" stands for any such id. */
public record GoldFile(JsonNode expected) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static GoldFile of(Path file) throws IOException {
        return new GoldFile(JSON.readTree(file.toFile()));
    }

    /** Where a line of {@code extract} or an answer of {@code preview} says something else; empty when nowhere. */
    public List<String> differences(JsonNode line) {
        List<String> differences = new ArrayList<>();
        compare("publication", expected.get("publication"), line.path("publication"), differences);
        for (String list : List.of("references", "statements", "unresolved")) {
            JsonNode wanted = expected.get(list);
            JsonNode found = line.path(list);
            if (wanted.size() != found.size()) {
                differences.add(list + ": wanted " + wanted.size() + " but found " + found.size());
                continue;
            }
            for (int i = 0; i < wanted.size(); i++) {
                compare(list + "[" + i + "]", wanted.get(i), found.get(i), differences);
            }
        }
        return differences;
    }

    private static void compare(String where, JsonNode wanted, JsonNode found, List<String> differences) {
        for (Iterator<String> names = wanted.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith("expected") && !name.equals("expectedRelationship")) {
                continue;
            }
            JsonNode want = wanted.get(name);
            JsonNode have = found.get(name.equals("expectedRelationship") ? "relationship" : name);
            boolean anyRef = want.asText().equals("ref:")
                    && have != null
                    && have.asText().startsWith("ref:");
            if (!anyRef && !want.equals(have)) {
                differences.add(where + "." + name + ": wanted " + want + " but found " + have);
            }
        }
    }
}
