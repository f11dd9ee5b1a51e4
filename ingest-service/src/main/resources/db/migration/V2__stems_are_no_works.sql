-- Beginnings of DOIs (10.1371/journal) were taken for works, and other works were matched and led to them. The catalogue
-- is read anew from the topic, by a loop that leaves them out and takes their descriptions and aliases back.
truncate publication, identifier, alias, notice, conflict, consumer_offset;
