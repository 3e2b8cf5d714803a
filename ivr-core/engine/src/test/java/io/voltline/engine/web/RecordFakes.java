package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CallQualities;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Recordings;
import io.voltline.engine.recovery.Handover;
import io.voltline.engine.recovery.RecoveryBook;
import java.nio.file.Path;
import java.time.InstantSource;

/** What is kept of calls and of those who called. */
final class RecordFakes {
  final CallHistory calls = mock(CallHistory.class);
  final CallQualities qualities = mock(CallQualities.class);
  final CustomerViews customers = mock(CustomerViews.class);
  final RecordingIndex recordings = mock(RecordingIndex.class);
  final RecoveryBook recoveries = mock(RecoveryBook.class);

  DeskServices.Records desks(Path folder, InstantSource clock) {
    return new DeskServices.Records(
        calls,
        qualities,
        customers,
        new Recordings(recordings, folder, clock),
        new Handover(recoveries, clock));
  }
}
