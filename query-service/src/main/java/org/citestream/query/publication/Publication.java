package org.citestream.query.publication;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A publication as the view knows it; read only. Descriptive fields are merged over its sources and complete only where {@code root} equals {@code key}. */
@Entity
@Immutable
@Table(schema = "active", name = "publication")
public class Publication extends PanacheEntityBase {

    @Id
    public Long key;

    public String id;

    /** Key of the work it is known as: its own, or where its aliases lead. */
    public long root;

    /** Best source that describes it: 1 full text, 2 registry, 3 reference, 0 none. */
    public short source;

    public String doi;

    public String pmid;

    public String pmcid;

    public String arxiv;

    public String title;

    @Column(name = "abstract")
    public String abstractText;

    /** Array of {@code {family, given, orcid, affiliation, collective}}, or null. */
    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode authors;

    @Column(name = "authors_truncated")
    public boolean authorsTruncated;

    /** "Given Family", or the collective. */
    @Column(name = "author_names")
    public String[] authorNames;

    @Column(name = "author_families")
    public String[] authorFamilies;

    public String journal;

    @Column(name = "journal_abbreviation")
    public String journalAbbreviation;

    public String[] issns;

    public String publisher;

    /** 2021, 2021-03 or 2021-03-05. */
    public String published;

    public Integer year;

    public String volume;

    public String issue;

    @Column(name = "first_page")
    public String firstPage;

    @Column(name = "last_page")
    public String lastPage;

    @Column(name = "article_type")
    public String articleType;

    @Column(name = "publication_type")
    public String publicationType;

    public String[] subjects;

    public String[] keywords;

    /** Array of {@code {funder, award}}, or null. */
    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode funding;

    public String licence;

    public String language;

    @Column(name = "full_text_url")
    public String fullTextUrl;

    /** Array of {@code {kind, id}}, or null. */
    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode links;

    /** The work known under this id, after aliases; empty when no fact names it. */
    public static Optional<Publication> findRoot(String id) {
        return find("key = (select p.root from Publication p where p.id = ?1)", id)
                .firstResultOptional();
    }
}
