-- An ORCID iD is a name of its bearer: it stands behind the printed one, so that whatever filters by names filters by it, too.
UPDATE ${schema}.publication p SET author_names = ARRAY(
    SELECT said.name FROM jsonb_array_elements(p.authors) WITH ORDINALITY a (author, place)
    CROSS JOIN LATERAL (SELECT coalesce(author->>'collective',
        nullif(concat_ws(' ', author->>'given', author->>'family'), '')) AS printed) n
    CROSS JOIN LATERAL (VALUES (1, n.printed), (2, author->>'orcid')) said (part, name)
    WHERE n.printed IS NOT NULL AND said.name IS NOT NULL ORDER BY a.place, said.part)
WHERE p.authors @? '$[*].orcid ? (@ != null)';
COMMENT ON COLUMN ${schema}.publication.authors IS
    'Array of {family, given, orcid, affiliation, institutions: [{ror, name}], collective} in order.';
COMMENT ON COLUMN ${schema}.publication.author_names IS
    'As shown and filtered: "Given Family" or the collective, behind it the ORCID iD of an author who has one.';
