/** The page that checks a list of references. */
package org.citestream.query.web.check;
