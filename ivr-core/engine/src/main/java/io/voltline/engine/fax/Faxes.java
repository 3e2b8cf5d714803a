package io.voltline.engine.fax;

import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxJob;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Faxes for those at the desks. Whoever works may read them all, as they may work on every order;
 * nobody reads unlogged. May block.
 */
public final class Faxes {
  private final FaxIndex index;
  private final FaxJobs jobs;
  private final FaxPages pages;
  private final InstantSource clock;

  public Faxes(FaxIndex index, FaxJobs jobs, FaxPages pages, InstantSource clock) {
    this.index = index;
    this.jobs = jobs;
    this.pages = pages;
    this.clock = clock;
  }

  /** What came in, newest first. */
  public List<ReceivedFax> received(FaxIndex.Query query) {
    return index.list(query);
  }

  /** What is to be sent or was, newest first. */
  public List<FaxJob> toSend(FaxJobs.Query query) {
    return jobs.list(query);
  }

  /**
   * The entry of this id.
   *
   * @throws Refused NOT_FOUND
   */
  public ReceivedFax find(CallId id) throws Refused {
    return index.find(id).orElseThrow(() -> notFound("no fax " + id));
  }

  /**
   * Opens the pages to somebody and logs it.
   *
   * @param address of the reader
   * @throws Refused NOT_FOUND, also when there is no page, or none that can be shown in this format
   */
  public Path open(Account who, CallId id, FaxFormat format, String address) throws Refused {
    ReceivedFax fax = find(id);
    FaxFile file =
        fax.file()
            .filter(_ -> format == FaxFormat.TIFF || fax.pages() > 0)
            .orElseThrow(() -> notFound("fax " + id + " is " + fax.status() + ": no " + format));
    Path path =
        pages.of(file, format).orElseThrow(() -> notFound("the pages of fax " + id + " are lost"));
    index.read(new FaxIndex.Reading(id, who.agentNo(), clock.instant(), address));
    return path;
  }

  private static Refused notFound(String detail) {
    return new Refused(Refused.Reason.NOT_FOUND, detail);
  }
}
