package io.voltline.domain.alarm;

/**
 * One thing that can be wrong at a time.
 *
 * @param subject the part, queue or agent, as the kind says
 */
public record AlarmKey(AlarmKind kind, String subject) {}
