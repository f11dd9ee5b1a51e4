package org.citestream.query.project.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citestream.query.project.event.AliasFound;
import org.citestream.query.project.event.ArticleClosed;
import org.citestream.query.project.event.ArticleWithdrawn;
import org.citestream.query.project.event.ReferencesListed;
import org.citestream.query.project.event.StatedRelationship;
import org.citestream.query.project.event.StatementClassified;
import org.citestream.query.project.event.StatementCorrected;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Intent;
import org.citestream.query.vocabulary.Position;
import org.citestream.query.vocabulary.Section;

/** Facts for tests, with what does not matter filled in. */
public final class Facts {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Facts() {}

    public static UUID id(String citing, String key) {
        return UUID.nameUUIDFromBytes((citing + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    public static StatementClassified statement(
            String citing, long revision, String key, String cited, CitationType type) {
        return new StatementClassified(
                id(citing, key),
                citing,
                revision,
                key,
                cited,
                "As \"shown\" before \\ [" + key + "].",
                "Before.",
                null,
                List.of(List.of(1, 4)),
                1,
                1,
                false,
                Position.BODY,
                List.of("Results", "With \"quotes\", commas {and} \\"),
                null,
                0,
                false,
                "en",
                StatedRelationship.UNKNOWN,
                "1",
                type,
                new StatementClassified.Scores(0.5f, 0.25f, 0.25f),
                0.5f,
                0.4f,
                Intent.UNKNOWN,
                null,
                null,
                Section.RESULTS,
                JsonNodeFactory.instance.arrayNode(),
                new StatementClassified.ModelNamed("cues", "1", "sha256:00", null),
                null,
                NOON);
    }

    public static ReferencesListed references(String citing, long revision, List<ReferencesListed.Reference> list) {
        return new ReferencesListed(citing, revision, 0, list);
    }

    public static ReferencesListed.Reference reference(String key, String cited) {
        return new ReferencesListed.Reference(
                key,
                key,
                cited,
                "A title",
                2001,
                "Raw",
                new ReferencesListed.ReferenceMatch("doi", 1f),
                StatedRelationship.UNKNOWN,
                true);
    }

    public static ArticleClosed closed(String citing, long revision, int statements, int references) {
        return new ArticleClosed(
                citing, revision, statements, references, references, 0, "sha256:11", "1", "jats", NOON);
    }

    public static ArticleWithdrawn withdrawn(String citing, long revision) {
        return new ArticleWithdrawn(citing, revision, "a test", null, NOON);
    }

    public static AliasFound alias(String from, String to) {
        return new AliasFound(from, to, "title", 0.9f, NOON);
    }

    public static StatementCorrected corrected(String correction, UUID statement, CitationType to, Instant at) {
        return new StatementCorrected(
                correction,
                statement,
                null,
                CitationType.MENTIONING,
                to,
                "ada",
                "read it",
                "accepted",
                at,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
