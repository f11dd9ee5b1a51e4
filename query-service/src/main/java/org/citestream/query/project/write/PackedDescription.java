package org.citestream.query.project.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.citestream.query.project.event.PublicationDescribed;

/**
 * A description as bytes: its JSON, deflated with a dictionary of frequent texts and its own id, which the reader
 * knows. Equal descriptions have equal bytes. Not thread-safe.
 */
final class PackedDescription {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Frequent texts come last, where references to them take fewer bits. Must never change, because rows were packed
     * with it.
     */
    private static final String FREQUENT =
            "\"subjects\":[\"keywords\":[\"funding\":[\"licence\":\"https://creativecommons.org/licenses/by/4.0/"
                    + "\"language\":\"en\",\"fullTextUrl\":\"https://\"links\":[\"affiliation\":\"University of \"orcid\":\"0000-000\"collective\":\""
                    + "\"publicationType\":\"article\",\"articleType\":\"research-article\",\"issns\":[\"\"journalAbbreviation\":\""
                    + "\"publisher\":\"Public Library of Science\"\"abstract\":\"\"source\":\"fulltext\"\"source\":\"registry\"Proceedings of the "
                    + "National Academy of Sciences Proc Natl Acad Sci U S A Nature Science Cell Journal of Biological Chemistry J Biol Chem "
                    + "PLoS One PLOS ONE Nucleic Acids Res Nature Genetics Genome Research BMC Bioinformatics Bioinformatics Biology Molecular "
                    + "of the and in for with from by on using between analysis of the human genome sequence gene expression protein cells in the "
                    + "identification of a mice during development regulation of the role of response to the structure "
                    + "\"issue\":\"\",\"firstPage\":\"\",\"lastPage\":\"\"volume\":\"\"ids\":{\"doi\":\"10.1371/journal.pone.00\",\"pmid\":\"1\",\"pmcid\":\"PMC"
                    + "\"},{\"family\":\"\",\"given\":\"J. M.\"},{\"family\":\"\"}],\"authorsTruncated\":false,\"authorsTruncated\":true,\"journal\":\""
                    + "\",\"published\":\"200\",\"volume\":\"1\",\"firstPage\":\"1\",\"lastPage\":\"1\"}"
                    + "\",\"source\":\"reference\",\"ids\":{},\"title\":\"\",\"authors\":[{\"family\":\"{\"id\":\"";

    private static final byte[] FREQUENT_BYTES = FREQUENT.getBytes(StandardCharsets.UTF_8);

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final Inflater inflater = new Inflater(true);
    private final byte[] chunk = new byte[4096];

    byte[] pack(PublicationDescribed description) {
        deflater.reset();
        deflater.setDictionary(dictionary(description.id()));
        deflater.setInput(json(description));
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(512);
        while (!deflater.finished()) {
            packed.write(chunk, 0, deflater.deflate(chunk));
        }
        return packed.toByteArray();
    }

    /** @param id id of the described publication */
    PublicationDescribed unpack(byte[] packed, String id) {
        inflater.reset();
        inflater.setDictionary(dictionary(id));
        inflater.setInput(packed);
        ByteArrayOutputStream json = new ByteArrayOutputStream(1024);
        try {
            while (!inflater.finished()) {
                int bytes = inflater.inflate(chunk);
                if (bytes == 0 && !inflater.finished()) {
                    throw new IllegalStateException("the description of " + id + " in the view is cut short");
                }
                json.write(chunk, 0, bytes);
            }
            return JSON.readValue(json.toByteArray(), PublicationDescribed.class);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("the description of " + id + " in the view is damaged", damaged);
        } catch (IOException ours) {
            throw new UncheckedIOException("the description of " + id + " in the view is not JSON", ours);
        }
    }

    private static byte[] dictionary(String id) {
        byte[] its = id.getBytes(StandardCharsets.UTF_8);
        byte[] dictionary = Arrays.copyOf(FREQUENT_BYTES, FREQUENT_BYTES.length + its.length);
        System.arraycopy(its, 0, dictionary, FREQUENT_BYTES.length, its.length);
        return dictionary;
    }

    private static byte[] json(PublicationDescribed description) {
        try {
            return JSON.writeValueAsBytes(description);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
