package org.citestream.query.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISReference;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXParser;
import org.jbibtex.ParseException;

/** Exports read back by libraries that did not write them. */
public final class ExportParsers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ExportParsers() {}

    public static List<CSVRecord> csv(String text) {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonNode> jsonLines(String text) {
        return text.lines().map(ExportParsers::json).toList();
    }

    public static List<RISReference> ris(String text) {
        try {
            return new RISParser().parse(new StringReader(text)).getReferences();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BibTeXDatabase bibTeX(String text) {
        try {
            return new BibTeXParser().parse(new StringReader(text));
        } catch (ParseException e) {
            throw new AssertionError(text, e);
        }
    }

    public static Model rdf(String text, Lang language) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(text), "http://base.test/", language);
        return model;
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
