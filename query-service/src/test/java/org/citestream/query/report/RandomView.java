package org.citestream.query.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.vocabulary.Facet;

/** Works and statements about one of them, drawn by a seed, with every kind of unknown among them. */
record RandomView(Map<String, SampleWork> works, List<SampleStatement> statements) {

    private static final List<String> TYPES =
            List.of("supporting", "mentioning", "contrasting", "unclassified", "not-a-sentence");
    private static final List<String> SECTIONS =
            List.of("unknown", "introduction", "methods", "results", "discussion", "other");
    private static final List<String> RELATIONSHIPS = List.of("self", "independent", "unknown");
    private static final List<String> INTENTS = List.of("background", "method", "result", "unknown");
    private static final List<String> POSITIONS = List.of("body", "caption", "table", "unknown");
    private static final List<String> DATES = List.of("2019", "2020-02", "2020-11-30", "2021", "2022-07");
    private static final List<String> NOTICES = List.of("retraction", "erratum", "correction");

    static RandomView of(long seed, String prefix, String cited) {
        Random random = new Random(seed);
        Map<String, SampleWork> works = new HashMap<>();
        works.put(cited, SampleWork.of(cited, "The cited work", "2015"));
        List<SampleStatement> statements = new ArrayList<>();
        int citing = 5 + random.nextInt(25);
        for (int i = 0; i < citing; i++) {
            String id = prefix + i;
            works.put(id, work(random, id));
            int size = 1 + random.nextInt(random.nextInt(5) + 1);
            for (int nth = 0; nth < size; nth++) {
                statements.add(said(random, id, cited, nth));
            }
        }
        return new RandomView(works, statements);
    }

    private static SampleWork work(Random random, String id) {
        String date = random.nextInt(6) == 0 ? null : pick(random, DATES);
        SampleWork work = SampleWork.of(id, "Work " + id, date)
                .in(
                        random.nextInt(5) == 0 ? null : "Journal " + random.nextInt(4),
                        random.nextInt(5) == 0 ? null : "type " + random.nextInt(3));
        List<String> names = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            names.add("Author " + random.nextInt(8));
        }
        List<String> notices = random.nextInt(4) == 0 ? List.of(pick(random, NOTICES)) : List.of();
        return work.by(names.stream().distinct().toArray(String[]::new)).noticed(notices.toArray(String[]::new));
    }

    private static SampleStatement said(Random random, String citing, String cited, int nth) {
        String words = (random.nextBoolean() ? "alpha " : "") + (random.nextBoolean() ? "beta " : "") + "gamma";
        // Few confidences, so that ties occur.
        return SampleStatement.of(citing, cited, "We say " + words + " here.")
                .as(pick(random, TYPES), random.nextInt(4) / 4.0)
                .corrected(pick(random, TYPES))
                .in(pick(random, SECTIONS))
                .at(pick(random, POSITIONS))
                .related(pick(random, RELATIONSHIPS))
                .meant(pick(random, INTENTS))
                .nth(nth);
    }

    static <T> T pick(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The values of a facet that a statement has, computed the plain way. */
    List<String> values(Facet facet, SampleStatement said, boolean machine) {
        SampleWork citing = works.get(said.citing());
        return switch (facet) {
            case SECTION -> List.of(said.section());
            case TYPE -> List.of(machine ? said.machineType() : said.type());
            case YEAR ->
                List.of(citing.year() == null ? "unknown" : citing.year().toString());
            case PUBLICATION_TYPE -> List.of(citing.publicationType() == null ? "unknown" : citing.publicationType());
            case RELATIONSHIP -> List.of(said.relationship());
            case AUTHOR -> citing.authors().isEmpty() ? List.of("none") : citing.authors();
            case JOURNAL -> List.of(citing.journal() == null ? "unknown" : citing.journal());
            case POSITION -> List.of(said.position());
            case INTENT -> List.of(said.intent());
            case LICENCE -> throw new IllegalArgumentException("no report counts by licence");
            case NOTICE -> citing.notices().isEmpty() ? List.of("none") : citing.notices();
        };
    }
}
