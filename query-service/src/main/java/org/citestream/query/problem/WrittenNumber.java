package org.citestream.query.problem;

/** A number as an address says it, and the parameter that it is the value of. */
public record WrittenNumber(String parameter, String text) {

    /**
     * The number.
     *
     * @throws BadParameterException if it is none, or not one from {@code least} to {@code most}
     */
    public int between(int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BadParameterException(parameter, "'%s' is not a number from %d to %d".formatted(text, least, most));
    }
}
