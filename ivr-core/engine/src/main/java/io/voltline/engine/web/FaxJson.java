package io.voltline.engine.web;

import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxStatus;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's Fax. */
record FaxJson(
    CallId id,
    Personal caller,
    Instant receivedAt,
    FaxStatus status,
    int pages,
    Optional<FaxMode> mode,
    Optional<String> station,
    Optional<String> error,
    Optional<Long> bytes,
    Optional<String> sha256,
    Optional<WorkOrderNo> workOrderNo) {

  static FaxJson of(ReceivedFax fax) {
    return new FaxJson(
        fax.id(),
        Personal.number(fax.caller()),
        fax.receivedAt(),
        fax.status(),
        fax.pages(),
        fax.mode(),
        fax.station(),
        fax.error(),
        fax.file().map(FaxFile::bytes),
        fax.file().map(FaxFile::sha256),
        fax.order());
  }

  static List<FaxJson> of(List<ReceivedFax> faxes) {
    return faxes.stream().map(FaxJson::of).toList();
  }
}
