-- Only ids that lead to a better one are asked for: a DOI leads to none, nor does an id to itself.
delete from identifier where curie like 'doi:%' or curie = id;
