package org.citestream.query.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.citestream.query.vocabulary.Facet;

/** Our documents as Lucene's. Only ids, and what the checker compares, are stored: texts come from the tables. Stateless. */
final class Documents {
    /** Lucene refuses a longer term. */
    private static final int LONGEST_VALUE = 1000;

    /** Single words are looked for, and how long a text is counts. */
    private static final FieldType WORDS = indexed(IndexOptions.DOCS_AND_FREQS, false);

    /** Words in a row are looked for. What is looked for exactly is worth the same in a long text. */
    private static final FieldType PHRASES = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    private Documents() {}

    private static FieldType indexed(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    static Document of(StatementDocument statement) {
        Document document = start(statement.id().toString());
        words(document, Fields.TEXT, statement.text());
        words(document, Fields.CONTEXT, joined(statement.before(), statement.after(), statement.headings()));
        words(document, Fields.TITLE, statement.title());
        statement.authors().forEach(author -> text(document, Fields.AUTHOR, author, PHRASES));
        text(document, Fields.JOURNAL_WORDS, statement.journal(), PHRASES);
        statement.dois().forEach(doi -> document.add(new StringField(Fields.DOI, lower(doi), Field.Store.NO)));
        document.add(new StoredField(Fields.CITED, statement.cited()));
        years(document, statement.year());
        Facet.OF_SEARCH.forEach(facet -> facet(document, facet, value(facet, statement)));
        document.add(new NumericDocValuesField(CodedFacets.FIELD, CodedFacets.pack(statement)));
        document.add(new StoredField(Facet.SECTION.parameter() + ".stored", statement.name(Facet.SECTION)));
        document.add(new StoredField(Facet.TYPE.parameter() + ".stored", statement.name(Facet.TYPE)));
        return document;
    }

    static Document of(PublicationDocument publication) {
        Document document = start(publication.id());
        words(document, Fields.TITLE, publication.title());
        words(document, Fields.ABSTRACT, publication.abstractText());
        for (String author : publication.authors()) {
            text(document, Fields.AUTHOR, author, PHRASES);
            document.add(new StoredField(Fields.AUTHOR_NAME, author));
        }
        if (publication.title() != null) {
            document.add(new StoredField(Fields.TITLE + ".stored", publication.title()));
        }
        text(document, Fields.JOURNAL_WORDS, publication.journal(), PHRASES);
        if (publication.doi() != null) {
            document.add(new StringField(Fields.DOI, lower(publication.doi()), Field.Store.YES));
        }
        publication.otherIds().forEach(id -> document.add(new StringField(Fields.DOI, lower(id), Field.Store.NO)));
        years(document, publication.year());
        facet(
                document,
                Facet.YEAR,
                publication.year() == null ? null : publication.year().toString());
        facet(document, Facet.PUBLICATION_TYPE, publication.publicationType());
        facet(document, Facet.JOURNAL, publication.journal());
        document.add(new NumericDocValuesField(Fields.STATEMENTS, publication.statements()));
        document.add(new NumericDocValuesField(Fields.KEY, publication.key()));
        return document;
    }

    /** Null where nothing is known. */
    private static String value(Facet facet, StatementDocument statement) {
        return switch (facet) {
            case SECTION, TYPE, INTENT, RELATIONSHIP, POSITION -> statement.name(facet);
            case YEAR -> statement.year() == null ? null : statement.year().toString();
            case PUBLICATION_TYPE -> statement.publicationType();
            case JOURNAL -> statement.journal();
            case LICENCE -> statement.licence();
            case AUTHOR, NOTICE -> throw new IllegalArgumentException("no search counts by " + facet);
        };
    }

    private static Document start(String id) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, id, Field.Store.YES));
        document.add(new NumericDocValuesField(
                Fields.TIE,
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits()));
        return document;
    }

    private static void words(Document document, String field, String text) {
        text(document, field, text, WORDS);
        text(document, field + Fields.EXACT, text, PHRASES);
    }

    private static void text(Document document, String field, String text, FieldType type) {
        if (text != null && !text.isBlank()) {
            document.add(new Field(field, text, type));
        }
    }

    /** Year 0 stands for an unknown one: the last in newest order, and in no span that anybody asks for. */
    private static void years(Document document, Integer year) {
        document.add(new IntField(Fields.YEAR_NUMBER, year == null ? 0 : year, Field.Store.NO));
    }

    private static void facet(Document document, Facet facet, String value) {
        String known = value == null || value.isBlank() ? Facet.UNKNOWN : cut(value);
        document.add(new StringField(Fields.filter(facet), known, Field.Store.NO));
        if (!CodedFacets.holds(facet)) {
            document.add(new SortedDocValuesField(facet.parameter(), new BytesRef(known)));
        }
    }

    private static String joined(String... parts) {
        List<String> there =
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.toList());
        return there.isEmpty() ? null : String.join("\n", there);
    }

    private static String cut(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }

    private static String lower(String value) {
        return cut(value.toLowerCase(Locale.ROOT));
    }
}
