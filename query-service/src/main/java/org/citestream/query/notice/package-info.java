/** Editorial notices about publications. */
package org.citestream.query.notice;
