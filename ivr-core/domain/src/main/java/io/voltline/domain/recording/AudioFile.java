package io.voltline.domain.recording;

import java.time.Duration;

/**
 * A finished audio file.
 *
 * @param path below the folder of recordings, with slashes
 * @param bytes of the whole file
 * @param sha256 of the whole file, 64 hex digits
 */
public record AudioFile(String path, Duration length, long bytes, String sha256) {}
