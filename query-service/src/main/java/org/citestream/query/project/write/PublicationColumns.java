package org.citestream.query.project.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** How merged descriptions become columns of the table of publications. Stateless. */
final class PublicationColumns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One column of the table.
     *
     * @param sent the type in which its values travel
     * @param kept the type of the column
     */
    private record PublicationColumn(String name, String sent, String kept, Function<PublicationRow, Object> value) {}

    private static final List<PublicationColumn> COLUMNS = List.of(
            new PublicationColumn("source", "int2", "smallint", PublicationRow::source),
            text("doi", PublicationRow::doi),
            text("pmid", PublicationRow::pmid),
            text("pmcid", PublicationRow::pmcid),
            text("arxiv", PublicationRow::arxiv),
            text("title", PublicationRow::title),
            text("abstract", PublicationRow::abstractText),
            json("authors", PublicationRow::authors),
            new PublicationColumn("authors_truncated", "bool", "boolean", PublicationRow::authorsTruncated),
            texts("author_names", PublicationRow::authorNames),
            text("journal", PublicationRow::journal),
            text("journal_abbreviation", PublicationRow::journalAbbreviation),
            texts("issns", PublicationRow::issns),
            text("publisher", PublicationRow::publisher),
            text("published", PublicationRow::published),
            new PublicationColumn("year", "int4", "int", PublicationRow::year),
            text("volume", PublicationRow::volume),
            text("issue", PublicationRow::issue),
            text("first_page", PublicationRow::firstPage),
            text("last_page", PublicationRow::lastPage),
            text("article_type", PublicationRow::articleType),
            text("publication_type", PublicationRow::publicationType),
            texts("subjects", PublicationRow::subjects),
            texts("keywords", PublicationRow::keywords),
            json("funding", PublicationRow::funding),
            text("licence", PublicationRow::licence),
            text("licence_id", PublicationRow::licenceId),
            text("language", PublicationRow::language),
            text("full_text_url", PublicationRow::fullTextUrl),
            json("links", PublicationRow::links));

    /** Leaves an equal row alone, because the search index follows touched rows. */
    static final String UPDATE = "WITH m AS MATERIALIZED (SELECT key, "
            + each(column -> column.name + "::" + column.kept + " AS " + column.name)
            + " FROM unnest(?::bigint[], " + each(column -> "?::" + column.sent + "[]")
            + ") AS i (key, " + each(PublicationColumn::name) + ")) UPDATE ${schema}.publication p SET "
            + each(column -> column.name + " = m." + column.name) + " FROM m WHERE p.key = m.key AND ("
            + each(column -> "p." + column.name) + ") IS DISTINCT FROM (" + each(column -> "m." + column.name) + ")";

    private PublicationColumns() {}

    /** The parameters of {@link #UPDATE}. */
    static ArrayColumns<PublicationRow> of(Collection<PublicationRow> rows) {
        ArrayColumns<PublicationRow> arrays = new ArrayColumns<>(rows).add("bigint", PublicationRow::key);
        COLUMNS.forEach(column -> arrays.add(column.sent, column.value));
        return arrays;
    }

    private static PublicationColumn text(String name, Function<PublicationRow, Object> value) {
        return new PublicationColumn(name, "text", "text", value);
    }

    private static PublicationColumn texts(String name, Function<PublicationRow, List<String>> value) {
        return new PublicationColumn(name, "text", "text[]", row -> ArrayLiteral.ofTexts(value.apply(row)));
    }

    private static PublicationColumn json(String name, Function<PublicationRow, Object> value) {
        return new PublicationColumn(name, "text", "jsonb", row -> json(value.apply(row)));
    }

    private static String json(Object value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String each(Function<PublicationColumn, String> piece) {
        List<String> pieces = new ArrayList<>();
        COLUMNS.forEach(column -> pieces.add(piece.apply(column)));
        return String.join(", ", pieces);
    }
}
