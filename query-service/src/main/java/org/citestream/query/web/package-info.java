/** Pages for people: rendered on the server, complete without JavaScript, faster with it. */
package org.citestream.query.web;
