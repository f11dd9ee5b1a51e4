package org.citestream.query.dialect.semanticscholar;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.vocabulary.Codes;

/**
 * What one work says about another: the sentences and their intents. A citation is influential here when the citing
 * work makes at least three statements about the cited one, or one that supports or contrasts it.
 */
record CitationContexts(List<CitationContext> contexts) {
    private static final int MANY = 3;

    /** One sentence; the intent is null when it is not known. */
    record CitationContext(String text, String intent, boolean decisive) {}

    CitationContexts {
        contexts = List.copyOf(contexts);
    }

    boolean isInfluential() {
        return contexts.size() >= MANY || contexts.stream().anyMatch(CitationContext::decisive);
    }

    /** Adds the requested fields. */
    void into(ObjectNode citation, Set<String> fields) {
        for (String field : fields) {
            switch (field) {
                case "contexts" -> {
                    ArrayNode texts = citation.putArray("contexts");
                    contexts.forEach(context -> texts.add(context.text()));
                }
                case "intents" -> {
                    Set<String> intents = new LinkedHashSet<>();
                    contexts.stream()
                            .map(CitationContext::intent)
                            .filter(intent -> intent != null)
                            .forEach(intents::add);
                    ArrayNode array = citation.putArray("intents");
                    intents.forEach(array::add);
                }
                case "contextsWithIntent" -> {
                    ArrayNode array = citation.putArray("contextsWithIntent");
                    for (CitationContext context : contexts) {
                        ObjectNode one = array.addObject().put("context", context.text());
                        ArrayNode intents = one.putArray("intents");
                        if (context.intent() != null) {
                            intents.add(context.intent());
                        }
                    }
                }
                case "isInfluential" -> citation.put("isInfluential", isInfluential());
                default -> throw new IllegalStateException("checked before: " + field);
            }
        }
    }

    /** The contexts of these links, by (citing, cited); links without a statement are absent. */
    static Map<List<Long>, CitationContexts> read(Connection connection, List<CitationLink> links) throws SQLException {
        Map<List<Long>, List<CitationContext>> found = new HashMap<>();
        new Sql()
                .add("SELECT c.root, s.cited, s.text, s.type, s.intent")
                .add("FROM unnest(?::bigint[]) AS w (root)", (Object) distinct(links, true))
                .add("JOIN active.publication c ON c.key = w.root OR (c.root = w.root AND c.root <> c.key)")
                .add("JOIN active.statement s ON s.citing = c.key")
                .add("WHERE s.cited = ANY (?) ORDER BY c.root, s.ordinal, s.id", (Object) distinct(links, false))
                .list(connection, row -> found.computeIfAbsent(
                                List.of(row.getLong(1), row.getLong(2)), link -> new ArrayList<>())
                        .add(new CitationContext(
                                row.getString(3),
                                intent(Codes.INTENT.knownName(row.getInt(5))),
                                isDecisive(Codes.TYPE.name(row.getInt(4))))));
        Map<List<Long>, CitationContexts> contexts = new HashMap<>();
        found.forEach((link, said) -> contexts.put(link, new CitationContexts(said)));
        return contexts;
    }

    private static Long[] distinct(List<CitationLink> links, boolean citing) {
        return links.stream()
                .map(link -> citing ? link.citing() : link.cited())
                .distinct()
                .toArray(Long[]::new);
    }

    private static String intent(String ours) {
        return "method".equals(ours) ? "methodology" : ours;
    }

    private static boolean isDecisive(String type) {
        return type.equals("supporting") || type.equals("contrasting");
    }
}
