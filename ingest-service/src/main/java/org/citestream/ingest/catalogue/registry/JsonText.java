package org.citestream.ingest.catalogue.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citestream.ingest.article.Author;

/** Reads what registries write in their JSON: texts that may be missing, ids with an address before them. Stateless. */
final class JsonText {
    private static final Pattern ORCID = Pattern.compile("(\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX])$");
    private static final Pattern DOI = Pattern.compile("(10\\.\\d{4,9}/\\S+)$");

    private JsonText() {}

    /** The text of a field; null when missing, not a text, or blank. */
    static String of(JsonNode node, String field) {
        String text = node.path(field).asText("").strip();
        return text.isEmpty() || node.path(field).isNull() ? null : text;
    }

    /** The first text of a list. */
    static String first(JsonNode node, String field) {
        List<String> all = all(node.path(field));
        return all.isEmpty() ? null : all.get(0);
    }

    static List<String> all(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> {
            if (item.isTextual() && !item.textValue().isBlank()) {
                texts.add(item.textValue().strip());
            }
        });
        return texts;
    }

    /** A DOI without its address, lower-case; null when there is none. */
    static String doi(String text) {
        return ending(DOI, text) == null ? null : ending(DOI, text).toLowerCase(Locale.ROOT);
    }

    /** First and last page of {@code 12-19}; the last is null when there is one page only. */
    static String[] pages(String text) {
        if (text == null) {
            return new String[] {null, null};
        }
        int dash = text.indexOf('-');
        return dash < 1 ? new String[] {text, null} : new String[] {text.substring(0, dash), text.substring(dash + 1)};
    }

    /** A person with a family name, else a group with a name, else nobody. */
    static Optional<Author> author(String family, String given, String name, String orcid) {
        if (family != null) {
            return Optional.of(new Author(family, given, ending(ORCID, orcid), List.of(), false));
        }
        return name == null ? Optional.empty() : Optional.of(Author.group(name));
    }

    private static String ending(Pattern pattern, String text) {
        if (text == null) {
            return null;
        }
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
