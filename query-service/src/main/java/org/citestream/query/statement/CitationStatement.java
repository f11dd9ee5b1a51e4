package org.citestream.query.statement;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One (sentence, cited publication) pair as the view has it; read only. {@code citing}, {@code cited} and {@code citedAs} are keys of publications. */
@Entity
@Immutable
@Table(schema = "active", name = "statement")
public class CitationStatement extends PanacheEntityBase {

    @Id
    public UUID id;

    public long citing;

    /** Root of {@code citedAs}. */
    public long cited;

    @Column(name = "cited_as")
    public long citedAs;

    public long revision;

    public int ordinal;

    public int model;

    public float confidence;

    public float threshold;

    @Column(name = "intent_confidence")
    public Float intentConfidence;

    public short mentions;

    @Column(name = "group_size")
    public short groupSize;

    public short partition;

    /** The correction in force, else {@code machineType}. */
    public CitationType type;

    @Column(name = "machine_type")
    public CitationType machineType;

    public Section section;

    public Position position;

    public Relationship relationship;

    public Intent intent;

    public boolean implied;

    public boolean truncated;

    @Column(name = "classified_at")
    public Instant classifiedAt;

    @Column(name = "inserted_at")
    public Instant insertedAt;

    @Column(name = "reference_key")
    public String referenceKey;

    public String text;

    public String before;

    public String after;

    /** Start, end, start, end … in UTF-16 code units of {@code text}. */
    public int[] markers;

    @Column(name = "heading_path")
    public String[] headingPath;

    @Column(name = "sec_type")
    public String secType;

    /** Of supporting, mentioning, contrasting. */
    public float[] scores;

    /** Of background, method, result; or null. */
    @Column(name = "intent_scores")
    public float[] intentScores;

    @Column(name = "shared_authors")
    public String[] sharedAuthors;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode evidence;

    public String failure;

    public String language;

    public String extractor;
}
