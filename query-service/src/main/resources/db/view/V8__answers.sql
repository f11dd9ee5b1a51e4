-- The statements that support (1) or contrast (3), one in fourteen: which works most of them are about, and most articles, is
-- read from this index alone.
CREATE INDEX statement_answers ON ${schema}.statement (cited, citing) INCLUDE (type) WHERE type IN (1, 3);
