package io.voltline.engine.media;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingKind;
import io.voltline.domain.recording.RecordingStatus;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger in memory, which can be down. */
final class LedgerStub implements RecordingIndex {
  final Map<RecordingId, Recording> entries = new ConcurrentHashMap<>();

  /** Recordings during which an agent talked. */
  final Set<RecordingId> talked = ConcurrentHashMap.newKeySet();

  volatile boolean down;

  @Override
  public void begun(Recording recording) {
    entries.putIfAbsent(recording.id(), recording);
  }

  @Override
  public CompletableFuture<Void> finished(RecordingId id, AudioFile audio) {
    if (down) {
      return CompletableFuture.failedFuture(unavailable());
    }
    change(id, RecordingStatus.FINISHED, Optional.of(audio));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Boolean> withoutAudio(RecordingId id) {
    if (talked.contains(id) || (entries.containsKey(id) && id.kind() == RecordingKind.VOICEMAIL)) {
      change(id, RecordingStatus.MISSING, Optional.empty());
    } else {
      entries.remove(id);
    }
    return CompletableFuture.completedFuture(entries.containsKey(id));
  }

  @Override
  public void heard(RecordingId id, AgentNo agent) {
    entries.computeIfPresent(
        id,
        (same, was) ->
            new Recording(
                id,
                was.kind(),
                was.callId(),
                Optional.of(agent),
                was.order(),
                was.startedAt(),
                was.status(),
                was.audio()));
  }

  private void change(RecordingId id, RecordingStatus status, Optional<AudioFile> audio) {
    entries.computeIfPresent(
        id,
        (same, was) ->
            new Recording(
                id,
                was.kind(),
                was.callId(),
                was.agentNo(),
                was.order(),
                was.startedAt(),
                status,
                audio));
  }

  @Override
  public List<Recording> unfinished(Instant before) {
    if (down) {
      throw unavailable();
    }
    return entries.values().stream()
        .filter(entry -> entry.status() == RecordingStatus.RECORDING)
        .filter(entry -> entry.startedAt().isBefore(before))
        .toList();
  }

  @Override
  public Optional<Recording> find(RecordingId id) {
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public List<Recording> list(Query query) {
    return List.copyOf(entries.values());
  }

  @Override
  public void listened(Listening listening) {}

  private static Unavailable unavailable() {
    return new Unavailable("database", new IllegalStateException());
  }
}
