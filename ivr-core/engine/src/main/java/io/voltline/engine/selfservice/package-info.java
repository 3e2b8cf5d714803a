/**
 * What stands behind the services that flows ask for: one small class a subject, and the ports to
 * what it needs. No SQL, no switch.
 */
@NullMarked
package io.voltline.engine.selfservice;

import org.jspecify.annotations.NullMarked;
