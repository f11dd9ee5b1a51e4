package org.citestream.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is sent, and which faults come when, as a seed says. The same seed makes the same plan; where within its work a
 * process is hit is the machine's.
 *
 * @param uploads in the order of one client
 * @param faults in the order of their beginnings
 */
record FaultSchedule(long seed, List<Upload> uploads, List<TimedFault> faults) {

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int FEWEST_ARTICLES = 7;
    private static final int MORE_ARTICLES = 6;
    private static final int MOST_SUSPENDED = 3_000;
    private static final int MOST_DEAD = 600;

    FaultSchedule {
        uploads = List.copyOf(uploads);
        faults = List.copyOf(faults);
    }

    /**
     * An article, and what is done with it.
     *
     * @param halves how often only a part of it is sent before, behind which the connection ends
     * @param doubled whether it is sent twice at the same time
     * @param withdrawn whether it is taken back once it is in
     * @param again whether it is sent once more after that
     */
    record Upload(Sample sample, int halves, boolean doubled, boolean withdrawn, boolean again) {}

    /**
     * A fault.
     *
     * @param after begins when so many uploads are done
     * @param millis lasts so long before it is ended
     */
    record TimedFault(Fault fault, int after, int millis) {}

    /** @param samples of a world that nothing else uses */
    static FaultSchedule of(long seed, List<Sample> samples) {
        Random random = new Random(seed);
        List<Sample> some = new ArrayList<>(samples);
        java.util.Collections.shuffle(some, random);
        List<Upload> uploads = new ArrayList<>();
        for (Sample sample : some.subList(0, FEWEST_ARTICLES + random.nextInt(MORE_ARTICLES))) {
            boolean withdrawn = random.nextInt(6) == 0;
            uploads.add(new Upload(
                    sample,
                    random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0,
                    random.nextInt(4) == 0,
                    withdrawn,
                    withdrawn && random.nextBoolean()));
        }
        List<TimedFault> faults = new ArrayList<>();
        // Each seed begins with another, so that ten seeds in a row have all; a process that starts again takes
        // longest.
        Fault first = FAULTS.get(Math.floorMod(seed, FAULTS.size()));
        faults.add(timed(first, uploads.size(), random));
        int more = 1 + random.nextInt(2);
        while (faults.size() <= more) {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            if (!fault.isDeadly() || random.nextInt(3) == 0) {
                faults.add(timed(fault, uploads.size(), random));
            }
        }
        faults.sort(java.util.Comparator.comparingInt(TimedFault::after));
        return new FaultSchedule(seed, uploads, faults);
    }

    private static TimedFault timed(Fault fault, int uploads, Random random) {
        return new TimedFault(
                fault, random.nextInt(uploads), random.nextInt(fault.isDeadly() ? MOST_DEAD : MOST_SUSPENDED));
    }
}
