/**
 * What administrators change while the house runs: accounts with their certificates. Each change is
 * kept with what was before and after, in the transaction that makes it.
 */
@NullMarked
package io.voltline.engine.admin;

import org.jspecify.annotations.NullMarked;
