/**
 * A talk in the hands of the desk: on hold, consulted about, passed on, three at once; calls from
 * desk to desk and out; supervisors. The switch holds the talk, so that it goes on without an
 * engine; what stands here is what people are told and asked.
 */
@NullMarked
package io.voltline.engine.talk;

import org.jspecify.annotations.NullMarked;
