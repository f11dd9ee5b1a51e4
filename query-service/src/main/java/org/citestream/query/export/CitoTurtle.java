package org.citestream.query.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.report.ShownStatement;

/** CiTO as Turtle: a {@code cito:Citation} for each statement, and the plain triple between the two works. */
record CitoTurtle(Writer out, ExportManifest standing, String publicUrl) implements FormatWriter {

    private static final String PREFIXES = """
            @prefix cito: <http://purl.org/spar/cito/> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix schema: <https://schema.org/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            """;

    @Override
    public void begin() throws IOException {
        out.write("# " + standing.line().replaceAll("[\\r\\n]", " ") + "\n" + PREFIXES);
        out.write("<" + publicUrl + "/api/v1/exports/statements> a schema:Dataset ;\n");
        out.write("  schema:dateModified " + literal(standing.at()) + "^^xsd:dateTime ;\n");
        out.write("  schema:version " + literal(Long.toString(standing.sequence())) + " ;\n");
        for (ExportManifest.ExportedModel model : standing.models()) {
            out.write("  prov:wasDerivedFrom [ a schema:SoftwareApplication ; schema:name " + literal(model.name())
                    + " ; schema:softwareVersion " + literal(model.version()) + " ] ;\n");
        }
        out.write("  schema:description " + literal(standing.line()) + " .\n\n");
    }

    @Override
    public void write(ExportRow row) throws IOException {
        ShownStatement statement = row.statement();
        String citing = "<" + Cito.iri(statement.citing(), publicUrl) + ">";
        String cited = "<" + Cito.iri(statement.cited(), publicUrl) + ">";
        String property = "cito:" + Cito.property(statement);
        List<String> facts = new ArrayList<>();
        facts.add("a cito:Citation");
        facts.add("cito:hasCitingEntity " + citing);
        facts.add("cito:hasCitedEntity " + cited);
        facts.add("cito:hasCitationCharacterization " + property);
        facts.add("schema:text " + literal(statement.text()));
        if (statement.section() != null) {
            facts.add("schema:articleSection " + literal(statement.section()));
        }
        if (row.licence() != null) {
            facts.add("dcterms:license "
                    + (Cito.isIri(row.licence()) ? "<" + row.licence() + ">" : literal(row.licence())));
        }
        if (statement.model() != null) {
            facts.add("prov:wasGeneratedBy [ schema:name "
                    + literal(statement.model().name())
                    + " ; schema:softwareVersion " + literal(statement.model().version())
                    + " ; prov:endedAtTime " + literal(statement.classifiedAt()) + "^^xsd:dateTime ]");
        }
        out.write("<" + Cito.statement(statement, publicUrl) + "> " + String.join(" ;\n  ", facts) + " .\n");
        out.write(citing + " " + property + " " + cited + " .\n\n");
    }

    @Override
    public void end(long statements) throws IOException {
        out.write("# end: " + statements + " statements\n");
    }

    /** A string as Turtle 1.1 quotes it (grammar rule STRING_LITERAL_QUOTE). */
    static String literal(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u%04X".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
