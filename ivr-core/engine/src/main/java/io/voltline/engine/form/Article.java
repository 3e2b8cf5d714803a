package io.voltline.engine.form;

import io.voltline.domain.kernel.Bilingual;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an agent reads up while talking.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param type the branch or type of work orders it helps with
 */
public record Article(
    String id, Optional<String> type, Bilingual title, Bilingual body, LocalDate revisedOn) {}
