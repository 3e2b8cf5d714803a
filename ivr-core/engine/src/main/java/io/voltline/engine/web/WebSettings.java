package io.voltline.engine.web;

import java.nio.file.Path;

/**
 * Where the web side listens and what it serves.
 *
 * @param bind address to listen on
 * @param httpPort 0 for any free one
 * @param httpsPort 0 for any free one
 * @param certificate PEM file
 * @param key PEM file
 * @param desk folder of the built desk
 * @param switchPort of the switch's HTTP server on this machine, whose WebSocket is proxied
 * @param sipHost where desk phones register
 * @param sipPort where desk phones register
 */
public record WebSettings(
    String bind,
    int httpPort,
    int httpsPort,
    Path certificate,
    Path key,
    Path desk,
    int switchPort,
    String sipHost,
    int sipPort) {}
