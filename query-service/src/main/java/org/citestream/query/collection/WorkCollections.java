package org.citestream.query.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;

/** Reads and changes collections; who may do so was decided before. Every change goes to the topic. Thread-safe. */
@ApplicationScoped
public class WorkCollections {

    private final CollectionSettings settings;
    private final CollectionTexts texts;
    private final CollectionLog log;

    WorkCollections(CollectionSettings settings, CollectionLog log) {
        this.settings = settings;
        this.texts = new CollectionTexts(settings);
        this.log = log;
    }

    /**
     * What is said of a collection; null leaves a part as it is.
     *
     * @param open whether everybody may read it
     */
    public record CollectionEdit(String name, String description, Boolean open) {}

    /**
     * A work to add.
     *
     * @param work CURIE
     * @param title as the list gave it, or null
     */
    public record WorkToAdd(String work, String title) {}

    /** How many works were added, and how many the collection had already. */
    public record AddedWorks(int added, int already) {}

    /**
     * A new collection.
     *
     * @throws BadParameterException if the name is missing, or a text is too long
     */
    @Transactional
    public WorkCollection create(CollectionEdit edit, String owner) {
        if (WorkCollection.count("owner = ?1 and removed = false", owner) >= settings.perOwner()) {
            throw CollectionProblems.tooMany(
                    "%s has %d collections, and no more are allowed (citestream.collections.per-owner); delete some first"
                            .formatted(owner, settings.perOwner()));
        }
        WorkCollection made = WorkCollection.of(owner);
        made.name = texts.name(edit.name());
        made.description = texts.note("description", edit.description());
        made.open = Boolean.TRUE.equals(edit.open());
        made.persist();
        log.wake();
        return made;
    }

    @Transactional
    public Optional<WorkCollection> find(UUID id) {
        return WorkCollection.find("id = ?1 and removed = false", id).firstResultOptional();
    }

    @Transactional
    Optional<WorkCollection> findByReadLink(UUID link) {
        return WorkCollection.find("readLink = ?1 and removed = false", link).firstResultOptional();
    }

    @Transactional
    Optional<WorkCollection> findByEditLink(UUID link) {
        return WorkCollection.find("editLink = ?1 and removed = false", link).firstResultOptional();
    }

    /** Those that everybody may read, the last changed first. */
    @Transactional
    public List<WorkCollection> open() {
        return WorkCollection.list("removed = false and open = true order by changedAt desc, id");
    }

    /** The open ones and those of the owner, the last changed first. */
    @Transactional
    List<WorkCollection> listed(String owner) {
        return WorkCollection.list(
                "removed = false and (open = true or owner = ?1) order by changedAt desc, id", owner);
    }

    /** Those of the owner, the last changed first. */
    @Transactional
    public List<WorkCollection> ownedBy(String owner) {
        return WorkCollection.list("removed = false and owner = ?1 order by changedAt desc, id", owner);
    }

    /** All of them, the last changed first: for whoever operates the index. */
    @Transactional
    List<WorkCollection> all() {
        return WorkCollection.list("removed = false order by changedAt desc, id");
    }

    /** The works, the last added first. */
    @Transactional
    public List<CollectedWork> works(UUID collection) {
        return CollectedWork.list("collection = ?1 and removed = false order by addedAt desc, work", collection);
    }

    @Transactional
    public Optional<CollectedWork> work(UUID collection, String work) {
        return CollectedWork.<CollectedWork>findByIdOptional(CollectedWork.idOf(collection, work))
                .filter(known -> !known.removed);
    }

    /** How many works each of the collections has; absent for none. */
    @Transactional
    public Map<UUID, Long> sizes(Collection<UUID> collections) {
        Map<UUID, Long> sizes = new HashMap<>();
        CollectedWork.getEntityManager()
                .createQuery(
                        "select w.collection, count(w) from CollectedWork w where w.removed = false"
                                + " and w.collection in ?1 group by w.collection",
                        Object[].class)
                .setParameter(1, collections)
                .getResultList()
                .forEach(row -> sizes.put((UUID) row[0], (Long) row[1]));
        return sizes;
    }

    /** Changes what is said of a collection. */
    @Transactional
    public WorkCollection edit(UUID id, CollectionEdit edit) {
        return change(id, changed -> {
            if (edit.name() != null) {
                changed.name = texts.name(edit.name());
            }
            if (edit.description() != null) {
                changed.description = texts.note("description", edit.description());
            }
            if (edit.open() != null) {
                changed.open = edit.open();
            }
        });
    }

    /** Ends the links given so far, of readers or of editors, by making another. */
    @Transactional
    public WorkCollection renewLink(UUID id, boolean ofEditors) {
        return change(id, changed -> {
            if (ofEditors) {
                changed.editLink = UUID.randomUUID();
            } else {
                changed.readLink = UUID.randomUUID();
            }
        });
    }

    /** Adds works; those that are in it stay as they are. */
    @Transactional
    public AddedWorks add(UUID id, Collection<WorkToAdd> works) {
        WorkCollection collection = locked(id);
        Map<String, CollectedWork> known = new HashMap<>();
        CollectedWork.<CollectedWork>list("collection = ?1", id).forEach(work -> known.put(work.work, work));
        Map<String, WorkToAdd> wanted = new LinkedHashMap<>();
        works.forEach(work -> wanted.putIfAbsent(work.work(), work));
        long there = known.values().stream().filter(work -> !work.removed).count();
        int already = (int) wanted.keySet().stream()
                .filter(work -> known.containsKey(work) && !known.get(work).removed)
                .count();
        int added = wanted.size() - already;
        if (there + added > settings.works()) {
            throw CollectionProblems.tooMany(
                    "The collection would have %d works; %d are allowed (citestream.collections.works). Nothing was added"
                            .formatted(there + added, settings.works()));
        }
        for (WorkToAdd work : wanted.values()) {
            put(id, known.get(work.work()), work);
        }
        if (added > 0) {
            collection.changed();
            log.wake();
        }
        return new AddedWorks(added, already);
    }

    private static void put(UUID id, CollectedWork known, WorkToAdd work) {
        if (known == null) {
            CollectedWork made = CollectedWork.of(id, work.work());
            made.title = CollectionTexts.shortened(work.title());
            made.changed();
            made.persist();
        } else if (known.removed) {
            known.removed = false;
            known.addedAt = WorkCollection.now();
            known.changed();
        }
    }

    /**
     * Changes note and tags of a work; null leaves them as they are.
     *
     * @throws ProblemException 404 if the work is not in the collection
     */
    @Transactional
    public CollectedWork annotate(UUID id, String work, String note, List<String> tags) {
        WorkCollection collection = locked(id);
        CollectedWork known = work(id, work).orElseThrow(() -> missing(work));
        if (note != null) {
            known.note = texts.note("note", note);
        }
        if (tags != null) {
            known.tags = texts.tags(tags).toArray(String[]::new);
        }
        known.changed();
        collection.changed();
        log.wake();
        return known;
    }

    /**
     * Takes a work out, with its note and tags.
     *
     * @throws ProblemException 404 if the work is not in the collection
     */
    @Transactional
    public void remove(UUID id, String work) {
        WorkCollection collection = locked(id);
        CollectedWork known = work(id, work).orElseThrow(() -> missing(work));
        known.removed = true;
        known.note = "";
        known.tags = new String[0];
        known.changed();
        collection.changed();
        log.wake();
    }

    /** Deletes a collection with all that was written in it. */
    @Transactional
    public void delete(UUID id) {
        WorkCollection collection = locked(id);
        collection.removed = true;
        collection.changed();
        CollectedWork.update(
                "removed = true, published = false, revision = revision + 1 where collection = ?1 and removed = false",
                id);
        log.wake();
    }

    private WorkCollection change(UUID id, Consumer<WorkCollection> how) {
        WorkCollection changed = locked(id);
        how.accept(changed);
        changed.changed();
        log.wake();
        return changed;
    }

    /** One change at a time. */
    private static WorkCollection locked(UUID id) {
        return WorkCollection.<WorkCollection>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(known -> !known.removed)
                .orElseThrow(() -> ProblemException.notFound("The collection '%s' was deleted".formatted(id)));
    }

    private static ProblemException missing(String work) {
        return ProblemException.notFound("'%s' is not in this collection".formatted(work));
    }
}
