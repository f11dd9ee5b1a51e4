/** How mail is written, addressed, and confirmed. */
package org.citestream.query.mail;
