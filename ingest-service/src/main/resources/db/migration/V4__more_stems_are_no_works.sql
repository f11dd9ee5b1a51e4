-- DOIs that end too early (10.1080/02699931, an ISSN; 10.1007/s1201) were taken for works. As in V2 the catalogue is read
-- anew from the topic, by a loop that takes their descriptions and aliases back.
truncate publication, identifier, alias, notice, conflict, consumer_offset;
