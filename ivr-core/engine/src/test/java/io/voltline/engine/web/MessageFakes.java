package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.survey.SurveyRule;
import io.voltline.engine.fax.FaxFormat;
import io.voltline.engine.fax.FaxIndex;
import io.voltline.engine.fax.FaxJobs;
import io.voltline.engine.fax.Faxes;
import io.voltline.engine.selfservice.SmsOutbox;
import io.voltline.engine.selfservice.SmsSurvey;
import io.voltline.engine.selfservice.SurveyBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** What comes and goes in writing. */
final class MessageFakes {
  final FaxIndex faxes = mock(FaxIndex.class);
  final FaxJobs faxJobs = mock(FaxJobs.class);
  final SurveyBook surveys = mock(SurveyBook.class);
  final SmsOutbox outbox = mock(SmsOutbox.class);

  /**
   * The services.
   *
   * @param folder with the pages of faxes
   */
  DeskServices.Messages desks(Path folder, InstantSource clock) {
    return new DeskServices.Messages(
        new Faxes(faxes, faxJobs, (file, format) -> pages(folder, file, format), clock),
        new SmsSurvey(
            surveys,
            outbox,
            new SurveyRule(1, Duration.ofHours(24)),
            ZoneOffset.ofHours(8),
            clock));
  }

  private static Optional<Path> pages(Path folder, FaxFile file, FaxFormat format) {
    String name = format == FaxFormat.TIFF ? file.path() : file.path().replace(".tiff", ".pdf");
    return Optional.of(folder.resolve(name)).filter(Files::exists);
  }
}
