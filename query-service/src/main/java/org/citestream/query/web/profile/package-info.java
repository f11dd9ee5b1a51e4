/** Pages of an author and of a journal: their works, and how these are cited over the years. */
package org.citestream.query.web.profile;
