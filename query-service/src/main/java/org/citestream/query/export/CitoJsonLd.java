package org.citestream.query.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citestream.query.report.ShownStatement;

/** CiTO as JSON-LD 1.1: the same graph as {@link CitoTurtle} writes, one node per line. */
record CitoJsonLd(Writer out, ObjectMapper json, ExportManifest standing, String publicUrl) implements FormatWriter {

    private static final String CONTEXT = """
            {"@context":{
              "cito":"http://purl.org/spar/cito/","dcterms":"http://purl.org/dc/terms/",
              "prov":"http://www.w3.org/ns/prov#","schema":"https://schema.org/",
              "xsd":"http://www.w3.org/2001/XMLSchema#"},
            "@graph":[
            """;

    @Override
    public void begin() throws IOException {
        out.write(CONTEXT);
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@id", publicUrl + "/api/v1/exports/statements");
        dataset.put("@type", "schema:Dataset");
        dataset.put("schema:dateModified", time(standing.at()));
        dataset.put("schema:version", Long.toString(standing.sequence()));
        dataset.put(
                "prov:wasDerivedFrom",
                standing.models().stream()
                        .map(model -> Map.of(
                                "@type",
                                "schema:SoftwareApplication",
                                "schema:name",
                                model.name(),
                                "schema:softwareVersion",
                                model.version()))
                        .toList());
        dataset.put("schema:description", standing.line());
        out.write(json.writeValueAsString(dataset));
    }

    @Override
    public void write(ExportRow row) throws IOException {
        ShownStatement statement = row.statement();
        String property = "cito:" + Cito.property(statement);
        Map<String, Object> citing = id(Cito.iri(statement.citing(), publicUrl));
        Map<String, Object> cited = id(Cito.iri(statement.cited(), publicUrl));
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", Cito.statement(statement, publicUrl));
        node.put("@type", "cito:Citation");
        node.put("cito:hasCitingEntity", citing);
        node.put("cito:hasCitedEntity", cited);
        node.put("cito:hasCitationCharacterization", id(property));
        node.put("schema:text", statement.text());
        if (statement.section() != null) {
            node.put("schema:articleSection", statement.section());
        }
        if (row.licence() != null) {
            node.put("dcterms:license", Cito.isIri(row.licence()) ? id(row.licence()) : row.licence());
        }
        if (statement.model() != null) {
            Map<String, Object> decision = new LinkedHashMap<>();
            decision.put("schema:name", statement.model().name());
            decision.put("schema:softwareVersion", statement.model().version());
            decision.put("prov:endedAtTime", time(statement.classifiedAt()));
            node.put("prov:wasGeneratedBy", decision);
        }
        citing.put(property, cited);
        out.write(",\n");
        out.write(json.writeValueAsString(node));
    }

    @Override
    public void end(long statements) throws IOException {
        out.write("\n]}\n");
    }

    private static Map<String, Object> id(String iri) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", iri);
        return node;
    }

    private static Object time(String instant) {
        return Map.of("@value", instant, "@type", "xsd:dateTime");
    }
}
