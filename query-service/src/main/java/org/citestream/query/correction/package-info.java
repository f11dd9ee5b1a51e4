/** What people said a statement does. */
package org.citestream.query.correction;
