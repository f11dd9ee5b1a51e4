package org.citestream.query.check;

/** A list is not what its format says: what is wrong, and the line where it is known. */
final class UnreadableListException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /** @param line from 1; 0 if unknown */
    UnreadableListException(String whatIsWrong, int line) {
        super(whatIsWrong);
        this.line = line;
    }

    static UnreadableListException tooLong(int references, int most) {
        return new UnreadableListException(
                "it has %d references; at most %d are checked at once, so send it in parts".formatted(references, most),
                0);
    }

    int line() {
        return line;
    }
}
