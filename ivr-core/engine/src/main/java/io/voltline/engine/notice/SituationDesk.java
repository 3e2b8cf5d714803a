package io.voltline.engine.notice;

/** What those at the desks can do about what every caller hears. */
public record SituationDesk(Storms storms, NoticeBoard board, NoticeRecordings recordings) {}
