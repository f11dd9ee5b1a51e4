/** The dialect of OpenCitations' index, versions 1 and 2, under all the bases that its clients know. */
package org.citestream.query.dialect.opencitations;
