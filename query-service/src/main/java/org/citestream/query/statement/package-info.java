/** Citation statements as the view has them. */
package org.citestream.query.statement;
