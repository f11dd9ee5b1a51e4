/** Pages of an author and of a journal: works, how they are cited, and how that went over the years. */
package org.citestream.query.web.profile;
