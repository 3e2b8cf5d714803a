package io.voltline.domain.notice;

import io.voltline.domain.kernel.Bilingual;

/** An emergency announcement that every caller hears, to be read by text-to-speech. */
public record Notice(String id, Bilingual text) {}
