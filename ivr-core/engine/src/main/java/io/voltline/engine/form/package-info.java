/**
 * The agent's work order form and what is looked up beside it: how soon it was sent, orders and
 * outages of the same matter, tariffs, articles, customers. Knows stores by their ports only.
 */
@NullMarked
package io.voltline.engine.form;

import org.jspecify.annotations.NullMarked;
