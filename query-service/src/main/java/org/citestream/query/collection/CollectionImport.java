package org.citestream.query.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.citestream.query.check.CheckedReference;
import org.citestream.query.check.CheckedReference.CandidateWork;
import org.citestream.query.check.GivenReference;
import org.citestream.query.check.ListFormat;
import org.citestream.query.check.ReferenceChecker;
import org.citestream.query.check.ReferenceList;
import org.citestream.query.check.ReferenceLists;
import org.citestream.query.collection.WorkCollections.AddedWorks;
import org.citestream.query.collection.WorkCollections.WorkToAdd;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;

/**
 * Adds the works of a list in any {@link ListFormat}: by their ids, else by their titles, as a reference check finds them. An id
 * that the index does not know is kept, because the work may become known; a title that it does not know is reported.
 * Thread-safe.
 */
@Singleton
public record CollectionImport(
        ReferenceLists lists,
        ReferenceChecker checker,
        Snapshot snapshot,
        PublicationReader publications,
        WorkCollections collections) {

    /**
     * What became of a list.
     *
     * @param format how it was read
     * @param added works that are new in the collection
     * @param already works that it had before, or that the list names twice
     * @param unknown ids that were added though the index does not know them yet
     * @param notFound what could not be added
     */
    public record ImportReport(
            ListFormat format,
            int references,
            int added,
            int already,
            List<String> unknown,
            List<UnfoundReference> notFound) {

        public ImportReport {
            unknown = List.copyOf(unknown);
            notFound = List.copyOf(notFound);
        }
    }

    /**
     * A reference without an id whose title the index does not know.
     *
     * @param number place in the list, from 1
     * @param given as the list has it
     * @param candidates works with the most similar titles
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnfoundReference(int number, String given, List<CandidateWork> candidates) {}

    /**
     * Reads the list, finds its works and adds them.
     *
     * @param format what the list is; by what it looks like if empty
     * @throws org.citestream.query.problem.ProblemException 415 and 422 as for a reference check, 422 if the collection would
     *     become too large
     */
    public ImportReport add(UUID collection, byte[] body, Optional<ListFormat> format) {
        ReferenceList list = lists.read(body, format);
        List<GivenReference> references = list.references();
        Map<String, ShownPublication> held =
                read(references.stream().flatMap(one -> one.ids().stream()).collect(Collectors.toSet()));
        List<Integer> sought = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            GivenReference reference = references.get(i);
            if (heldId(reference, held).isEmpty() && !reference.isIdAlone()) {
                sought.add(i);
            }
        }
        Map<Integer, CheckedReference> found = sought(list, sought);
        List<WorkToAdd> works = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<UnfoundReference> notFound = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            GivenReference reference = references.get(i);
            Optional<String> id = heldId(reference, held);
            CheckedReference checked = found.get(i);
            if (id.isPresent()) {
                works.add(new WorkToAdd(held.get(id.get()).id(), reference.title()));
            } else if (checked != null && checked.isFound()) {
                works.add(new WorkToAdd(checked.work().id(), reference.title()));
            } else if (!reference.ids().isEmpty()) {
                works.add(new WorkToAdd(reference.ids().get(0), reference.title()));
                unknown.add(reference.ids().get(0));
            } else {
                notFound.add(new UnfoundReference(
                        i + 1, reference.inOneLine(), checked == null ? List.of() : checked.candidates()));
            }
        }
        AddedWorks done = collections.add(collection, works);
        return new ImportReport(
                list.format(),
                references.size(),
                done.added(),
                works.size() - done.added(),
                unknown.stream().distinct().toList(),
                notFound);
    }

    /** The first id that the index knows. */
    private static Optional<String> heldId(GivenReference reference, Map<String, ShownPublication> held) {
        return reference.ids().stream().filter(held::containsKey).findFirst();
    }

    /** By the titles of those references, found or not. */
    private Map<Integer, CheckedReference> sought(ReferenceList list, List<Integer> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        List<CheckedReference> checked = checker.check(new ReferenceList(
                        list.format(),
                        places.stream().map(list.references()::get).toList(),
                        List.of()))
                .checked();
        Map<Integer, CheckedReference> found = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            found.put(places.get(i), checked.get(i));
        }
        return found;
    }

    private Map<String, ShownPublication> read(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : snapshot.once(connection -> publications.readBriefByIds(connection, ids));
    }
}
