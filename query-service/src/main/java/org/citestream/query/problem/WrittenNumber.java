package org.citestream.query.problem;

/** A number as written in a URL, and the name of its parameter. */
public record WrittenNumber(String parameter, String text) {

    /**
     * The number.
     *
     * @throws BadParameterException if it is not a number from {@code least} to {@code most}
     */
    public int between(int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below.
        }
        throw new BadParameterException(parameter, "'%s' is not a number from %d to %d".formatted(text, least, most));
    }
}
