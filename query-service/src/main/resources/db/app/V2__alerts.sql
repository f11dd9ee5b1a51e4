-- Who wants to hear of which changes, by mail or by webhook. Works and people outlive a rebuild of the view, so
-- targets are written as ids and names, never as keys of a generation.
CREATE TABLE app.alert_secret (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    secret bytea NOT NULL
);
INSERT INTO app.alert_secret (secret)
VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
COMMENT ON TABLE app.alert_secret IS 'Signs the links in mails, unless citestream.alerts.secret is set.';

CREATE TABLE app.subscriber (
    id         uuid PRIMARY KEY,
    address    text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE app.subscriber IS 'Mail addresses that alerts go to. Deleting one deletes all that is known of it.';

CREATE TABLE app.alert (
    id             uuid PRIMARY KEY,
    subscriber     uuid REFERENCES app.subscriber ON DELETE CASCADE,
    url            text,
    webhook_secret text,
    follows        text NOT NULL CHECK (follows IN ('work', 'author', 'journal', 'search')),
    target         text NOT NULL,
    condition      text NOT NULL DEFAULT '',
    causes         text NOT NULL,
    frequency      text NOT NULL CHECK (frequency IN ('at-once', 'daily', 'weekly')),
    state          text NOT NULL CHECK (state IN ('unconfirmed', 'active', 'disabled')),
    reason         text,
    failures       int NOT NULL DEFAULT 0,
    from_sequence  bigint NOT NULL DEFAULT 0,
    due_at         timestamptz,
    delivered_at   timestamptz,
    replay_from    bigint,
    replay_until   bigint,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CHECK ((subscriber IS NULL) <> (url IS NULL)),
    UNIQUE (subscriber, follows, target, condition, causes, frequency)
);
CREATE INDEX alert_target ON app.alert (follows, lower(target));
CREATE INDEX alert_due ON app.alert (due_at) WHERE due_at IS NOT NULL;
COMMENT ON COLUMN app.alert.target IS 'CURIE, name of an author, title of a journal, or the words of a search.';
COMMENT ON COLUMN app.alert.condition IS 'Parameters of the stream as in an address, sorted: section=results&type=contrasting.';
COMMENT ON COLUMN app.alert.causes IS 'Causes of changes it hears of, sorted, comma between them.';
COMMENT ON COLUMN app.alert.from_sequence IS 'It hears of changes behind this one: the last when it was confirmed.';
COMMENT ON COLUMN app.alert.due_at IS 'When what has matched goes out; null while nothing has.';
COMMENT ON COLUMN app.alert.replay_from IS 'While a replay runs: it has come this far of replay_until.';

CREATE TABLE app.alert_delivery (
    id             uuid PRIMARY KEY,
    alert          uuid NOT NULL REFERENCES app.alert ON DELETE CASCADE,
    state          text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent')),
    first_sequence bigint NOT NULL,
    last_sequence  bigint NOT NULL,
    changes        int NOT NULL,
    attempts       int NOT NULL DEFAULT 0,
    next_at        timestamptz NOT NULL DEFAULT now(),
    outcome        text,
    created_at     timestamptz NOT NULL DEFAULT now(),
    sent_at        timestamptz
);
CREATE INDEX alert_delivery_alert ON app.alert_delivery (alert, created_at);
CREATE INDEX alert_delivery_pending ON app.alert_delivery (next_at) WHERE state = 'pending';
COMMENT ON TABLE app.alert_delivery IS
    'What goes out in one mail or one call. Its id, the same on a repeat after a crash, is in the Message-ID and in webhook-id.';

CREATE TABLE app.alert_match (
    alert    uuid NOT NULL REFERENCES app.alert ON DELETE CASCADE,
    sequence bigint NOT NULL,
    delivery uuid REFERENCES app.alert_delivery ON DELETE CASCADE,
    PRIMARY KEY (alert, sequence)
);
CREATE INDEX alert_match_delivery ON app.alert_match (delivery);
COMMENT ON TABLE app.alert_match IS 'A change that an alert wants to hear of; delivery is null until it is put into one.';

CREATE TABLE app.alert_progress (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    last_sequence bigint NOT NULL
);
INSERT INTO app.alert_progress (last_sequence) SELECT last_sequence FROM app.relay;
COMMENT ON TABLE app.alert_progress IS 'Changes up to here were compared with all alerts; moved with the matches they gave.';

CREATE TABLE app.alert_signup (
    at      timestamptz NOT NULL DEFAULT now(),
    client  text NOT NULL,
    address text NOT NULL
);
CREATE INDEX alert_signup_at ON app.alert_signup (at);
COMMENT ON TABLE app.alert_signup IS 'Recent sign-ups for the limits, by keyed hashes of network and mail address; a day old at most.';
