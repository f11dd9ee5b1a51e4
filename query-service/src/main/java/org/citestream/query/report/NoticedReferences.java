package org.citestream.query.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownPublication;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The cited publications of a work that have editorial notices, issued before or after it cited them.
 *
 * @param total distinct publications
 * @param warnings how many of them must not be relied upon: retracted, withdrawn, or under an expression of concern
 * @param kinds how many of them have a notice of each kind
 * @param works the first of them in the order of the reference list
 */
public record NoticedReferences(long total, long warnings, Map<String, Long> kinds, List<NoticedWork> works) {

    public NoticedReferences {
        works = List.copyOf(works);
    }

    /**
     * A cited publication with notices.
     *
     * @param notices with whether the citing publication came before or after
     * @param statements how many sentences cite it
     * @param admitting how many of these acknowledge a notice
     */
    @Schema(name = "Work")
    public record NoticedWork(ShownPublication cited, List<CitedNotice> notices, long statements, long admitting) {

        public NoticedWork {
            notices = List.copyOf(notices);
        }

        /** Whether it must not be relied upon. */
        @JsonIgnore
        public boolean warns() {
            return notices.stream().anyMatch(CitedNotice::warns);
        }
    }
}
