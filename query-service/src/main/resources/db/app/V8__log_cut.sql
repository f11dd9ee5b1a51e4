-- A broker can lose records that it had acknowledged, and with them what the view was made of.
CREATE TABLE app.log_cut (
    topic     text NOT NULL,
    partition int NOT NULL,
    held      bigint NOT NULL,
    read      bigint NOT NULL,
    articles  text[] NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, partition, held, at)
);
COMMENT ON TABLE app.log_cut IS
    'Where the log was found to end before what the view had read. Rows are kept; articles are those that have some from the lost records.';
