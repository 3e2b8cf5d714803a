package io.voltline.domain.fax;

/**
 * The pages as they came in, a TIFF file.
 *
 * @param path below the folder of received faxes, with slashes
 * @param bytes of the whole file
 * @param sha256 of the whole file, 64 hex digits
 */
public record FaxFile(String path, long bytes, String sha256) {}
