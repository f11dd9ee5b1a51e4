package org.citestream.query.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.citestream.query.mail.MailAddress;
import org.citestream.query.mail.SignUpLimits;
import org.citestream.query.mail.SignedLinks;
import org.citestream.query.mail.SignedLinks.Purpose;
import org.citestream.query.problem.BadParameterException;

/** Creates alerts: by mail with double opt-in, or as a webhook for a caller that may write. Thread-safe. */
@ApplicationScoped
public class SignUps {

    private static final int SECRET_BYTES = 32;

    private final EntityManager database;
    private final SignUpLimits limits;
    private final AlertSettings settings;
    private final AlertLoops loops;
    private final SignedLinks links;
    private final FollowedCollections collections;
    private final SecureRandom random = new SecureRandom();

    SignUps(
            EntityManager database,
            SignUpLimits limits,
            AlertSettings settings,
            AlertLoops loops,
            SignedLinks links,
            FollowedCollections collections) {
        this.database = database;
        this.limits = limits;
        this.settings = settings;
        this.loops = loops;
        this.links = links;
        this.collections = collections;
    }

    /**
     * What is followed, by its own id: a collection may be named by the token of its link.
     *
     * @throws org.citestream.query.problem.ProblemException 404 if it is a collection that the caller may not read
     */
    @Transactional
    public AlertCriteria followed(AlertCriteria wish) {
        return wish.follows() == FollowedSubject.COLLECTION
                ? new AlertCriteria(
                        wish.follows(),
                        collections.readable(wish.target()),
                        wish.condition(),
                        wish.causes(),
                        wish.frequency())
                : wish;
    }

    /**
     * Records the request and queues a confirmation mail; reveals nothing about alerts the address already has.
     *
     * @param client network address of the requester, for the limits
     * @throws TooManySignUpsException if a limit is reached
     */
    @Transactional
    public void byMail(AlertCriteria asked, MailAddress address, String client) {
        AlertCriteria wish = followed(asked);
        limits.count(address, client);
        Subscriber subscriber = Subscriber.of(address);
        Optional<Alert> same = Alert.same(subscriber, wish);
        if (same.isEmpty() && Alert.count("subscriber", subscriber) >= settings.perAddress()) {
            throw new BadParameterException(
                    "email",
                    "this address has %d alerts, and no more are allowed; end some first"
                            .formatted(settings.perAddress()));
        }
        Alert alert = same.orElseGet(() -> {
            Alert made = Alert.of(wish);
            made.subscriber = subscriber;
            made.persist();
            return made;
        });
        if (alert.state.equals(Alert.UNCONFIRMED)) {
            alert.createdAt = Instant.now();
            alert.dueAt = Instant.now();
        }
        loops.wake();
    }

    /** Puts the alert in force that the link confirms; empty if the alert no longer exists, or the link is not valid. */
    @Transactional
    public Optional<Alert> confirm(String token) {
        Optional<Alert> alert = links.about(Purpose.CONFIRM, token).flatMap(id -> Alert.findByIdOptional(id));
        alert.ifPresent(unconfirmed -> {
            unconfirmed.confirm(lastSequence());
            unconfirmed.dueAt = null;
        });
        return alert;
    }

    /** Creates a webhook, in force at once. */
    @Transactional
    public Alert byWebhook(AlertCriteria wish, URI receiver) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Alert alert = Alert.of(followed(wish));
        alert.url = receiver.toString();
        alert.webhookSecret = "whsec_" + Base64.getEncoder().encodeToString(secret);
        alert.confirm(lastSequence());
        alert.persist();
        return alert;
    }

    private long lastSequence() {
        return ((Number) database.createNativeQuery("SELECT last_sequence FROM app.relay")
                        .getSingleResult())
                .longValue();
    }
}
