package org.citestream.query.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.citestream.query.publication.Slug;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Orcid;
import org.citestream.query.vocabulary.PartialDate;

/**
 * Converts our documents to Lucene's. No fields of statements are stored: ids and what the check compares are doc
 * values, texts come from the tables. Stateless.
 */
final class IndexDocuments {
    /** Lucene refuses a longer term. */
    private static final int LONGEST_VALUE = 1000;

    /** Words and stems with positions; the length of a text affects the score. */
    private static final FieldType WORDS = indexed(false);

    /** Words with positions whose score does not depend on the length of the text. */
    private static final FieldType PHRASES = indexed(true);

    private IndexDocuments() {}

    private static FieldType indexed(boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    private record SentenceText(String text, String before, String after, String headings) {}

    /** The documents of an article in the order of {@link Layer}. */
    static List<Document> of(ArticleDocument article) {
        Map<SentenceText, List<StatementDocument>> sentences = new LinkedHashMap<>();
        for (StatementDocument said : article.statements()) {
            sentences
                    .computeIfAbsent(
                            new SentenceText(said.text(), said.before(), said.after(), said.headings()),
                            sentence -> new ArrayList<>())
                    .add(said);
        }
        String key = key(article.key());
        List<Document> documents = new ArrayList<>();
        sentences.forEach((sentence, statements) -> {
            statements.forEach(statement -> documents.add(statement(key, article, statement)));
            documents.add(sentence(key, sentence));
        });
        documents.add(article(key, article));
        return documents;
    }

    /** The term by which all documents of an article are replaced. */
    static String key(long article) {
        return Long.toString(article, Character.MAX_RADIX);
    }

    private static Document start(String key, Layer layer) {
        Document document = new Document();
        document.add(new StringField(IndexFields.ARTICLE, key, Field.Store.NO));
        document.add(new StringField(Layer.FIELD, layer.term().text(), Field.Store.NO));
        if (layer != Layer.STATEMENT) {
            // Read for every counted hit: five times faster if no document lacks it.
            document.add(new NumericDocValuesField(CodedFacets.FIELD, 0));
        }
        return document;
    }

    private static Document statement(String key, ArticleDocument article, StatementDocument statement) {
        Document document = start(key, Layer.STATEMENT);
        document.add(new NumericDocValuesField(IndexFields.TIE, statement.id().getMostSignificantBits()));
        document.add(
                new NumericDocValuesField(IndexFields.ID_LOWER, statement.id().getLeastSignificantBits()));
        document.add(new NumericDocValuesField(IndexFields.CITED, statement.cited()));
        dated(document, article.published());
        document.add(new NumericDocValuesField(CodedFacets.FIELD, CodedFacets.pack(statement, article.year())));
        for (Facet facet : Facet.OF_STATEMENTS) {
            document.add(new StringField(IndexFields.filter(facet), statement.name(facet), Field.Store.NO));
        }
        if (statement.citedDoi() != null) {
            document.add(new StringField(IndexFields.DOI, lower(statement.citedDoi()), Field.Store.NO));
        }
        return document;
    }

    private static Document sentence(String key, SentenceText sentence) {
        Document document = start(key, Layer.SENTENCE);
        text(document, IndexFields.TEXT, sentence.text(), PHRASES);
        text(document, IndexFields.CONTEXT, joined(sentence.before(), sentence.after(), sentence.headings()), PHRASES);
        return document;
    }

    private static Document article(String key, ArticleDocument article) {
        Document document = start(key, Layer.ARTICLE);
        text(document, IndexFields.TITLE, article.title(), PHRASES);
        article.authors().forEach(author -> text(document, IndexFields.AUTHOR, author, PHRASES));
        text(document, IndexFields.JOURNAL_WORDS, article.journal(), PHRASES);
        if (article.doi() != null) {
            document.add(new StringField(IndexFields.CITING_DOI, lower(article.doi()), Field.Store.NO));
        }
        document.add(new IntPoint(IndexFields.YEAR_NUMBER, year(article.year())));
        IndexFields.OF_ARTICLES.forEach(facet -> facet(document, facet, value(facet, article)));
        return document;
    }

    static Document of(PublicationDocument publication) {
        Document document = new Document();
        document.add(new StringField(IndexFields.ID, publication.id(), Field.Store.YES));
        document.add(new NumericDocValuesField(
                IndexFields.TIE,
                UUID.nameUUIDFromBytes(publication.id().getBytes(StandardCharsets.UTF_8))
                        .getMostSignificantBits()));
        text(document, IndexFields.TITLE, publication.title(), WORDS);
        text(document, IndexFields.ABSTRACT, publication.abstractText(), WORDS);
        for (String author : publication.authors()) {
            text(document, IndexFields.AUTHOR, author, PHRASES);
            if (!Orcid.is(author)) {
                document.add(new StoredField(IndexFields.AUTHOR_NAME, author));
            }
        }
        if (publication.title() != null) {
            document.add(new StoredField(IndexFields.TITLE + ".stored", publication.title()));
        }
        text(document, IndexFields.JOURNAL_WORDS, publication.journal(), PHRASES);
        if (publication.doi() != null) {
            document.add(new StringField(IndexFields.DOI, lower(publication.doi()), Field.Store.YES));
        }
        publication.otherIds().forEach(id -> document.add(new StringField(IndexFields.DOI, lower(id), Field.Store.NO)));
        publication.orcids().forEach(orcid -> document.add(new StringField(IndexFields.ORCID, orcid, Field.Store.NO)));
        document.add(new StringField(IndexFields.NUMBER, Long.toString(Slug.number(publication.id())), Field.Store.NO));
        document.add(new IntPoint(IndexFields.YEAR_NUMBER, year(publication.year())));
        dated(document, publication.published());
        term(
                document,
                Facet.YEAR,
                publication.year() == null ? null : publication.year().toString());
        term(document, Facet.PUBLICATION_TYPE, publication.publicationType());
        term(document, Facet.JOURNAL, publication.journal());
        publication.entities().forEach(entity -> entity(document, entity));
        document.add(new NumericDocValuesField(IndexFields.STATEMENTS, publication.statements()));
        document.add(new NumericDocValuesField(IndexFields.KEY, publication.key()));
        return document;
    }

    private static void entity(Document document, Entity entity) {
        document.add(new SortedSetDocValuesField(
                IndexFields.entity(entity.kind(), entity.id() != null), EntityTerm.of(entity)));
        if (entity.kind() == Entity.EntityKind.AFFILIATION || entity.kind() == Entity.EntityKind.FUNDER) {
            document.add(new StringField(IndexFields.entityIs(entity.kind()), cut(entity.key()), Field.Store.NO));
            text(document, IndexFields.entityWords(entity.kind()), entity.name(), PHRASES);
            text(document, IndexFields.entityWords(entity.kind()), entity.id(), PHRASES);
        }
    }

    /** Null if nothing is known. */
    private static String value(Facet facet, ArticleDocument article) {
        return switch (facet) {
            case YEAR -> article.year() == null ? null : article.year().toString();
            case PUBLICATION_TYPE -> article.publicationType();
            case JOURNAL -> article.journal();
            case LICENCE -> article.licence();
            case SECTION, TYPE, INTENT, RELATIONSHIP, POSITION, AUTHOR, NOTICE ->
                throw new IllegalArgumentException("no search counts articles by " + facet);
        };
    }

    private static void text(Document document, String field, String text, FieldType type) {
        if (text != null && !text.isBlank()) {
            document.add(new Field(field, text, type));
        }
    }

    private static void dated(Document document, String published) {
        int day = PartialDate.lastDayNumber(published);
        document.add(new NumericDocValuesField(IndexFields.DAY, day));
        document.add(new NumericDocValuesField(IndexFields.UNDATED, day == 0 ? 1 : 0));
    }

    /** Year 0 means unknown, which is outside every requested range. */
    private static int year(Integer known) {
        return known == null ? 0 : known;
    }

    private static void facet(Document document, Facet facet, String value) {
        String known = term(document, facet, value);
        if (!CodedFacets.holds(facet)) {
            document.add(new SortedDocValuesField(facet.parameter(), new BytesRef(known)));
        }
    }

    private static String term(Document document, Facet facet, String value) {
        String known = value == null || value.isBlank() ? Facet.UNKNOWN : cut(value);
        document.add(new StringField(IndexFields.filter(facet), known, Field.Store.NO));
        return known;
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
