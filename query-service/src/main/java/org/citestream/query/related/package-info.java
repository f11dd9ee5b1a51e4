/** Works that belong together, why they do, and how one leads to another. */
package org.citestream.query.related;
