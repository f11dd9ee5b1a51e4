package org.citestream.query.dialect.semanticscholar;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.publication.WrittenId;

/** Papers as clients name them: by our CURIE, DOI, PMID and so on, by {@code CorpusId:…}, or by {@code URL:…}. Thread-safe. */
@Singleton
record WrittenPapers(GraphReader graph) {

    private static final Pattern CORPUS_ID = Pattern.compile("CorpusId:([0-9]{1,16})", Pattern.CASE_INSENSITIVE);

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:URL:)?https?://(?:www\\.)?(?:arxiv\\.org/(?:abs|pdf)/(?<arxiv>[^?#]+?)(?:\\.pdf)?"
                    + "|(?:dl\\.acm\\.org/doi/(?:abs/|pdf/)?|biorxiv\\.org/content/)(?<doi>10\\.[^?#]+?)(?:v\\d+)?)(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);

    /** What one names; empty if it is no id. */
    Optional<String> curie(String written) {
        return curies(List.of(written)).get(0);
    }

    /** What each names; the numbers among them are looked up together. */
    List<Optional<String>> curies(List<String> written) {
        Map<String, Long> numbers = new HashMap<>();
        for (String one : written) {
            Matcher number = CORPUS_ID.matcher(one);
            if (number.matches()) {
                numbers.put(one, Long.valueOf(number.group(1)));
            }
        }
        Map<Long, String> numbered = graph.byCorpusId(numbers.values());
        return written.stream()
                .map(one -> numbers.containsKey(one)
                        ? Optional.ofNullable(numbered.get(numbers.get(one)))
                        : addressed(one).or(() -> WrittenId.toCurie(one.startsWith("URL:") ? one.substring(4) : one)))
                .toList();
    }

    private static Optional<String> addressed(String written) {
        Matcher address = ADDRESS.matcher(written.strip());
        if (!address.matches()) {
            return Optional.empty();
        }
        return address.group("arxiv") != null
                ? WrittenId.toCurie("arxiv:" + address.group("arxiv"))
                : WrittenId.toCurie(address.group("doi"));
    }
}
