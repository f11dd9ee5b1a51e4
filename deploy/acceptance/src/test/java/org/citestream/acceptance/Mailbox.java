package org.citestream.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A mail server that the lines of these tests send to; one for all, as mails are told apart by their addresses. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final GreenMail SERVER = started();

    private Mailbox() {}

    /** What a service needs to send mails here. */
    static Map<String, String> settings() {
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(SERVER.getSmtp().getPort()),
                "quarkus.mailer.from", "citestream@example.org");
    }

    /** The text of the n-th mail to an address, from 0; waits for it. */
    static String text(String address, int nth) {
        return Awaitility.await("mail %d to %s".formatted(nth, address))
                .atMost(PATIENCE)
                .until(
                        () -> Arrays.stream(SERVER.getReceivedMessagesForDomain(address))
                                .skip(nth)
                                .findFirst()
                                .map(mail -> GreenMailUtil.getBody(mail)
                                        .replace("=\r\n", "")
                                        .replace("=3D", "="))
                                .orElse(""),
                        text -> !text.isEmpty());
    }

    /** The path of a link in a text: from the first of its words to the end of the address. */
    static String link(String text, String path) {
        Matcher link = Pattern.compile(Pattern.quote(path) + "[^\\s\"<>&]*").matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link to " + path + " in: " + text);
        }
        return link.group();
    }

    private static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
