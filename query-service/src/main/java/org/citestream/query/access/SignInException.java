package org.citestream.query.access;

/** What came back from an issuer signs nobody in; the message is for who tried. */
final class SignInException extends Exception {

    private static final long serialVersionUID = 1L;

    SignInException(String message) {
        super(message);
    }

    SignInException(String message, Throwable cause) {
        super(message, cause);
    }
}
