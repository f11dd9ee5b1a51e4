/** Pages for people: rendered here, complete without JavaScript, quicker with it. */
package org.citestream.query.web;
