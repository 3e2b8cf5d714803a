package io.voltline.domain.alarm;

/** What supervisors are alarmed about, the worst first; and what its subject is. */
public enum AlarmKind {
  /** Database, sessions, routing, switch or the callers' door: a part of the house. */
  PART_DOWN(Subject.PART),
  /** Callers wait in a queue for whose skills nobody is signed in. */
  NOBODY_SIGNED_IN(Subject.QUEUE),
  PROMISE_BROKEN(Subject.QUEUE),
  HELP_ASKED(Subject.AGENT),
  PROMISE_AT_RISK(Subject.QUEUE),
  TOO_MANY_WAITING(Subject.QUEUE),
  REST_TOO_LONG(Subject.AGENT),
  WRAP_UP_TOO_LONG(Subject.AGENT);

  /** What an alarm is about. */
  public enum Subject {
    PART,
    QUEUE,
    AGENT
  }

  private final Subject subject;

  AlarmKind(Subject subject) {
    this.subject = subject;
  }

  public Subject subject() {
    return subject;
  }
}
